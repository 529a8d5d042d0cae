package org.lepta.service.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.lepta.service.command.move.MoveRun;
import org.lepta.service.moving.FigureComparison;

/** Tells what was moved. */
final class MoveText {

  private MoveText() {}

  static void print(MoveRun.Report report, Path into) {
    System.out.printf("%n%-32s %20s %20s%n", "entries", "old log", "new log");
    rows(report.counts());
    System.out.printf("%n%-32s %20s %20s%n", "sums of all funds", "old log", "new log");
    rows(report.sums());
    System.out.printf(
        "%ntexts     %d copied, %d withdrawn, %d not there%n",
        report.texts().copied(), report.texts().withdrawn(), report.texts().absent());
    System.out.printf(
        "old log   %s, ended with %d entries, root %s%n",
        report.old().origin(), report.old().size(), report.old().root());
    System.out.printf(
        "new log   %s, %d entries, root %s%n",
        report.vkey(), report.fresh().size(), report.fresh().root());
    System.out.printf(
        "equal     every entry, fund, grant and organisation%n%nStart the service of the first"
            + " member with --data %s%nand lepta.log.origin=%s.%n",
        into, report.vkey().substring(0, report.vkey().indexOf('+')));
  }

  /** What moves has the same count; what is about a ledger itself has its own on each. */
  private static void rows(List<FigureComparison.Row> rows) {
    for (FigureComparison.Row row : rows) {
      System.out.printf("%-32s %20s %20s%n", row.name(), plain(row.old()), plain(row.fresh()));
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
