package org.lepta.ledger.rule;

import org.lepta.ledger.entry.Application;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.Attestation;
import org.lepta.ledger.entry.Challenge;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Draw;
import org.lepta.ledger.entry.Note;
import org.lepta.ledger.entry.Outcome;
import org.lepta.ledger.entry.Pledge;
import org.lepta.ledger.entry.Publication;
import org.lepta.ledger.entry.Report;
import org.lepta.ledger.entry.Statement;
import org.lepta.ledger.entry.Withdrawal;

/**
 * The fields of one note, by themselves. Kinds whose rules come with a later epoch are refused, so
 * that nothing is recorded under rules that do not exist yet.
 */
final class NoteChecks {

  private final Findings found;

  NoteChecks(Findings found) {
    this.found = found;
  }

  void check(String id, Note note) {
    switch (note) {
      case Confirmation n -> confirmation(n);
      case Approval n -> approval(n);
      case Device n -> device(id, n);
      case Assessment n -> assessment(n);
      case Report n -> {
        found.id(n.fund(), "fund");
        found.id(n.grant(), "grant");
        found.period(n.periodFrom(), n.periodTo(), "periodTo");
      }
      case Withdrawal n -> found.code(n.reason(), "reason");
      case Publication n -> {
        found.code(n.role(), "role");
        found.code(n.version(), "version");
      }
      case Outcome n -> outcome(n);
      case Draw n -> {
        found.code(n.scope(), "scope");
        found.id(n.fund(), "fund");
      }
      case Attestation n -> attestation(n);
      case Statement n -> notYet();
      case Pledge n -> notYet();
      case Application n -> notYet();
      case Challenge n -> notYet();
    }
  }

  private void notYet() {
    found.that(false, Code.KIND_NOT_YET, "kind");
  }

  private void confirmation(Confirmation n) {
    found.id(n.fund(), "fund");
    found.qualifiedId(n.of(), "of");
    found.notNegative(n.amount(), "amount");
    found.party(n.by(), "by");
    found.id(n.grant(), "grant");
    found.atLeast(1, n.tranche(), "tranche");
    found.that(n.tranche() == null || n.grant() != null, Code.ENTRY_MALFORMED, "grant");
  }

  private void approval(Approval n) {
    found.id(n.fund(), "fund");
    found.id(n.release(), "release");
    found.handle(n.person(), "person");
    found.handle(n.device(), "device");
    base64(n.authenticatorData(), "authenticatorData");
    base64(n.clientData(), "clientData");
    base64(n.signature(), "signature");
  }

  private void device(String id, Device n) {
    found.handle(id, "id");
    found.handle(n.person(), "person");
    found.id(n.organisation(), "organisation");
    found.that(DeviceSignature.isKey(n.publicKey()), Code.WORD_INVALID, "publicKey");
  }

  private void base64(String text, String field) {
    found.that(Lexicon.isBase64Url(text), Code.WORD_INVALID, field);
  }

  private void assessment(Assessment n) {
    found.id(n.fund(), "fund");
    found.id(n.application(), "application");
    found.id(n.grant(), "grant");
    found.atLeast(1, n.tranche(), "tranche");
    found.that(
        n.tranche() == null || (n.grant() != null && n.fund() != null),
        Code.ENTRY_MALFORMED,
        "grant");
  }

  /** Whether the root is that of the log, nobody can tell here: the index and the audit do. */
  private void attestation(Attestation n) {
    found.code(n.scope(), "scope");
    found.id(n.fund(), "fund");
    found.atLeast(1, n.logSize(), "logSize");
    found.code(n.result(), "result");
    found.period(n.periodFrom(), n.periodTo(), "periodTo");
  }

  private void outcome(Outcome n) {
    found.id(n.fund(), "fund");
    found.id(n.grant(), "grant");
    found.code(n.measure(), "measure");
    found.notNegative(n.amount(), "amount");
    found.party(n.by(), "by");
  }
}
