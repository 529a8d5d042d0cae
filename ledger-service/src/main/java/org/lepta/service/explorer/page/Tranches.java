package org.lepta.service.explorer.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.AmendmentReason;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.ui.format.DateText;
import org.lepta.ui.view.TrancheRow;
import org.lepta.ui.view.TrancheState;

/**
 * The tranches of a grant as its newest amendment leaves them.
 *
 * @param amendments newest first
 * @param releases of the grant
 * @param payments of the grant
 */
record Tranches(
    Grant grant,
    List<EntryRecord> amendments,
    List<EntryRecord> releases,
    List<EntryRecord> payments) {

  List<TrancheRow> rows(View view) {
    Map<String, Amount> paid =
        payments.stream()
            .map(entry -> (Disbursement) entry.entry().body())
            .filter(payment -> payment.release() != null)
            .collect(
                Collectors.toMap(
                    payment -> String.valueOf(payment.release()),
                    Disbursement::amount,
                    Amount::plus));
    boolean cancelled =
        amendments.stream()
            .map(entry -> (Amendment) entry.entry().body())
            .anyMatch(amendment -> amendment.reason() == AmendmentReason.CANCELLED);
    return current().stream().map(tranche -> row(view, tranche, paid, cancelled)).toList();
  }

  private List<Tranche> current() {
    return amendments.stream()
        .map(entry -> ((Amendment) entry.entry().body()).tranches())
        .filter(tranches -> !tranches.isEmpty())
        .findFirst()
        .orElse(grant.tranches());
  }

  private TrancheRow row(View view, Tranche tranche, Map<String, Amount> paid, boolean cancelled) {
    Amount released = Amount.ZERO;
    Amount left = Amount.ZERO;
    for (EntryRecord entry : releases) {
      Release release = (Release) entry.entry().body();
      if (Integer.valueOf(tranche.number()).equals(release.tranche())) {
        released = released.plus(release.amount());
        left = left.plus(paid.getOrDefault(entry.id(), Amount.ZERO));
      }
    }
    return new TrancheRow(
        String.valueOf(tranche.number()),
        view.money(grant.unit(), tranche.amount()),
        view.day(tranche.dueOn()),
        tranche.conditions().stream().map(condition -> words(view, condition)).toList(),
        state(tranche.amount(), released, left, cancelled));
  }

  private static TrancheState state(Amount whole, Amount released, Amount paid, boolean cancelled) {
    if (released.covers(whole)) {
      return paid.covers(whole) ? TrancheState.PAID : TrancheState.RELEASED;
    }
    return cancelled ? TrancheState.CANCELLED : TrancheState.WAITING;
  }

  private static String words(View view, Condition condition) {
    return switch (condition.type()) {
      case DATE -> {
        DateText on = view.day(condition.on());
        yield on == null ? condition.type().word() : view.fields().conditionDate(on);
      }
      case EVIDENCE -> view.fields().conditionEvidence();
      case MILESTONE -> view.fields().conditionMilestone();
      case CONFIRMATION -> view.fields().conditionConfirmation();
    };
  }
}
