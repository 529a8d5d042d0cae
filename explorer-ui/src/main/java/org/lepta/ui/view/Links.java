package org.lepta.ui.view;

import java.util.ArrayList;
import java.util.List;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** Links whose text is the same wherever they stand. Thread-safe. */
public final class Links {
  private final Language language;
  private final Texts texts;

  private Links(Language language) {
    this.language = language;
    this.texts = Texts.of(language);
  }

  public static Links of(Language language) {
    return new Links(language);
  }

  public Link allFunds(String href) {
    return new Link(texts.text("more.funds"), href);
  }

  public Link allPayments(String href) {
    return new Link(texts.text("more.payments"), href);
  }

  public Link allMoneyIn(String href) {
    return new Link(texts.text("more.moneyIn"), href);
  }

  public Link allGrants(String href) {
    return new Link(texts.text("more.grants"), href);
  }

  /** To the flow pictures of all units. */
  public Link allFlows(String href) {
    return new Link(texts.text("flows.all"), href);
  }

  /** From a flow picture to sums by year, programme and size. */
  public Link analytics(String href) {
    return new Link(texts.text("flows.analytics"), href);
  }

  /** From anywhere to the flow picture of the same money. */
  public Link flows(String href) {
    return new Link(texts.text("flows.heading"), href);
  }

  /** To the same figures, which this address will always give. */
  public Link permanent(String entries, String href) {
    return new Link(texts.text("then.permanent", entries), href);
  }

  /** Says that figures are of an earlier size of the log, with the way to those of now. */
  public Notice then(String entries, String now) {
    return new Notice(
        Tone.INFORMATION, texts.text("then.shown", entries), new Link(texts.text("then.now"), now));
  }

  /** To the corrections that were recorded after an earlier size of the log. */
  public Link correctionsSince(String href) {
    return new Link(texts.text("then.all"), href);
  }

  public Link overview() {
    return new Link(texts.text("nav.overview"), language.path("/"));
  }

  public Link allEntries(String href) {
    return new Link(texts.text("kinds.all"), href);
  }

  /** The same page as data. */
  public Link api(String href) {
    return new Link(texts.text("more.api"), href);
  }

  /** The trail of the same donation as data. */
  public Link trailApi(String href) {
    return new Link(texts.text("more.trailApi"), href);
  }

  /** A list of a fund's fees between two days. */
  public Link fees(String href) {
    return new Link(texts.text("trail.feesOfDays"), href);
  }

  /** The two files of an entry's receipt, by leaf index: the proof and the entry's bytes. */
  public List<Link> receipt(long leafIndex) {
    String address = "/api/v1/receipts/" + leafIndex;
    return List.of(
        new Link(texts.text("entry.receiptProof"), address + ".tlog-proof"),
        new Link(texts.text("entry.receiptEntry"), address + ".entry"));
  }

  /** What a donor keeps of a gift, by leaf index: the passport, and the receipt's two files. */
  public List<Link> gift(long leafIndex) {
    List<Link> files = new ArrayList<>();
    String passport = "/api/v1/receipts/" + leafIndex + "/passport";
    files.add(new Link(texts.text("receipt.passportPage"), passport + ".html"));
    files.add(new Link(texts.text("receipt.passport"), passport));
    files.addAll(receipt(leafIndex));
    return files;
  }

  /** The page of a donation for everybody. */
  public Link publicPage(String href) {
    return new Link(texts.text("receipt.publicPage"), href);
  }

  /** The page of an entry, by leaf index. */
  public Link entry(long leafIndex) {
    return new Link(
        texts.text("more.entry", CountFormat.number(language, leafIndex)),
        language.path("/entries/" + leafIndex));
  }
}
