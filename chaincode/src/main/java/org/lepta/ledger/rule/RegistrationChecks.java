package org.lepta.ledger.rule;

import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hold;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Registration;
import org.lepta.ledger.entry.RuleCard;
import org.lepta.ledger.money.Amount;

/** The fields of one registration, by themselves. */
final class RegistrationChecks {

  private static final int MAX_LIST = 64;

  private RegistrationChecks() {}

  static void check(String id, Registration registration) {
    switch (registration) {
      case Genesis r -> {
        Require.code(r.channel(), "channel");
        Require.id(r.organisation(), "organisation");
        Require.that(Lexicon.isMsp(r.msp()), Code.WORD_INVALID, "msp");
        versions(r.leafVersion(), r.rulesVersion());
      }
      case Organisation r -> Require.code(r.type(), "type");
      case Member r -> Require.that(Lexicon.isMsp(r.msp()), Code.WORD_INVALID, "msp");
      case Fund r -> fund(r);
      case LogKey r -> {
        Require.that(Lexicon.isVerifierKey(r.vkey()), Code.WORD_INVALID, "vkey");
        Require.that(
            r.replaces() == null || Lexicon.isVerifierKey(r.replaces()),
            Code.WORD_INVALID,
            "replaces");
      }
      case RuleCard r -> {
        Require.id(r.fund(), "fund");
        Require.date(r.validFrom(), "validFrom");
      }
      case Hold r -> {
        Require.id(r.fund(), "fund");
        Require.id(r.grant(), "grant");
        Require.code(r.reason(), "reason");
        Require.date(r.until(), "until");
        throw new RefusedException(Code.KIND_NOT_YET, "kind");
      }
      case Epoch r -> {
        Require.id(r.previousLog(), "previousLog");
        Require.atLeast(0, r.previousSize(), "previousSize");
        versions(r.leafVersion(), r.rulesVersion());
      }
    }
  }

  private static void versions(int leaf, int rules) {
    Require.that(leaf == Versions.LEAF, Code.KIND_NOT_YET, "leafVersion");
    Require.that(rules == Versions.RULES, Code.KIND_NOT_YET, "rulesVersion");
  }

  private static void fund(Fund fund) {
    Require.id(fund.owner(), "owner");
    Require.code(fund.purpose(), "purpose");
    fund.parents().forEach(parent -> Require.id(parent, "parents"));
    Require.that(
        fund.units().size() <= MAX_LIST && fund.parents().size() <= MAX_LIST,
        Code.ENTRY_TOO_LARGE,
        "units");
    Require.that(
        fund.mode() == FundMode.REPORTED || !fund.units().isEmpty(),
        Code.UNIT_NOT_DECLARED,
        "units");
    Require.that(
        fund.units().stream().distinct().count() == fund.units().size(),
        Code.ENTRY_MALFORMED,
        "units");
    Require.period(fund.termFrom(), fund.termTo(), "termTo");
    Require.notNegative(fund.runningCostShare(), "runningCostShare");
    Require.that(
        fund.runningCostShare() == null || Amount.ofUnits(100).covers(fund.runningCostShare()),
        Code.AMOUNT_INVALID,
        "runningCostShare");
    Require.atLeast(0, fund.factLimitDays(), "factLimitDays");
    Require.atLeast(0, fund.decisionLimitDays(), "decisionLimitDays");
    // Bands by amount come with a later epoch; until then a fund has at most one, without a bound.
    Require.that(fund.approvals().size() <= 1, Code.KIND_NOT_YET, "approvals");
    fund.approvals().forEach(RegistrationChecks::band);
  }

  private static void band(ApprovalBand band) {
    Require.that(band.unit() == null && band.upTo() == null, Code.KIND_NOT_YET, "approvals.upTo");
    Require.that(band.approvals() >= 0 && band.approvals() <= 9, Code.AMOUNT_INVALID, "approvals");
    Require.that(band.organisations().size() <= MAX_LIST, Code.ENTRY_TOO_LARGE, "approvals");
    band.organisations().forEach(id -> Require.id(id, "approvals.organisations"));
  }
}
