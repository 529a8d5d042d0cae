package org.lepta.ledger.rule;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
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

  private final Findings found;

  RegistrationChecks(Findings found) {
    this.found = found;
  }

  void check(String id, Registration registration) {
    switch (registration) {
      case Genesis r -> {
        found.code(r.channel(), "channel");
        found.that(id.equals(r.channel()), Code.ENTRY_MALFORMED, "channel");
        found.id(r.organisation(), "organisation");
        found.that(Lexicon.isMsp(r.msp()), Code.WORD_INVALID, "msp");
        versions(r.leafVersion(), r.rulesVersion());
        found.that(
            r.previousLog() == null || r.rulesVersion() > Versions.FIRST,
            Code.KIND_NOT_YET,
            "previousLog");
        previous(r.previousLog(), r.previousSize(), r.previousRoot());
      }
      case Organisation r -> found.code(r.type(), "type");
      case Member r -> found.that(Lexicon.isMsp(r.msp()), Code.WORD_INVALID, "msp");
      case Fund r -> fund(r);
      case LogKey r -> {
        found.that(Lexicon.isVerifierKey(r.vkey()), Code.WORD_INVALID, "vkey");
        found.that(
            r.replaces() == null || Lexicon.isVerifierKey(r.replaces()),
            Code.WORD_INVALID,
            "replaces");
      }
      case RuleCard r -> {
        found.id(r.fund(), "fund");
        found.date(r.validFrom(), "validFrom");
      }
      case Hold r -> {
        found.id(r.fund(), "fund");
        found.id(r.grant(), "grant");
        found.code(r.reason(), "reason");
        found.date(r.until(), "until");
        found.that(false, Code.KIND_NOT_YET, "kind");
      }
      case Epoch r -> {
        found.id(r.previousLog(), "previousLog");
        found.atLeast(0, r.previousSize(), "previousSize");
        if (r.rulesVersion() > Versions.FIRST) {
          previous(r.previousLog(), r.previousSize(), r.previousRoot());
        }
        versions(r.leafVersion(), r.rulesVersion());
      }
    }
  }

  private void versions(int leaf, int rules) {
    found.that(leaf >= Versions.FIRST && leaf <= Versions.LEAF, Code.KIND_NOT_YET, "leafVersion");
    found.that(rules == leaf, Code.KIND_NOT_YET, "rulesVersion");
  }

  /** A previous log is named with its final size and root, or not at all. */
  private void previous(@Nullable String log, @Nullable Long size, @Nullable Hash root) {
    found.id(log, "previousLog");
    found.atLeast(0, size, "previousSize");
    found.that((log == null) == (size == null), Code.ENTRY_MALFORMED, "previousSize");
    found.that((log == null) == (root == null), Code.ENTRY_MALFORMED, "previousRoot");
  }

  private void fund(Fund fund) {
    found.id(fund.owner(), "owner");
    found.code(fund.purpose(), "purpose");
    fund.parents().forEach(parent -> found.id(parent, "parents"));
    found.that(
        fund.units().size() <= MAX_LIST && fund.parents().size() <= MAX_LIST,
        Code.ENTRY_TOO_LARGE,
        "units");
    found.that(
        fund.mode() == FundMode.REPORTED || !fund.units().isEmpty(),
        Code.UNIT_NOT_DECLARED,
        "units");
    found.that(
        fund.units().stream().distinct().count() == fund.units().size(),
        Code.ENTRY_MALFORMED,
        "units");
    found.period(fund.termFrom(), fund.termTo(), "termTo");
    found.notNegative(fund.runningCostShare(), "runningCostShare");
    found.that(
        fund.runningCostShare() == null || Amount.ofUnits(100).covers(fund.runningCostShare()),
        Code.AMOUNT_INVALID,
        "runningCostShare");
    found.atLeast(0, fund.factLimitDays(), "factLimitDays");
    found.atLeast(0, fund.decisionLimitDays(), "decisionLimitDays");
    // Bands by amount come with a later epoch; until then a fund has at most one, without a bound.
    found.that(fund.approvals().size() <= 1, Code.KIND_NOT_YET, "approvals");
    fund.approvals().forEach(this::band);
  }

  private void band(ApprovalBand band) {
    found.that(band.unit() == null && band.upTo() == null, Code.KIND_NOT_YET, "approvals.upTo");
    found.that(band.approvals() >= 0 && band.approvals() <= 9, Code.AMOUNT_INVALID, "approvals");
    found.that(band.organisations().size() <= MAX_LIST, Code.ENTRY_TOO_LARGE, "approvals");
    band.organisations().forEach(id -> found.id(id, "approvals.organisations"));
  }
}
