package org.lepta.service.exchange;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a file.
 *
 * @param file its name, without folders
 * @param sha256 of the file as it was given
 * @param kind {@link FileKind#word()}
 * @param version that the file names
 * @param dryRun nothing was submitted; the figures are what an import would give
 * @param lines how many lines fared how
 * @param entries how many entries were recorded, by kind
 * @param sums what the lines that are in (newly or before) state, by unit and then by total, gross:
 *     a correction subtracts; decimal strings
 * @param recipients distinct organisations that grants of these lines name as recipient
 * @param excluded lines that are no gifts or grants, by reason
 * @param rejects the first rejected lines, at most {@link #MAX_REJECTS}
 * @param warnings by code
 */
public record ImportReport(
    String file,
    String sha256,
    String kind,
    @Nullable String version,
    boolean dryRun,
    Lines lines,
    SortedMap<String, Long> entries,
    SortedMap<String, SortedMap<String, String>> sums,
    long recipients,
    SortedMap<String, Long> excluded,
    List<Reject> rejects,
    List<Warning> warnings) {

  /** Rejected lines that are told one by one; all are counted. */
  public static final int MAX_REJECTS = 1_000;

  /** Positions that are told for each warning; all are counted. */
  public static final int MAX_POSITIONS = 5;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * The lines of a file; the other figures add up to {@code read}.
   *
   * @param imported new on the ledger
   * @param changed on the ledger before with other content; the difference was recorded
   * @param unchanged on the ledger before
   * @param repeated stood in this file before
   * @param excluded no gifts or grants
   * @param rejected cannot be recorded
   * @param vanished recorded lines that the file no longer states; not among {@code read}
   */
  public record Lines(
      long read,
      long imported,
      long changed,
      long unchanged,
      long repeated,
      long excluded,
      long rejected,
      long vanished) {}

  /** A line that is not recorded. */
  public record Reject(String position, RejectCode code, String message) {}

  /** Something odd, how often it occurs and where first. */
  public record Warning(WarningCode code, long count, List<String> positions) {}

  /** How an import ended, in one word. */
  public enum Verdict {
    /** Every line is in, and nothing is odd. */
    ALL_IN,
    /** Lines are in, with warnings or rejects. */
    IN_WITH_WARNINGS,
    /** No line is in, and some were rejected. */
    REFUSED
  }

  public Verdict verdict() {
    if (lines.rejected() > 0 && lines.imported() + lines.changed() + lines.unchanged() == 0) {
      return Verdict.REFUSED;
    }
    return lines.rejected() > 0 || !warnings.isEmpty() ? Verdict.IN_WITH_WARNINGS : Verdict.ALL_IN;
  }

  /** The same report under another name of the file. */
  ImportReport named(String name) {
    return new ImportReport(
        name,
        sha256,
        kind,
        version,
        dryRun,
        lines,
        entries,
        sums,
        recipients,
        excluded,
        rejects,
        warnings);
  }

  /** As JSON. */
  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  /** As lines of text for a screen. */
  public String toText() {
    return ReportText.of(this);
  }
}
