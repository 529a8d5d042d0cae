package org.lepta.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.codec.CanonicalJson;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.service.exchange.ImportReport.Lines;

/** What small files of our own become, entry by entry. */
class OwnSamplesTest {

  private final RuleIntake ledger = new RuleIntake();

  /** The facts of an entry: its canonical form without source and texts. */
  private String facts(String qualifiedId) {
    var tree = EntryCodec.toTree(ledger.entry(qualifiedId));
    tree.remove(List.of("source", "texts"));
    return new String(CanonicalJson.write(tree), StandardCharsets.UTF_8);
  }

  private static long warned(ImportReport report, WarningCode code) {
    return report.warnings().stream()
        .filter(w -> w.code() == code)
        .mapToLong(ImportReport.Warning::count)
        .sum();
  }

  @Nested
  class GrantsFile {

    private ImportReport load() throws IOException {
      return Samples.load(ledger, Samples.own("grants.json"));
    }

    @Test
    void linesAndSumsAreCounted() throws IOException {
      ImportReport report = load();

      assertThat(report.lines()).isEqualTo(new Lines(7, 7, 0, 0, 0, 0, 0, 0));
      assertThat(report.entries())
          .isEqualTo(Map.of("organisation", 2L, "fund", 3L, "grant", 4L, "disbursement", 4L));
      assertThat(report.sums())
          .isEqualTo(Map.of("GBP", Map.of("awarded", "1340.6235", "disbursed", "800")));
      assertThat(report.sha256()).hasSize(64);
    }

    @Test
    void aGrantKeepsItsIdAndGetsItsFundByProgramme() throws IOException {
      load();

      assertThat(facts("grant:360G-marsh-1"))
          .isEqualTo(
              "{\"amount\":\"1000.5\",\"endsOn\":\"2025-03-31\","
                  + "\"fund\":\"GB-CHC-9000000/Winter\",\"happenedOn\":\"2024-03-05\","
                  + "\"id\":\"360G-marsh-1\",\"kind\":\"grant\","
                  + "\"recipient\":{\"org\":\"GB-CHC-9000001\"},\"startsOn\":\"2024-04-01\","
                  + "\"statedBy\":\"GB-CHC-9000000\",\"unit\":\"GBP\"}");
      assertThat(facts("disbursement:360G-marsh-1#disbursed"))
          .contains("\"amount\":\"400\"", "\"basis\":\"to-date\"", "\"grant\":\"360G-marsh-1\"")
          .doesNotContain("happenedOn");
      assertThat(ledger.entry("grant:360G-marsh-1").header().source())
          .hasFieldOrPropertyWithValue("position", "grants[0]");
    }

    @Test
    void aProgrammeWithoutCodeIsNamedByTheHashOfItsTitle() throws IOException {
      load();

      // The first 12 digits of the SHA-256 of "Small grants".
      assertThat(facts("grant:360G-marsh-2")).contains("\"fund\":\"GB-CHC-9000000/c5f0fa7ec893\"");
      assertThat(facts("grant:360G-marsh-4")).contains("\"fund\":\"GB-CHC-9000000/general\"");
      assertThat(ledger.texts("fund:GB-CHC-9000000/Winter"))
          .isEqualTo(Map.of("name", "Winter programme"));
    }

    @Test
    void whatIsRoundedOrUnreadableKeepsItsLiteral() throws IOException {
      ImportReport report = load();

      assertThat(facts("grant:360G-marsh-2"))
          .contains("\"amount\":\"250.1235\"")
          .doesNotContain("happenedOn");
      assertThat(ledger.texts("grant:360G-marsh-2"))
          .containsEntry("amount-literal", "250.123456")
          .containsEntry("happened-on-literal", "05/06/2014")
          .containsEntry("recipient-name", "Lantern House Ltd");
      assertThat(warned(report, WarningCode.AMOUNT_ROUNDED)).isEqualTo(1);
      assertThat(warned(report, WarningCode.DATE_UNREADABLE)).isEqualTo(1);
      assertThat(warned(report, WarningCode.NAME_DIFFERS)).isEqualTo(1);
      assertThat(warned(report, WarningCode.PAID_OVER_AWARD)).isEqualTo(1);
      assertThat(warned(report, WarningCode.AWARD_ZERO)).isEqualTo(1);
      assertThat(warned(report, WarningCode.FIELD_UNKNOWN)).isEqualTo(1);
    }

    @Test
    void paymentsAreNamedByTheirIdOrTheirContent() throws IOException {
      load();

      assertThat(ledger.entries())
          .extracting(Entry::qualifiedId)
          .filteredOn(id -> id.startsWith("disbursement:360G-marsh-2"))
          .hasSize(3)
          .startsWith("disbursement:360G-marsh-2#disbursement/P1")
          .anyMatch(id -> id.matches("disbursement:360G-marsh-2#[0-9a-f]{12}\\.1"))
          .anyMatch(id -> id.matches("disbursement:360G-marsh-2#[0-9a-f]{12}\\.2"));
    }

    @Test
    void nothingOfAPersonIsTaken() throws IOException {
      load();

      assertThat(ledger.texts("grant:360G-marsh-3"))
          .isEqualTo(Map.of("title", "Individual recipient"));
      assertThat(facts("grant:360G-marsh-3")).doesNotContain("recipient", "ada");
      assertThat(ledger.allTexts()).noneMatch(text -> text.text().contains("Ada"));
    }

    @Test
    void aReferenceThatIsNoOrgIdMakesNoOrganisation() throws IOException {
      load();

      assertThat(facts("grant:360G-marsh-4")).doesNotContain("recipient");
      assertThat(ledger.texts("grant:360G-marsh-4"))
          .containsEntry("recipient-ref", "RUBBISH-1")
          .containsEntry("recipient-name", "Somebody");
    }

    @Test
    void aDryRunReportsTheSameAndRecordsNothing() throws IOException {
      ImportOptions dry = ImportOptions.standard().asDryRun();

      ImportReport report = Samples.load(ledger, Samples.own("grants.json"), dry);

      assertThat(report.lines()).isEqualTo(new Lines(7, 7, 0, 0, 0, 0, 0, 0));
      assertThat(report.dryRun()).isTrue();
      assertThat(ledger.submissions()).isZero();
    }

    @Test
    void theReportIsToldAsJsonAndAsText() throws IOException {
      ImportReport report = load();

      assertThat(report.toJson())
          .contains("\"imported\" : 7", "\"awarded\" : \"1340.6235\"", "\"AWARD_ZERO\"");
      assertThat(report.toText())
          .contains(
              "grants.json (360giving-json)",
              "7 lines: 7 imported, 0 changed, 0 unchanged, 0 repeated, 0 excluded, 0 rejected",
              "GBP: awarded 1340.6235, disbursed 800",
              "warning AWARD_ZERO: 1 (grants[3])");
    }
  }

  @Nested
  class ActivitiesFile {

    private ImportReport load() throws IOException {
      return Samples.load(ledger, Samples.own("activities.xml"));
    }

    private List<String> ofKind(String kind) {
      return ledger.entries().stream()
          .filter(e -> e.kind().label().equals(kind))
          .map(e -> facts(e.qualifiedId()))
          .toList();
    }

    @Test
    void linesAndSumsAreCounted() throws IOException {
      ImportReport report = load();

      assertThat(report.lines()).isEqualTo(new Lines(12, 10, 0, 0, 0, 1, 1, 0));
      assertThat(report.excluded()).isEqualTo(Map.of("iati-type-11", 1L));
      assertThat(report.rejects())
          .containsExactly(
              new ImportReport.Reject(
                  "activity[1]/transaction[12]",
                  RejectCode.UNIT_UNKNOWN,
                  "the currency is unknown"));
      assertThat(report.sums())
          .isEqualTo(
              Map.of(
                  "EUR",
                  Map.of(
                      "donated", "1050",
                      "awarded", "500",
                      "disbursed", "425",
                      "returned", "40"),
                  "USD",
                  Map.of("spent", "30")));
      assertThat(report.version()).isEqualTo("2.03");
    }

    @Test
    void theActivityIsAFundWithItsParents() throws IOException {
      load();

      assertThat(facts("fund:XI-OWN-77-A1"))
          .isEqualTo(
              "{\"id\":\"XI-OWN-77-A1\",\"kind\":\"fund\",\"mode\":\"reported\","
                  + "\"owner\":\"XI-OWN-77\",\"parents\":[\"XI-OWN-77-P\"],"
                  + "\"statedBy\":\"XI-OWN-77\"}");
      assertThat(ledger.entries())
          .filteredOn(e -> e.body() instanceof Fund)
          .as("an activity without a transaction is none")
          .hasSize(1);
      assertThat(ledger.texts("fund:XI-OWN-77-A1"))
          .containsEntry("name", "Clean wells")
          .containsEntry("description", "Wells for three villages.");
    }

    @Test
    void incomingFundsAreDonationsAlsoFromThePublisherItself() throws IOException {
      load();

      assertThat(ofKind("donation"))
          .hasSize(2)
          .anyMatch(facts ->
              facts.contains("\"donor\":{\"org\":\"XI-OWN-99\"},\"fromFund\":\"XI-OWN-99-F\""))
          .anyMatch(facts -> facts.contains("\"amount\":\"50\"") && !facts.contains("donor"));
    }

    @Test
    void negativeValuesAmendOrCorrect() throws IOException {
      load();

      assertThat(ofKind("amendment"))
          .singleElement()
          .asString()
          .contains("\"amount\":\"-100\"", "\"reason\":\"less\"", "\"toFund\":\"XI-OWN-88-W\"");
      assertThat(ofKind("correction"))
          .singleElement()
          .asString()
          .contains("\"reason\":\"negative-value\"", "\"amount\":\"20\"", "\"disbursement\"");
    }

    @Test
    void aReimbursementIsAReturnOnlyIfTheReceiverAloneIsTheReporter() throws IOException {
      load();

      assertThat(ofKind("return"))
          .singleElement()
          .asString()
          .contains("\"amount\":\"40\"", "\"by\":{\"org\":\"XI-OWN-88\"}");
      assertThat(ofKind("disbursement"))
          .hasSize(3)
          .anyMatch(facts -> facts.contains("\"basis\":\"reimbursement\""));
    }

    @Test
    void transactionsAreNamedByTheirContentAndNumberedAmongEquals() throws IOException {
      load();

      // SHA-256 of 3, 2021-04-01, 200, EUR, "", "", XI-OWN-88, "", each followed by a zero byte.
      String id = "disbursement:XI-OWN-77-A1#ee86576b5c5d";
      assertThat(ledger.entries())
          .extracting(Entry::qualifiedId)
          .contains(id + ".1", id + ".2")
          .doesNotContain(id + ".3");
    }

    @Test
    void contactsAreNotReadAndLettersAreTold() throws IOException {
      ImportReport report = load();

      assertThat(ledger.allTexts()).noneMatch(text -> text.text().contains("Ada"));
      assertThat(warned(report, WarningCode.TYPE_LETTER)).isEqualTo(1);
      assertThat(warned(report, WarningCode.AMOUNT_ROUNDED)).isEqualTo(1);
      assertThat(warned(report, WarningCode.DATE_UNREADABLE)).isEqualTo(1);
    }
  }
}
