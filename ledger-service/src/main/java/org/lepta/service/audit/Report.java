package org.lepta.service.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.BelievedCheckpoint;
import org.lepta.service.transparency.proof.RecordedKeys;

/**
 * What an audit found.
 *
 * @param at when it began
 * @param logs one or two
 * @param differences between the two logs
 * @param notices what the reader must know about keys, in sentences
 */
public record Report(
    Instant at, List<OfLog> logs, List<Difference> differences, List<String> notices) {

  /** Copies the lists. */
  public Report {
    logs = List.copyOf(logs);
    differences = List.copyOf(differences);
    notices = List.copyOf(notices);
  }

  /** What an audit comes to. */
  public enum Outcome {
    /** Everything that was checked is as it must be. */
    EQUAL(0),
    /** Something is not. */
    DIFFERENT(1),
    /** Something could not be reached or believed, and nothing is known to differ. */
    CANNOT_CHECK(3);

    private final int exitCode;

    Outcome(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of the command. */
    public int exitCode() {
      return exitCode;
    }
  }

  /**
   * One log.
   *
   * @param name address or folder
   * @param checkpoint what was signed; absent if it could not be checked
   * @param unchecked why nothing or not all could be checked
   * @param differences the first of each part
   * @param keyChanges how this log's key was replaced, in order
   * @param replayed entries of lanes that the rules took when they were run again
   * @param attested what auditors attested before
   * @param missing numbers of transactions without a leaf
   * @param firstVersion leaves that tell neither date nor seal
   * @param figures how many figures of the server were compared; 0 for a folder
   * @param recordedBytes memory of the facts seen
   * @param stateKeys keys of the world state in memory
   */
  public record OfLog(
      String name,
      @Nullable BelievedCheckpoint checkpoint,
      @Nullable String unchecked,
      List<Difference> differences,
      List<RecordedKeys.Change> keyChanges,
      long replayed,
      Attested attested,
      long missing,
      long firstVersion,
      long figures,
      long recordedBytes,
      int stateKeys,
      Duration duration) {

    /** Copies the lists. */
    public OfLog {
      differences = List.copyOf(differences);
      keyChanges = List.copyOf(keyChanges);
    }

    static OfLog unchecked(String name, String reason) {
      return nothing(name, reason, List.of());
    }

    static OfLog different(String name, Difference difference) {
      return nothing(name, null, List.of(difference));
    }

    private static OfLog nothing(
        String name, @Nullable String reason, List<Difference> differences) {
      return new OfLog(
          name,
          null,
          reason,
          differences,
          List.of(),
          0,
          Attested.NONE,
          0,
          0,
          0,
          0,
          0,
          Duration.ZERO);
    }
  }

  /**
   * What auditors attested of a log.
   *
   * @param ofThisLog how many name a root that the log had at the end of a block of that size
   * @param contradicting leaves of those that name another
   */
  public record Attested(long ofThisLog, List<Long> contradicting) {

    static final Attested NONE = new Attested(0, List.of());

    /** Copies the list. */
    public Attested {
      contradicting = List.copyOf(contradicting);
    }
  }

  /** The outcome of all. */
  public Outcome outcome() {
    boolean differs =
        !differences.isEmpty() || logs.stream().anyMatch(log -> !log.differences().isEmpty());
    boolean unchecked = logs.stream().anyMatch(log -> log.unchecked() != null);
    if (differs) {
      return Outcome.DIFFERENT;
    }
    return unchecked ? Outcome.CANNOT_CHECK : Outcome.EQUAL;
  }
}
