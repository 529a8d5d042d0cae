package org.lepta.service.command;

import java.io.PrintWriter;
import java.util.List;
import org.lepta.service.audit.Difference;
import org.lepta.service.audit.Report;
import org.lepta.service.transparency.proof.BelievedCheckpoint;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.RecordedKeys;

/** Says in plain words what an audit checked, against what, as of when, and what is not proven. */
final class AuditText {

  private final PrintWriter out;

  AuditText(PrintWriter out) {
    this.out = out;
  }

  void write(Report report) {
    report.notices().forEach(notice -> out.println(TerminalText.of(notice)));
    report.logs().forEach(this::log);
    if (report.logs().size() == 2) {
      between(report);
    }
    out.println(
        switch (report.outcome()) {
          case EQUAL -> "EQUAL";
          case DIFFERENT -> "DIFFERENT";
          case CANNOT_CHECK -> "CANNOT BE CHECKED";
        });
    notProven();
    out.flush();
  }

  private void log(Report.OfLog log) {
    out.println(TerminalText.of(log.name()) + ":");
    BelievedCheckpoint checked = log.checkpoint();
    if (checked != null) {
      checkpoint(checked);
      checked(log, checked.checkpoint());
    }
    if (log.unchecked() != null) {
      line("Cannot be checked: %s.", TerminalText.of(log.unchecked()));
    }
    differences(log.differences());
  }

  private void checkpoint(BelievedCheckpoint checked) {
    Checkpoint checkpoint = checked.checkpoint();
    line(
        "As of %d entries, root %s, signed by the log's key %s%s.",
        checkpoint.size(),
        checkpoint.root(),
        TerminalText.of(checked.log().id().toString()),
        checked.witnesses().isEmpty() ? "" : " and " + checked.witnesses().size() + " witness(es)");
  }

  private void checked(Report.OfLog log, Checkpoint checkpoint) {
    double seconds = log.duration().toMillis() / 1000.0;
    line(
        "Read, hashed and rebuilt: %d entries in %.1f s (%.0f a second).",
        checkpoint.size(), seconds, checkpoint.size() / Math.max(seconds, 0.001));
    if (log.differences().isEmpty()) {
      line("Root, sequences, repeats, postings, balances and the identity of all funds: equal.");
      line(
          "%d entries of lanes were decided again: 0 decisions that its own rules would refuse.",
          log.replayed());
      if (log.figures() > 0) {
        line("%d published figures compared with the log: equal.", log.figures());
      }
    }
    log.keyChanges().forEach(this::keyChange);
    attested(log.attested());
    gaps(log);
  }

  private void keyChange(RecordedKeys.Change change) {
    line(
        "The log's key was changed at leaf %d by the entry %s: from %s to %s.",
        change.leaf(),
        TerminalText.of(change.entry()),
        TerminalText.of(change.from()),
        TerminalText.of(change.to()));
  }

  private void attested(Report.Attested attested) {
    if (attested.ofThisLog() > 0) {
      line("%d attestations of auditors speak of this log.", attested.ofThisLog());
    }
    if (!attested.contradicting().isEmpty()) {
      line(
          "%d attestations name a root that this log never had, the first at leaf %d: find out"
              + " which log they were shown.",
          attested.contradicting().size(), attested.contradicting().getFirst());
    }
  }

  private void gaps(Report.OfLog log) {
    if (log.missing() > 0) {
      line(
          "%d numbers of batches or lane transactions have no entry. One that only seals, or whose"
              + " entries were all refused, has none, and a withheld one looks the same: only the"
              + " ledger's blocks can tell (fsck).",
          log.missing());
    }
    if (log.firstVersion() > 0) {
      line(
          "%d entries are of version 1: for them conditions by date and the flag late cannot be"
              + " checked, and a decision counts as covered by everything recorded before it.",
          log.firstVersion());
    }
  }

  private void between(Report report) {
    if (report.logs().stream().anyMatch(log -> log.checkpoint() == null)) {
      return;
    }
    out.println("Both against each other:");
    long[] sizes =
        report.logs().stream()
            .mapToLong(log -> log.checkpoint() == null ? 0 : log.checkpoint().checkpoint().size())
            .toArray();
    if (report.differences().isEmpty()) {
      line(
          "the first %d entries are the same; the first log has %d, the second %d.",
          Math.min(sizes[0], sizes[1]), sizes[0], sizes[1]);
    }
    differences(report.differences());
  }

  private void differences(List<Difference> differences) {
    for (Difference difference : differences) {
      String rule = difference.rule() == null ? "" : " " + difference.rule();
      String leaf =
          difference.leaf() == Difference.NO_LEAF ? "" : "leaf " + difference.leaf() + ' ';
      line(
          "DIFFERENT %s%s: %s%s",
          difference.check(), rule, leaf, TerminalText.of(difference.detail()));
    }
  }

  private void notProven() {
    out.println("What no audit of a log proves:");
    line("that the money moved, and that what entries say is true;");
    line("that nothing was left out before it was recorded;");
    line("that everybody is shown this log: compare with others, or ask for witnesses;");
    line("figures that depend on matching and confirmations (onward, evidence) are not compared.");
  }

  private void line(String format, Object... values) {
    out.printf("  " + format + "%n", values);
  }
}
