package org.lepta.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.rule.Postings;
import org.lepta.service.exchange.ImportOptions.DateOrder;
import org.lepta.service.exchange.ImportReport.Lines;
import org.lepta.service.exchange.ImportReport.Verdict;

/** The figures that must come out of files as their publishers wrote them. */
class PublishedFilesTest {

  private final RuleIntake ledger = new RuleIntake();

  private ImportReport load(String name) throws IOException {
    return Samples.load(ledger, Samples.published(name));
  }

  private static long warned(ImportReport report, WarningCode code) {
    return report.warnings().stream()
        .filter(w -> w.code() == code)
        .mapToLong(ImportReport.Warning::count)
        .sum();
  }

  /** Asked for before each test: inside an expectation the skip would count as a wrong refusal. */
  @BeforeEach
  void findTheFolder() {
    assertThat(Samples.published("README.md")).exists();
  }

  private static Lines lines(long imported, long unchanged, long excluded, long rejected) {
    long read = imported + unchanged + excluded + rejected;
    return new Lines(read, imported, 0, unchanged, 0, excluded, rejected, 0);
  }

  /** What all postings of a fund add up to in one account. */
  private String balance(String fund, Account account) {
    Amount sum = Amount.ZERO;
    for (Entry entry : ledger.entries()) {
      if (entry.body() instanceof Flow flow && flow.fund().equals(fund)) {
        for (Posting posting : Postings.of(flow, FundMode.REPORTED)) {
          sum = posting.account() == account ? sum.plus(posting.amount()) : sum;
        }
      }
    }
    return sum.toString();
  }

  @Nested
  class Grants {

    @Test
    void abctGives783GrantsTo322Recipients() throws IOException {
      ImportReport report = load("360giving/abct-open-programme.json");

      assertThat(report.lines()).isEqualTo(lines(783, 0, 0, 0));
      assertThat(report.sums()).isEqualTo(Map.of("GBP", Map.of("awarded", "12785625")));
      assertThat(report.recipients()).isEqualTo(322);
      assertThat(report.entries()).containsEntry("grant", 783L).containsEntry("organisation", 322L);
    }

    @Test
    void programmesOfSeveralTitlesAreCalledByTheirCode() throws IOException {
      load("360giving/abct-open-programme.json");

      assertThat(ledger.texts("fund:GB-CHC-1000147/Open Programme"))
          .isEqualTo(Map.of("name", "Open Programme"));
      assertThat(ledger.texts("grant:360G-ABCT-0065I000005BoDGQA044222"))
          .containsEntry("programme", "Human Rights, particularly access to justice");
    }

    @Test
    void importedAgainNothingIsNew() throws IOException {
      load("360giving/abct-open-programme.json");
      int before = ledger.entries().size();

      ImportReport report = load("360giving/abct-open-programme.json");

      assertThat(report.lines()).isEqualTo(lines(0, 783, 0, 0));
      assertThat(report.entries()).isEmpty();
      assertThat(report.sums()).isEqualTo(Map.of("GBP", Map.of("awarded", "12785625")));
      assertThat(ledger.entries()).hasSize(before);
    }

    @Test
    void lloydsComesInWithItsQuirksAsWarnings() throws IOException {
      ImportReport report = load("360giving/lloyds-bank-foundation-2010-2015.json");

      assertThat(report.lines()).isEqualTo(lines(4_116, 0, 0, 0));
      assertThat(report.sums()).isEqualTo(Map.of("GBP", Map.of("awarded", "115795635.69")));
      assertThat(report.verdict()).isEqualTo(Verdict.IN_WITH_WARNINGS);
      assertThat(warned(report, WarningCode.DESCRIPTION_MISSING)).isEqualTo(5);
      assertThat(warned(report, WarningCode.FIELD_NOT_IN_LIST)).isEqualTo(4_116);
      assertThat(warned(report, WarningCode.AWARD_ZERO)).isEqualTo(1);
    }

    @Test
    void powerToChangeHasPaymentsToDate() throws IOException {
      ImportReport report = load("360giving/power-to-change-2015-2019.json");

      assertThat(report.lines()).isEqualTo(lines(870, 0, 0, 0));
      assertThat(report.sums())
          .isEqualTo(Map.of("GBP", Map.of("awarded", "51625696.54", "disbursed", "38711248.17")));
      assertThat(report.entries()).containsEntry("grant", 870L).containsEntry("disbursement", 759L);
      assertThat(warned(report, WarningCode.PAID_OVER_AWARD)).isEqualTo(9);
    }

    @Test
    void wolfsonsDatesAreAbsentAndTheirLiteralsKept() throws IOException {
      ImportReport report = load("360giving/wolfson-2014.json");

      assertThat(report.lines()).isEqualTo(lines(379, 0, 0, 0));
      assertThat(warned(report, WarningCode.DATE_UNREADABLE)).isEqualTo(379);
      assertThat(warned(report, WarningCode.AWARD_ZERO)).isEqualTo(114);
      Entry grant = ledger.entry("grant:360G-wolfson-19747");
      assertThat(grant.header().happenedOn()).isNull();
      assertThat(ledger.texts("grant:360G-wolfson-19747"))
          .containsEntry("happened-on-literal", "05/06/2014");
    }

    @Test
    void wolfsonsDatesAreThereWhenTheirOrderIsNamed() throws IOException {
      ImportOptions dmy = ImportOptions.standard().withDates(DateOrder.DAY_MONTH_YEAR);

      ImportReport report =
          Samples.load(ledger, Samples.published("360giving/wolfson-2014.json"), dmy);

      assertThat(report.lines()).isEqualTo(lines(379, 0, 0, 0));
      assertThat(warned(report, WarningCode.DATE_UNREADABLE)).isZero();
      assertThat(report.sums())
          .isEqualTo(Map.of("GBP", Map.of("awarded", "31178456", "disbursed", "8933771")));
      assertThat(ledger.entry("grant:360G-wolfson-19747").header().happenedOn())
          .isEqualTo("2014-06-05");
    }

    @Test
    void nothingOfPeopleIsTaken() throws IOException {
      ImportReport report = load("360giving/mixed-regrants-and-individuals.json");

      assertThat(report.lines()).isEqualTo(lines(154, 0, 0, 0));
      assertThat(warned(report, WarningCode.RECIPIENT_INDIVIDUAL)).isEqualTo(99);
      assertThat(ledger.allTexts())
          .filteredOn(text -> text.text().equals("Individual recipient"))
          .hasSize(99);
      assertThat(ledger.texts("grant:360G-DevonCF-A482904"))
          .isEqualTo(Map.of("title", "Individual recipient"));
    }
  }

  @Nested
  class Fixtures {

    @Test
    void theMalformedFileIsRefusedAtLineTen() {
      assertThatThrownBy(
              () -> load("360giving/checker-fixtures/fundingproviders-grants_malformed.json"))
          .isInstanceOfSatisfying(
              RefusedFileException.class,
              e -> assertThat(e.code()).isEqualTo(FileRefusal.FILE_MALFORMED))
          .hasMessageContaining("line 10");
      assertThat(ledger.submissions()).isZero();
    }

    @Test
    void nothingComesOfNulls() throws IOException {
      ImportReport report = load("360giving/checker-fixtures/nulls.json");

      assertThat(report.lines()).isEqualTo(lines(0, 0, 0, 2));
      assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
      assertThat(report.rejects())
          .extracting(ImportReport.Reject::position)
          .isEqualTo(List.of("grants[0]", "grants[1]"));
      assertThat(ledger.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "RecipientIndWithoutToIndividualsDetails",
          "badfile_all_validation_errors",
          "dei_extension",
          "fundingproviders-grants_2_grants",
          "ids-unexpected-chars"
        })
    void spreadsheetsAreNotSupportedYet(String name) {
      assertThatThrownBy(() -> load("360giving/checker-fixtures/" + name + ".xlsx"))
          .isInstanceOfSatisfying(
              RefusedFileException.class,
              e -> assertThat(e.code()).isEqualTo(FileRefusal.FILE_SPREADSHEET))
          .hasMessageContaining("not supported yet");
    }

    @Test
    void aRepeatedIdIsAWarningOrARejectOfTheLaterLine() throws IOException {
      ImportReport report =
          load("360giving/checker-fixtures/fundingproviders-grants_fixed_2_grants.json");

      // The two grants stand there twice; what differs between the copies is no fact.
      assertThat(report.lines()).isEqualTo(new Lines(4, 2, 0, 0, 2, 0, 0, 0));
      assertThat(warned(report, WarningCode.LINE_REPEATED)).isEqualTo(2);
    }
  }

  @Nested
  class Activities {

    @Test
    void theAppealOfTheDisastersEmergencyCommitteeComesOutExactly() throws IOException {
      ImportReport report = load("iati/chain-dec-coronavirus-appeal.xml");

      assertThat(report.lines()).isEqualTo(lines(88, 0, 6, 0));
      assertThat(report.sums())
          .isEqualTo(
              Map.of(
                  "GBP",
                  Map.of(
                      "donated", "22090799",
                      "awarded", "1024568",
                      "disbursed", "21818873.8902",
                      "spent", "329688.44")));
      assertThat(balance("GB-CHC-1062638-CVA20", Account.DONORS)).isEqualTo("-19000000");
      assertThat(balance("GB-CHC-1062638-CVA20", Account.HELD)).isEqualTo("19000000.0002");
    }

    @Test
    void theChainOfFourOrganisationsComesOutExactly() throws IOException {
      ImportReport report = load("iati/chain-h2h-network-2020.xml");

      assertThat(report.sums())
          .isEqualTo(
              Map.of(
                  "GBP",
                  Map.of(
                      "donated", "3192130.38",
                      "awarded", "2000000",
                      "disbursed", "2623221.16",
                      "spent", "1361843.27"),
                  "EUR",
                  Map.of("disbursed", "125074")));
    }

    @Test
    void reimbursementsAreToldFromReturnsByWhoReceives() throws IOException {
      ImportReport report = load("iati/chain-dutch-relief-alliance.xml");

      assertThat(report.sums().get("EUR")).containsEntry("returned", "232915");
      assertThat(warned(report, WarningCode.PAID_OVER_AWARD)).isPositive();
      assertThat(ledger.entries()).filteredOn(e -> e.kind().label().equals("return")).hasSize(3);
    }

    @Test
    void theCorpusComesInBesidesLoansPledgesAndWhatHasNoAmount() throws IOException {
      ImportReport report = load("iati/corpus-covid-2021-06.xml.gz");

      assertThat(report.lines()).isEqualTo(lines(72_296, 0, 4_926, 21));
      assertThat(report.excluded())
          .isEqualTo(
              new TreeMap<>(
                  Map.of(
                      "iati-type-11", 4_276L,
                      "iati-type-5", 528L,
                      "iati-type-8", 55L,
                      "iati-type-6", 44L,
                      "iati-type-12", 15L,
                      "iati-type-13", 8L)));
      // Together 3,805 negative values.
      assertThat(report.entries()).containsEntry("amendment", 331L);
      assertThat(report.entries()).containsEntry("correction", 3_474L);
      assertThat(report.rejects())
          .extracting(ImportReport.Reject::code)
          .containsOnly(RejectCode.AMOUNT_MISSING);

      int before = ledger.entries().size();
      ImportReport again = load("iati/corpus-covid-2021-06.xml.gz");

      assertThat(again.lines()).isEqualTo(lines(0, 72_296, 4_926, 21));
      assertThat(ledger.entries()).hasSize(before);
      assertThat(load("iati/chain-dec-coronavirus-appeal.xml").lines())
          .as("an extract states the same lines")
          .isEqualTo(lines(0, 88, 6, 0));
    }

    @Test
    void organisationFilesAndOldVersionsAreNotSupported() {
      for (String name : List.of("org-file-adb.xml", "v1/cafod-drc-2013.xml")) {
        assertThatThrownBy(() -> load("iati/" + name))
            .isInstanceOfSatisfying(
                RefusedFileException.class,
                e -> assertThat(e.code()).isEqualTo(FileRefusal.FILE_NOT_SUPPORTED));
      }
    }
  }
}
