package org.lepta.service.command;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.service.passport.Passport;
import org.lepta.service.passport.PassportNames;
import org.lepta.service.passport.PassportVerdict.Proven;
import org.lepta.service.passport.ReadLeaves;
import org.lepta.service.trail.Trail;

/** Says in plain words what a passport proves: the way of one gift, and who says so. */
final class PassportText {

  private final PrintWriter out;
  private final VerdictText verdicts;

  PassportText(PrintWriter out, VerdictText verdicts) {
    this.out = out;
    this.verdicts = verdicts;
  }

  void proven(Path file, Proven proven) {
    heading(file, "proven");
    Passport passport = proven.passport();
    line(
        "%d entries stand unchanged in the log %s.",
        passport.leaves().size(), TerminalText.of(proven.checkpoint().checkpoint().origin()));
    verdicts.signers(proven.checkpoint());
    PassportNames names = new PassportNames(proven);
    for (Trail.Hop hop : passport.trail().hops()) {
      hop(hop, names);
    }
    sayings(proven.leaves());
    if (passport.leftOut() > 0 || passport.trail().hopsLeftOut()) {
      line(
          "Not all that belongs here is in this file: %d entries were left out.",
          passport.leftOut());
    }
    line(
        "This is complete as of size %d; that nothing was corrected since, only an audit shows.",
        passport.trail().size());
  }

  private void hop(Trail.Hop hop, PassportNames names) {
    line(
        "%s %s %s, entry %d, in the fund %s: %s used, %s waiting%s.",
        hop.kind(),
        hop.amount(),
        TerminalText.of(hop.unit()),
        hop.leaf(),
        TerminalText.of(names.of(hop.fund())),
        hop.spent(),
        hop.unspent(),
        hop.voided().equals("0") ? "" : ", " + hop.voided() + " given back");
    for (Trail.Step step : hop.steps()) {
      line(
          "  %s of the %s %s of %s, entry %d%s",
          step.amount(),
          step.kind(),
          step.paymentAmount(),
          step.date() == null ? "unstated date" : step.date(),
          step.leaf(),
          step.receiver() == null ? "" : ", to " + TerminalText.of(names.of(step.receiver())));
    }
  }

  private void sayings(ReadLeaves leaves) {
    line(
        "%d approvals by registered devices, each over the very release; %d confirmations by"
            + " receivers; %d corrections.",
        leaves.of(Approval.class).count(),
        leaves.of(Confirmation.class).count(),
        leaves.of(Correction.class).count());
  }

  void refused(Path file, String code, String detail) {
    heading(file, "DOES NOT HOLD");
    line("%s: %s.", code, TerminalText.of(detail));
  }

  void unchecked(Path file, String reason) {
    heading(file, "cannot be checked");
    line("%s", reason);
  }

  void unknownOrigin(Path file, String origin) {
    unchecked(file, VerdictText.unknownOrigin(origin));
  }

  private void heading(Path file, String outcome) {
    out.printf("%s: %s%n", TerminalText.of(file.toString()), outcome);
  }

  @FormatMethod
  private void line(String format, Object... values) {
    out.printf("  " + format + "%n", values);
  }
}
