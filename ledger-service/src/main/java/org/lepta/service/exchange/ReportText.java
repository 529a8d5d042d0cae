package org.lepta.service.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;

/** An import report as plain text. */
final class ReportText {

  private static final int SHOWN_REJECTS = 20;

  private final StringBuilder out = new StringBuilder();

  private ReportText() {}

  static String of(ImportReport report) {
    ReportText text = new ReportText();
    text.head(report);
    text.lines(report.lines());
    text.figures(report);
    text.rejects(report);
    text.warnings(report);
    return text.out.toString();
  }

  private void head(ImportReport report) {
    line(String.format(Locale.ROOT, "%s (%s%s)", report.file(), report.kind(), version(report)));
    line(String.format(Locale.ROOT, "sha256 %s", report.sha256()));
    if (report.dryRun()) {
      line("dry run: nothing was recorded");
    }
  }

  private static String version(ImportReport report) {
    return report.version() == null ? "" : " " + report.version();
  }

  private void lines(ImportReport.Lines lines) {
    line(
        String.format(
            Locale.ROOT,
            "%,d lines: %,d imported, %,d changed, %,d unchanged, %,d repeated, %,d excluded, %,d"
                + " rejected",
            lines.read(),
            lines.imported(),
            lines.changed(),
            lines.unchanged(),
            lines.repeated(),
            lines.excluded(),
            lines.rejected()));
    if (lines.vanished() > 0) {
      line(
          String.format(
              Locale.ROOT,
              "%,d recorded lines are no longer stated and were reversed",
              lines.vanished()));
    }
  }

  private void figures(ImportReport report) {
    counts("recorded", report.entries());
    counts("excluded", report.excluded());
    for (Map.Entry<String, SortedMap<String, String>> unit : report.sums().entrySet()) {
      StringJoiner sums = new StringJoiner(", ");
      unit.getValue().forEach((name, amount) -> sums.add(name + " " + amount));
      line(String.format(Locale.ROOT, "%s: %s", unit.getKey(), sums));
    }
    if (report.recipients() > 0) {
      line(String.format(Locale.ROOT, "recipients: %,d", report.recipients()));
    }
  }

  private void counts(String title, SortedMap<String, Long> counts) {
    if (!counts.isEmpty()) {
      StringJoiner all = new StringJoiner(", ");
      counts.forEach((name, count) -> all.add(String.format(Locale.ROOT, "%s %,d", name, count)));
      line(String.format(Locale.ROOT, "%s: %s", title, all));
    }
  }

  private void rejects(ImportReport report) {
    report.rejects().stream()
        .limit(SHOWN_REJECTS)
        .forEach(r ->
            line(
                String.format(
                    Locale.ROOT, "rejected %s: %s, %s", r.position(), r.code(), r.message())));
    if (report.lines().rejected() > SHOWN_REJECTS) {
      line(
          String.format(
              Locale.ROOT, "… and %,d more rejected", report.lines().rejected() - SHOWN_REJECTS));
    }
  }

  private void warnings(ImportReport report) {
    for (ImportReport.Warning warning : report.warnings()) {
      String more = warning.count() > warning.positions().size() ? " …" : "";
      String where = String.join(", ", warning.positions());
      line(
          String.format(
              Locale.ROOT, "warning %s: %,d (%s%s)", warning.code(), warning.count(), where, more));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
