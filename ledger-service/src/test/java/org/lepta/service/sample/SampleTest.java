package org.lepta.service.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.AmendmentReason;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;
import org.lepta.service.submission.Draft;

/** The sample is made in memory and taken by the real rules. */
final class SampleTest {

  private static final Sample SAMPLE = Sample.standard();

  private static Stream<Draft> drafts(Sample sample) {
    return Stream.concat(
        sample.organisations().drafts().stream(),
        sample.chapters().stream().flatMap(chapter -> chapter.drafts().stream()));
  }

  private static Stream<Entry> entries() {
    return drafts(SAMPLE).map(Draft::entry);
  }

  private static <T> List<T> bodies(Class<T> type) {
    return entries().map(Entry::body).filter(type::isInstance).map(type::cast).toList();
  }

  private static Entry entry(String id) {
    return entries().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void theSameSeedMakesTheSameBytesAndTexts() {
    List<Draft> again = drafts(Sample.standard()).toList();

    assertThat(again).isEqualTo(drafts(SAMPLE).toList());
    assertThat(again.stream().map(draft -> EntryCodec.encode(draft.entry())))
        .containsExactlyElementsOf(entries().map(EntryCodec::encode).toList());
  }

  @Test
  void anotherSeedMakesOtherEntries() {
    assertThat(drafts(Sample.of(7)).toList()).isNotEqualTo(drafts(SAMPLE).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {Sample.SEED, 1, 2})
  void everyEntryPassesTheRules(long seed) {
    assertThat(new RuleLedger().refusals(Sample.of(seed))).isEmpty();
  }

  @Test
  void itHasSoManyEntriesOfEachKind() {
    Map<String, Long> counts =
        entries()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.kind().label(), TreeMap::new, Collectors.counting()));

    assertThat(counts.toString())
        .isEqualTo(
            "{amendment=17, approval=167, assessment=90, confirmation=367, correction=2, device=9,"
                + " disbursement=458, donation=5311, expenditure=596, fee=4161, fund=9, grant=200,"
                + " income=24, opening=2, organisation=40, outcome=95, pass-on=3, refund=4,"
                + " release=412, report=133, return=32, transfer-in=2, transfer-out=2}");
    assertThat(SAMPLE.size()).isEqualTo(entries().count() + 3);
  }

  @Test
  void idsAreUniqueWithinTheirKind() {
    assertThat(entries().map(Entry::qualifiedId)).doesNotHaveDuplicates();
  }

  @Test
  void moneyGoesOverFourHops() {
    List<PassOn> hops = bodies(PassOn.class);

    assertThat(hops)
        .extracting(PassOn::amount)
        .containsExactly(units(12_000), units(9_000), units(4_000));
    assertThat(hops.get(0).toFund()).isEqualTo("XI-LEPTA-DEMO-02-orchards");
    assertThat(hops.get(1).toFund()).isEqualTo("XI-LEPTA-DEMO-01-warm-home");
    assertThat(hops.get(2).receiver()).isEqualTo(Party.organisation("XI-LEPTA-DEMO-71"));
    assertThat(bodies(Donation.class).stream().filter(gift -> gift.from() != null))
        .extracting(Donation::fund, Donation::from, Donation::amount)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "XI-LEPTA-DEMO-02-orchards", "XI-LEPTA-DEMO-03-grant-001-pass-on", units(12_000)),
            org.assertj.core.groups.Tuple.tuple(
                "XI-LEPTA-DEMO-01-warm-home", "XI-LEPTA-DEMO-02-grant-004-pass-on", units(9_000)));
  }

  @Test
  void aChargebackMakesAFundShortAndATransferCoversIt() {
    Book book = new Book();
    Amount least = Amount.ZERO;
    Amount after = Amount.ZERO;
    for (Entry entry : entries().toList()) {
      if (entry.body() instanceof Flow flow) {
        book.add(flow);
        after = book.free(Sample.FUND, FundCard.RUB);
        least = least.min(after);
        if (entry.body() instanceof Refund refund && refund.reason().equals("chargeback")) {
          assertThat(after.signum()).isNegative();
        }
        if (entry.id().equals("XI-LEPTA-DEMO-02-transfer-schools-in")) {
          assertThat(after.signum()).isPositive();
        }
      }
    }
    assertThat(least).isEqualTo(Amount.parse("-784629.27"));
  }

  @Test
  void whatDoesNotHappenEveryMonthIsThere() {
    assertThat(bodies(Amendment.class))
        .extracting(Amendment::reason)
        .contains(
            AmendmentReason.MORE,
            AmendmentReason.LESS,
            AmendmentReason.DATES,
            AmendmentReason.CANCELLED);
    assertThat(bodies(Disbursement.class)).anyMatch(paid -> paid.release() == null);
    assertThat(bodies(Expenditure.class)).anyMatch(cost -> cost.grant() == null);
    assertThat(bodies(Refund.class)).extracting(Refund::reason).contains("donor-request");
    assertThat(entries()).anyMatch(entry -> entry.header().bookedOn() != null);
    assertThat(
            bodies(Grant.class).stream()
                .flatMap(grant -> grant.tranches().stream())
                .map(Tranche::conditions)
                .flatMap(List::stream)
                .map(condition -> condition.type()))
        .contains(ConditionType.values());
    assertThat(bodies(Donation.class))
        .anyMatch(gift -> gift.donor() != null && gift.donor().org() != null);
  }

  @Test
  void theLinksWorthOpeningLeadSomewhere() {
    assertThat(entry(Sample.DONATION).body()).isInstanceOf(Donation.class);
    assertThat(entry(Sample.FUND).kind().label()).isEqualTo("fund");
    assertThat(entry(Sample.ORGANISATION).kind().label()).isEqualTo("organisation");
  }

  private static Amount units(long units) {
    return Amount.ofUnits(units);
  }
}
