package org.lepta.service.indexing.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.lepta.service.indexing.matching.Counterpart;
import org.lepta.service.indexing.matching.LineMatch;
import org.lepta.service.indexing.matching.MatchReader;
import org.springframework.stereotype.Component;

/**
 * How the statements of two sides about the same money agree, as the index stands now. Thread-safe.
 */
@Component
public final class Matches {

  private final Index index;

  public Matches(Index index) {
    this.index = index;
  }

  /** The match of those of these entries, by leaf index, of which there is one to tell. */
  public Map<Long, LineMatch> ofEntries(Collection<EntryRecord> entries) {
    List<Long> leaves = entries.stream().map(EntryRecord::index).toList();
    return leaves.isEmpty()
        ? Map.of()
        : index.connected(connection -> new MatchReader(connection).ofLines(leaves));
  }

  /** What a fund and others state about the money between them; conflicts and large sums first. */
  public List<Counterpart> ofFund(String fund) {
    return index.connected(connection -> new MatchReader(connection).ofFund(fund));
  }
}
