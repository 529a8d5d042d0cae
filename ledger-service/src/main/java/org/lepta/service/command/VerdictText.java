package org.lepta.service.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lepta.service.transparency.proof.BelievedCheckpoint;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.Fault;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.NoteSignature;
import org.lepta.service.transparency.proof.Verdict.Proven;
import org.lepta.service.transparency.proof.Verdict.Refused;
import org.lepta.service.transparency.proof.Verdict.Unchecked;
import org.lepta.service.transparency.proof.VerifiedSignature;

/** Says in plain words what a verdict means, and what no receipt proves. */
final class VerdictText {

  private final PrintWriter out;

  VerdictText(PrintWriter out) {
    this.out = out;
  }

  void proven(ReceiptFiles files, int entryBytes, Proven proven) {
    Checkpoint checkpoint = proven.under().checkpoint();
    heading(files, "proven");
    line(
        "Entry %d (the first is 0) of the log %s is exactly the %d bytes of %s.",
        proven.index(),
        TerminalText.of(checkpoint.origin()),
        entryBytes,
        TerminalText.of(String.valueOf(files.entry().getFileName())));
    signers(proven.under());
  }

  /** Who has signed the checkpoint under which something is proven. */
  void signers(BelievedCheckpoint believed) {
    Checkpoint checkpoint = believed.checkpoint();
    line(
        "The log signed its first %d entries, root %s, with the key",
        checkpoint.size(), checkpoint.root());
    line("  %s", TerminalText.of(believed.log().id().toString()));
    witnesses(believed.witnesses());
    for (NoteSignature unknown : believed.unknown()) {
      line(
          "Overlooked, since its key is not known: a signature of %s.",
          TerminalText.of(unknown.keyId().toString()));
    }
  }

  private void witnesses(List<VerifiedSignature> witnesses) {
    Optional<Instant> earliest =
        witnesses.stream().flatMap(w -> w.time().stream()).min(Comparator.naturalOrder());
    if (earliest.isEmpty()) {
      line("No witness that you believe has cosigned this: that everybody is shown the same log,");
      line("and since when the entry is in it, rests on the log's word alone.");
      return;
    }
    line("Witnesses who saw the log at this state, only ever growing:");
    for (VerifiedSignature witness : witnesses) {
      line(
          "  %s  %s",
          witness.time().map(Instant::toString).orElse(""),
          TerminalText.of(witness.key().id().toString()));
    }
    line("So the entry is in the log since %s at the latest, by their clocks.", earliest.get());
  }

  void refused(ReceiptFiles files, Refused refused) {
    heading(files, "DOES NOT HOLD");
    line("%s", sentence(refused.fault(), refused.line(), refused.detail()));
  }

  /** Writes a fault as code, line if there is one, and detail. */
  static String sentence(Fault fault, int line, String detail) {
    String place = line == FaultException.NO_LINE ? "" : ", line " + line;
    return fault + place + ": " + TerminalText.of(detail) + ".";
  }

  void unchecked(ReceiptFiles files, String reason) {
    heading(files, "cannot be checked");
    line("%s", reason);
  }

  void unknownOrigin(ReceiptFiles files, Unchecked unchecked) {
    unchecked(files, unknownOrigin(unchecked.origin()));
  }

  /** Why nothing can be checked of a log that is not known. */
  static String unknownOrigin(String origin) {
    return Fault.ORIGIN_UNKNOWN
        + ": no key is known for the log "
        + TerminalText.of(origin)
        + ". Get it from somebody you trust, and add it.";
  }

  /** What holds for every receipt, said once. */
  void notProven() {
    out.println("What no receipt proves:");
    line("that the money moved: look for confirmations, the tie to the bank, audits;");
    line("that what the entry says is true: it was recorded like this and not changed since;");
    line("that no later entry corrects it: only an audit of the whole log shows that.");
    out.flush();
  }

  private void heading(ReceiptFiles files, String outcome) {
    out.printf("%s: %s%n", TerminalText.of(files.proof().toString()), outcome);
  }

  private void line(String format, Object... values) {
    out.printf("  " + format + "%n", values);
  }
}
