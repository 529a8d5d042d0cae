package org.lepta.service.audit;

import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.RecordedKeys;

/**
 * What the entries of one log gave.
 *
 * @param root over all entries
 * @param differences the first of each part, in the order of the log
 * @param attested which attestations speak of this log; none after a difference
 * @param keyChanges the keys of logs that were replaced
 * @param replayed entries of lanes that the rules took when they were run again
 * @param missing numbers of batches and lane transactions that have no leaf
 * @param firstVersion leaves of the first version, for which dates and seals cannot be checked
 * @param recordedBytes memory of the facts seen, which grows with the log
 * @param stateKeys keys of the world state in memory
 */
record Findings(
    Sha256 root,
    List<Difference> differences,
    FigureFold figures,
    Report.Attested attested,
    List<RecordedKeys.Change> keyChanges,
    long replayed,
    long missing,
    long firstVersion,
    long recordedBytes,
    int stateKeys) {

  Findings {
    differences = List.copyOf(differences);
    keyChanges = List.copyOf(keyChanges);
  }
}
