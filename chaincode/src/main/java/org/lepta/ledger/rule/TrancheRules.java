package org.lepta.ledger.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.AssessmentResult;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Release;

/** Conditions of tranches: what fulfils them and when a release meets them. */
final class TrancheRules {

  private TrancheRules() {}

  /** Every condition of the tranche that is to be released holds. */
  static void requireConditions(GrantState grant, Entry entry, Release release, Instant time) {
    if (isWhole(grant, release)) {
      return;
    }
    TrancheState tranche = get(grant, release.tranche());
    for (Condition condition : tranche.conditions()) {
      Require.that(
          holds(condition, grant, tranche, entry, time),
          Code.CONDITION_NOT_MET,
          condition.type().word());
    }
  }

  /** The grant with the release taken from its tranche, if it has any. */
  static GrantState released(GrantState grant, Release release) {
    if (isWhole(grant, release)) {
      return grant;
    }
    TrancheState tranche = get(grant, release.tranche());
    Require.that(tranche.rest().covers(release.amount()), Code.TRANCHE_NOT_ENOUGH, "amount");
    return grant.with(tranche.released(release.amount()));
  }

  private static boolean isWhole(GrantState grant, Release release) {
    return grant.tranches().isEmpty() && release.tranche() == null;
  }

  private static boolean holds(
      Condition condition, GrantState grant, TrancheState tranche, Entry entry, Instant time) {
    return switch (condition.type()) {
      case DATE -> isReached(condition.on(), time);
      case EVIDENCE -> {
        Integer count = condition.count();
        yield count != null && entry.header().evidence().size() >= count;
      }
      case MILESTONE -> tranche.met();
      case CONFIRMATION ->
          grant.tranche(tranche.number() - 1).map(TrancheState::confirmed).orElse(true);
    };
  }

  private static boolean isReached(@Nullable LocalDate date, Instant time) {
    return date != null && !LocalDate.ofInstant(time, ZoneOffset.UTC).isBefore(date);
  }

  private static TrancheState get(GrantState grant, @Nullable Integer number) {
    if (number == null) {
      throw new RefusedException(Code.TRANCHE_UNKNOWN, "tranche");
    }
    return grant
        .tranche(number)
        .orElseThrow(() -> new RefusedException(Code.TRANCHE_UNKNOWN, "tranche"));
  }

  static void confirmed(WorkingState state, Confirmation note) {
    GrantState grant = Grants.get(state, note.fund(), note.grant(), note.unit());
    TrancheState tranche = get(grant, note.tranche());
    state.put(
        StateKeys.grant(note.fund(), Grants.requireId(note.grant())),
        grant.with(tranche.confirmedByReceiver()));
  }

  static void assessed(WorkingState state, Assessment note) {
    String key = StateKeys.grant(String.valueOf(note.fund()), Grants.requireId(note.grant()));
    GrantState grant =
        state
            .find(key, GrantState.class)
            .orElseThrow(() -> new RefusedException(Code.GRANT_UNKNOWN, "grant"));
    TrancheState tranche = get(grant, note.tranche());
    state.put(key, grant.with(tranche.assessed(note.result() == AssessmentResult.MET)));
  }
}
