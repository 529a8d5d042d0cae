package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.service.indexing.flow.GiftWait;
import org.lepta.service.indexing.flow.WaitBand;
import org.lepta.service.indexing.read.Ranked;
import org.lepta.service.indexing.read.Totals;
import org.lepta.ui.view.FlowWords;
import org.lepta.ui.view.Ranking;

/** Says how much of a sum goes to, or comes from, the largest organisations. */
final class Concentration {

  private static final Set<WaitBand> WAITED =
      EnumSet.complementOf(EnumSet.of(WaitBand.UNDATED, WaitBand.BEFORE));

  private final View view;
  private final FlowViews views;
  private final FlowWords words;
  private final List<String> sentences = new ArrayList<>();

  Concentration(View view) {
    this.view = view;
    this.views = new FlowViews(view);
    this.words = FlowWords.of(view.language());
  }

  List<String> sentences() {
    return sentences;
  }

  /** The largest alone, and all of the largest together if there are several. */
  void add(Ranking ranking, List<Ranked.PartySum> top, BigDecimal total) {
    if (top.isEmpty() || total.signum() <= 0) {
      return;
    }
    Ranked.PartySum first = top.getFirst();
    sentences.add(
        words.largest(
            ranking,
            views.share(first.sum().amount(), total),
            view.organisation(first.organisation()).name()));
    if (top.size() > 1) {
      BigDecimal together =
          top.stream().map(party -> party.sum().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
      sentences.add(words.largest(ranking, views.share(together, total), top.size()));
    }
  }

  void addConfirmed(Totals totals) {
    sentences.add(words.confirmed(views.share(totals.confirmed(), totals.disbursed())));
  }

  /** Of gifts that came before the payment, as far as both dates are known. */
  void addWaited(Map<WaitBand, GiftWait> waits) {
    GiftWait waited =
        GiftWait.sum(
            waits.entrySet().stream()
                .filter(wait -> WAITED.contains(wait.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    if (waited.amount().signum() > 0) {
      sentences.add(words.waited(waited.averageDays()));
    }
  }
}
