package org.lepta.ledger.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.ledger.rule.TestLedger.BOOKS;
import static org.lepta.ledger.rule.TestLedger.GBP;
import static org.lepta.ledger.rule.TestLedger.ONE;
import static org.lepta.ledger.rule.TestLedger.OTHERS;
import static org.lepta.ledger.rule.TestLedger.SCHOOL;
import static org.lepta.ledger.rule.TestLedger.TWO;
import static org.lepta.ledger.rule.TestLedger.amount;
import static org.lepta.ledger.rule.TestLedger.by;
import static org.lepta.ledger.rule.TestLedger.donation;
import static org.lepta.ledger.rule.TestLedger.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lepta.ledger.Samples;
import org.lepta.ledger.codec.ProjectFiles;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Source;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

class CodeTest {

  private static final Unit RUB = new Unit("RUB");

  private final TestDevice anna = new TestDevice("device-anna", "person-anna", ONE);
  private final TestLedger ledger =
      TestLedger.started(List.of(new ApprovalBand(null, null, 1, List.of())));

  @Test
  void theDocumentListsAllCodesInTheirOrder() throws IOException {
    List<String> documented =
        Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|")
            .matcher(Files.readString(ProjectFiles.docs().resolve("reference/errors.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(Arrays.stream(Code.values()).map(Code::name).toList());
  }

  /** The others come from the contracts and are provoked there. */
  @ParameterizedTest
  @EnumSource(
      value = Code.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "REQUEST_MALFORMED",
        "REQUEST_TOO_LARGE",
        "NOT_A_MEMBER",
        "BATCH_NUMBER_TAKEN",
        "SEAL_GAP",
        "ALREADY_STARTED"
      })
  void everyRuleHasItsCode(Code code) {
    prepare(code);

    assertThat(TestLedger.code(ledger.decide(ONE, provoking(code)).getFirst())).isEqualTo(code);
  }

  private void prepare(Code code) {
    if (code.compareTo(Code.TRANSFER_UNPAIRED) > 0 && code != Code.FREE_NOT_ENOUGH) {
      Condition never = new Condition(ConditionType.MILESTONE, null, null);
      ledger.give(SCHOOL, "100");
      ledger.mustDecide(
          ONE,
          LaneTest.grant("g-1", "10"),
          LaneTest.grant(
              "g-2",
              "30",
              new Tranche(1, amount("10"), null, List.of()),
              new Tranche(2, amount("20"), null, List.of(never))),
          anna.registration());
      for (Entry release :
          List.of(oneOf("r-1", "5"), oneOf("r-2", "11"), inTranche("r-3", 11, 1))) {
        ledger.mustDecide(ONE, entry("v-" + release.id(), anna.approve(release)));
      }
      ledger.mustDecide(ONE, oneOf("r-1", "5"));
    }
  }

  private static Entry oneOf(String id, String amount) {
    return recorded(LaneTest.release(id, "g-1", amount, null));
  }

  private static Entry inTranche(String id, int amount, int tranche) {
    return recorded(LaneTest.release(id, "g-2", Integer.toString(amount), tranche));
  }

  private static Entry recorded(Entry entry) {
    return new Entry(entry.header().by("recorder-0001"), entry.body());
  }

  private Entry provoking(Code code) {
    return switch (code) {
      case ENTRY_MALFORMED -> entry("d-1", gift(new Party(null, null), "1"));
      case ENTRY_TOO_LARGE ->
          new Entry(
              Header.of("d-1", ONE).proven(Collections.nCopies(65, Samples.hash("x"))),
              donation(SCHOOL, "1"));
      case ID_INVALID -> entry(" d-1", donation(SCHOOL, "1"));
      case PERSONAL_ID -> entry("d-1", gift(Party.organisation("RU-INN-123456789012"), "1"));
      case WORD_INVALID -> new Entry(Header.of("d-1", ONE).by("ann"), donation(SCHOOL, "1"));
      case DATE_INVALID ->
          new Entry(Header.of("d-1", ONE).happened(LocalDate.of(0, 1, 1)), donation(SCHOOL, "1"));
      case AMOUNT_INVALID -> entry("d-1", donation(SCHOOL, "-1"));
      case KIND_NOT_YET ->
          entry("x-1", new Exchange(SCHOOL, GBP, amount("1"), RUB, amount("1"), null, null, null));
      case WRONG_TRANSACTION -> entry("d-1", donation(SCHOOL, "1"));
      case NOT_ENTITLED -> by(TWO, "g-1", LaneTest.grant("g-1", "1").body());
      case ORGANISATION_UNKNOWN -> entry("XM-NOBODY", new Member("NobodyMSP"));
      case FUND_UNKNOWN -> entry("e-1", new Fee("XM-NO/fund", GBP, amount("1"), null, null));
      case NOT_FUND_OWNER -> entry("e-1", new Fee(OTHERS, GBP, amount("1"), null, null));
      case UNIT_NOT_DECLARED -> entry("e-1", new Fee(SCHOOL, RUB, amount("1"), null, null));
      case EXISTS_WITH_OTHER_CONTENT ->
          entry(BOOKS, TestLedger.fund(ONE, FundMode.MANAGED, approvals()));
      case TRANSFER_UNPAIRED ->
          entry("o-1", new TransferOut(SCHOOL, GBP, amount("1"), BOOKS, "i-1", "board"));
      default -> provokingLater(code);
    };
  }

  private static List<ApprovalBand> approvals() {
    return List.of(new ApprovalBand(null, null, 3, List.of()));
  }

  private Entry provokingLater(Code code) {
    return switch (code) {
      case GRANT_UNKNOWN -> LaneTest.release("r-9", "g-9", "1", null);
      case TRANCHE_UNKNOWN -> LaneTest.release("r-9", "g-2", "1", 3);
      case RELEASE_UNKNOWN -> LaneTest.payment("p-1", "1", "g-1", "r-9");
      case TARGET_UNKNOWN -> taking(new Fee(SCHOOL, GBP, amount("1"), null, null), "e-9");
      case PREVIOUS_UNKNOWN ->
          new Entry(
              Header.of("e-9", ONE).movedFrom(7L), new Fee(SCHOOL, GBP, amount("1"), null, null));
      case CONDITION_NOT_MET -> LaneTest.release("r-9", "g-2", "1", 2);
      case DEVICE_UNKNOWN ->
          entry(
              "v-9", new TestDevice("device-none", "person-none", ONE).approve(oneOf("r-9", "1")));
      case SIGNATURE_INVALID ->
          entry("v-9", anna.approve(oneOf("r-9", "1"), "{}", "desk.example", 5));
      case APPROVALS_MISSING -> oneOf("r-9", "1");
      case FREE_NOT_ENOUGH -> LaneTest.grant("g-9", "1000");
      case AWARDED_NOT_ENOUGH -> oneOf("r-2", "11");
      case TRANCHE_NOT_ENOUGH -> inTranche("r-3", 11, 1);
      case RELEASE_NOT_ENOUGH -> LaneTest.payment("p-1", "6", "g-1", "r-1");
      case ALREADY_SPENT -> taking((Grant) LaneTest.grant("g", "6").body(), "g-1");
      case OVERFLOW -> overflow();
      default -> throw new IllegalStateException("nothing provokes " + code);
    };
  }

  private static Entry taking(Flow flow, String target) {
    return entry("c-1", new Correction(target, "typing-error", flow));
  }

  /** Corrections of gifts are facts, so nothing but the range stops them. */
  private Entry overflow() {
    Donation most = new Donation(SCHOOL, GBP, Amount.LIMIT, null, null, null, null);
    for (int i = 0; i < 9; i++) {
      ledger.mustDecide(ONE, entry("c-" + i, new Correction("d", "typing-error", most)));
    }
    return entry("c-9", new Correction("d", "typing-error", most));
  }

  private static Donation gift(Party donor, String amount) {
    return new Donation(SCHOOL, GBP, amount(amount), donor, null, null, null);
  }

  /** One entry with everything wrong; each repair lets the next code through. */
  @Test
  void theEarlierCodeIsToldWhicheverFieldItIsIn() {
    Body bad = exchange(" fund", "-1");
    Source both = new Source(Samples.hash("a"), Samples.hash("b"), "a b");
    Header worst =
        Header.of("RU-INN-123456789012", ONE)
            .happened(LocalDate.of(0, 1, 1))
            .proven(Collections.nCopies(65, Samples.hash("x")))
            .from(both);

    assertThat(check(worst, bad)).isEqualTo(Code.ENTRY_MALFORMED);
    Header onlyOne = worst.from(new Source(Samples.hash("a"), null, "a b"));
    assertThat(check(onlyOne, bad)).isEqualTo(Code.ENTRY_TOO_LARGE);
    Header shorter = onlyOne.proven(List.of());
    assertThat(check(shorter, bad)).isEqualTo(Code.ID_INVALID);
    Body known = exchange(SCHOOL, "-1");
    assertThat(check(shorter, known)).isEqualTo(Code.PERSONAL_ID);
    Header named = header("x-1", shorter);
    assertThat(check(named, known)).isEqualTo(Code.WORD_INVALID);
    Header placed = named.from(null);
    assertThat(check(placed, known)).isEqualTo(Code.DATE_INVALID);
    Header dated = placed.happened(null);
    assertThat(check(dated, known)).isEqualTo(Code.AMOUNT_INVALID);
    assertThat(check(dated, exchange(SCHOOL, "1"))).isEqualTo(Code.KIND_NOT_YET);
  }

  private static Header header(String id, Header like) {
    return Header.of(id, like.statedBy()).happened(like.happenedOn()).from(like.source());
  }

  private static Exchange exchange(String fund, String amount) {
    return new Exchange(fund, GBP, amount(amount), RUB, amount("1"), null, null, null);
  }

  private static @Nullable Code check(Header header, Body body) {
    try {
      EntryChecks.check(new Entry(header, body));
      return null;
    } catch (RefusedException e) {
      return e.code();
    }
  }

  /** The same with what depends on the ledger. */
  @Test
  void theEarlierCodeIsToldWhateverIsLookedUp() {
    ledger.mustDecide(ONE, entry("e-1", new Fee(SCHOOL, GBP, amount("1"), null, null)));

    assertThat(decide(by(TWO, "g-1", grant("XM-ELSEWHERE/grants", RUB))))
        .isEqualTo(Code.WRONG_TRANSACTION);
    assertThat(decide(by(TWO, "g-1", grant("XM-NO/fund", RUB)))).isEqualTo(Code.NOT_ENTITLED);
    assertThat(decide(entry("g-1", grant("XM-NO/fund", RUB)))).isEqualTo(Code.FUND_UNKNOWN);
    assertThat(decide(entry("g-1", grant(OTHERS, RUB)))).isEqualTo(Code.NOT_FUND_OWNER);
    assertThat(decide(entry("e-1", new Fee(SCHOOL, RUB, amount("2"), null, null))))
        .isEqualTo(Code.UNIT_NOT_DECLARED);
    assertThat(decide(entry("e-1", new Fee(SCHOOL, GBP, amount("2"), null, null))))
        .isEqualTo(Code.EXISTS_WITH_OTHER_CONTENT);
    assertThat(decide(entry("g-1", grant(SCHOOL, GBP)))).isEqualTo(Code.FREE_NOT_ENOUGH);
  }

  private static Grant grant(String fund, Unit unit) {
    return new Grant(fund, unit, amount("5"), null, null, List.of(), null, null, null);
  }

  private @Nullable Code decide(Entry entry) {
    return TestLedger.code(ledger.decide(ONE, entry).getFirst());
  }
}
