package org.lepta.ui.view;

import org.lepta.ui.format.Amount;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.Share;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** What is said of flow pictures and analytics in one language. Thread-safe. */
public final class FlowWords {
  private final Language language;
  private final Texts texts;

  private FlowWords(Language language) {
    this.language = language;
    this.texts = Texts.of(language);
  }

  public static FlowWords of(Language language) {
    return new FlowWords(language);
  }

  /** What the streams of the whole ledger go through. */
  public String ledger() {
    return texts.text("flows.ledger");
  }

  public String flowsHeading() {
    return texts.text("flows.heading");
  }

  public String flowsLead() {
    return texts.text("flows.lead");
  }

  public String analyticsHeading() {
    return texts.text("analytics.heading");
  }

  public String analyticsLead() {
    return texts.text("analytics.lead");
  }

  /** Whose money a picture or a group of tables is of. */
  public String of(FundMode mode, String middle) {
    return texts.text("flows.of", texts.label(mode), middle);
  }

  /** A stream that sums up several organisations. */
  public String several(FlowRole role, long organisations) {
    return texts.label(role)
        + " · "
        + CountFormat.phrase(language, "count.organisations", organisations);
  }

  /** A stream that stands on the other side, because corrections outweigh what was stated. */
  public String takenBack(String label) {
    return texts.text("flow.takenBack", label);
  }

  /** Entries without a date. */
  public String undated() {
    return texts.text("analytics.undated");
  }

  /** Awards below one unit. */
  public String belowOne() {
    return texts.text("analytics.below1");
  }

  /** Awards between two amounts, both included. */
  public String between(Amount from, Amount to) {
    return texts.text("analytics.from", from.text(), to.text());
  }

  /** How much the largest organisation has of all. */
  public String largest(Ranking ranking, Share share, String name) {
    String key =
        switch (ranking) {
          case GAVE -> "analytics.oneGave";
          case AWARDED -> "analytics.oneAwarded";
          case PAID -> "analytics.onePaid";
        };
    return texts.text(key, share.text(), name);
  }

  /** How much the largest organisations have together of all. */
  public String largest(Ranking ranking, Share share, int organisations) {
    String key =
        switch (ranking) {
          case GAVE -> "analytics.topGave";
          case AWARDED -> "analytics.topAwarded";
          case PAID -> "analytics.topPaid";
        };
    return texts.text(key, CountFormat.number(language, organisations), share.text());
  }

  /** How much of what was paid the other side confirms. */
  public String confirmed(Share share) {
    return texts.text("analytics.confirmed", share.text());
  }

  /** How long gifts waited on average. */
  public String waited(long days) {
    return texts.text("analytics.waited", CountFormat.phrase(language, "count.days", days));
  }
}
