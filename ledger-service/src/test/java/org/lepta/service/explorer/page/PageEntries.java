package org.lepta.service.explorer.page;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.TextHash;
import org.lepta.ledger.money.Amount;
import org.lepta.service.testing.Samples;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.TextStore;

/** Entries whose pages are looked at. */
final class PageEntries {

  static final String FUND = "water/north";
  static final String GRANTEE = "RU-OGRN-1137746072375";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private PageEntries() {}

  static Entry organisation(TextStore texts, String id, String name, @Nullable String language) {
    return named(
        texts, new Entry(Header.of(id, Samples.KEEPER), new Organisation(null)), name, language);
  }

  static Entry named(TextStore texts, Entry entry, String name, @Nullable String language) {
    return new Entry(
        entry.header().with(List.of(held(texts, "name", name, language))), entry.body());
  }

  static Entry titled(TextStore texts, Entry entry, String russian, String english) {
    return new Entry(
        entry
            .header()
            .with(
                List.of(held(texts, "title", russian, "ru"), held(texts, "title", english, "en"))),
        entry.body());
  }

  private static TextHash held(
      TextStore texts, String role, String words, @Nullable String language) {
    SaltedText text = SaltedText.salted(words, language, new SecureRandom());
    texts.put(text);
    texts.sync();
    return new TextHash(role, new Hash(text.commitment().hex()));
  }

  static Entry stated(String by, String id, String fund, String amount) {
    return new Entry(
        Header.of(id, by).happened(DAY),
        new Donation(fund, Samples.RUB, Amount.parse(amount), null, null, null, null));
  }

  static Entry reportedGrant() {
    return new Entry(
        Header.of("g1", "XI-TEST-OTHER").happened(DAY),
        new Grant(
            "reported", Samples.RUB, Amount.parse("5"), null, null, List.of(), null, null, null));
  }

  static Entry payment() {
    return payment("p1", "300");
  }

  static Entry confirmation() {
    return new Entry(
        Header.of("k1", GRANTEE).happened(DAY),
        new Confirmation(
            FUND, "disbursement:p1", Samples.RUB, Amount.parse("300"), null, "g1", null));
  }

  static Entry payment(String id, String amount) {
    return new Entry(
        Header.of(id, Samples.KEEPER).happened(DAY),
        new Disbursement(
            FUND,
            Samples.RUB,
            Amount.parse(amount),
            "g1",
            null,
            Party.organisation(GRANTEE),
            null,
            null,
            null));
  }

  static Entry fee(String id, String donation, String amount) {
    return new Entry(
        Header.of(id, Samples.KEEPER).happened(DAY),
        new Fee(FUND, Samples.RUB, Amount.parse(amount), donation, null));
  }

  static Entry correction() {
    Flow part = new Donation(FUND, Samples.RUB, Amount.parse("0.25"), null, null, null, null);
    return new Entry(
        Header.of("c1", Samples.KEEPER).happened(DAY), new Correction("d2", "wrong-amount", part));
  }
}
