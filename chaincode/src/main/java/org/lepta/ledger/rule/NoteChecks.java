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

  private NoteChecks() {}

  static void check(Note note) {
    switch (note) {
      case Confirmation n -> confirmation(n);
      case Approval n -> approval(n);
      case Device n -> device(n);
      case Assessment n -> assessment(n);
      case Report n -> {
        Require.id(n.fund(), "fund");
        Require.id(n.grant(), "grant");
        Require.period(n.periodFrom(), n.periodTo(), "periodTo");
      }
      case Withdrawal n -> Require.code(n.reason(), "reason");
      case Publication n -> {
        Require.code(n.role(), "role");
        Require.code(n.version(), "version");
      }
      case Outcome n -> outcome(n);
      case Draw n -> {
        Require.code(n.scope(), "scope");
        Require.id(n.fund(), "fund");
      }
      case Attestation n -> notYet();
      case Statement n -> notYet();
      case Pledge n -> notYet();
      case Application n -> notYet();
      case Challenge n -> notYet();
    }
  }

  private static void notYet() {
    throw new RefusedException(Code.KIND_NOT_YET, "kind");
  }

  private static void confirmation(Confirmation n) {
    Require.id(n.fund(), "fund");
    Require.that(n.of().indexOf(':') > 0 && Lexicon.isId(n.of()), Code.ID_INVALID, "of");
    Require.notNegative(n.amount(), "amount");
    Require.party(n.by(), "by");
    Require.id(n.grant(), "grant");
    Require.atLeast(1, n.tranche(), "tranche");
    Require.that(n.tranche() == null || n.grant() != null, Code.ENTRY_MALFORMED, "grant");
  }

  private static void approval(Approval n) {
    Require.id(n.fund(), "fund");
    Require.id(n.release(), "release");
    Require.handle(n.person(), "person");
    Require.handle(n.device(), "device");
    base64(n.authenticatorData(), "authenticatorData");
    base64(n.clientData(), "clientData");
    base64(n.signature(), "signature");
  }

  private static void device(Device n) {
    Require.handle(n.person(), "person");
    Require.id(n.organisation(), "organisation");
    base64(n.publicKey(), "publicKey");
  }

  private static void base64(String text, String field) {
    Require.that(Lexicon.isBase64Url(text), Code.WORD_INVALID, field);
  }

  private static void assessment(Assessment n) {
    Require.id(n.fund(), "fund");
    Require.id(n.application(), "application");
    Require.id(n.grant(), "grant");
    Require.atLeast(1, n.tranche(), "tranche");
    Require.that(
        n.tranche() == null || (n.grant() != null && n.fund() != null),
        Code.ENTRY_MALFORMED,
        "grant");
  }

  private static void outcome(Outcome n) {
    Require.id(n.fund(), "fund");
    Require.id(n.grant(), "grant");
    Require.code(n.measure(), "measure");
    Require.notNegative(n.amount(), "amount");
    Require.party(n.by(), "by");
  }
}
