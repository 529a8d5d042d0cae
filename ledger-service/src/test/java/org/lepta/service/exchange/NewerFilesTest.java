package org.lepta.service.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.rule.Postings;
import org.lepta.service.exchange.ImportReport.Lines;

/** The same file again, reordered, or newer: differences are recorded, never edited. */
class NewerFilesTest {

  private static final int SHUFFLES = 20;

  @TempDir private Path folder;

  private final RuleIntake ledger = new RuleIntake();

  private ImportReport load(String content) throws IOException {
    return load(ledger, content);
  }

  private ImportReport load(RuleIntake into, String content) throws IOException {
    return Samples.load(into, Files.write(folder.resolve("file"), content.getBytes(UTF_8)));
  }

  private static List<String> ids(RuleIntake of) {
    return of.entries().stream().map(Entry::qualifiedId).toList();
  }

  private List<String> flowsFrom(int index) {
    return ledger.entries().stream()
        .filter(e -> e.body() instanceof Flow)
        .skip(index)
        .map(e -> e.qualifiedId() + " " + ((Flow) e.body()).amount())
        .toList();
  }

  /** What all postings of an account add up to. */
  private String sum(Account account) {
    Amount sum = Amount.ZERO;
    for (Entry entry : ledger.entries()) {
      if (entry.body() instanceof Flow flow) {
        for (Posting posting : Postings.of(flow, FundMode.REPORTED)) {
          sum = posting.account() == account ? sum.plus(posting.amount()) : sum;
        }
      }
    }
    return sum.toString();
  }

  @Nested
  class Grants {

    private String grant(String id, String amount, String date, String more) {
      return "{\"id\":\""
          + id
          + "\",\"title\":\"T\",\"description\":\"D\",\"currency\":\"GBP\",\"amountAwarded\":"
          + amount
          + ",\"awardDate\":\""
          + date
          + "\",\"recipientOrganization\":[{\"id\":\"GB-CHC-9\",\"name\":\"R\"}],"
          + "\"fundingOrganization\":[{\"id\":\"GB-CHC-1\",\"name\":\"F\"}]"
          + more
          + "}";
    }

    private String one(String amount, String more) {
      return "[" + grant("g", amount, "2024-01-01", more) + "]";
    }

    @Test
    void aChangedAwardIsAnAmendmentOfTheDifference() throws IOException {
      load(one("100", ""));

      ImportReport more = load(one("130", ""));
      ImportReport again = load(one("130", ""));
      load(one("100", ""));
      load(one("130", ""));

      assertThat(more.lines()).isEqualTo(new Lines(1, 0, 1, 0, 0, 0, 0, 0));
      assertThat(again.lines()).isEqualTo(new Lines(1, 0, 0, 1, 0, 0, 0, 0));
      assertThat(flowsFrom(0))
          .containsExactly(
              "grant:g 100",
              "amendment:g#change-1 30",
              "amendment:g#change-2 -30",
              "amendment:g#change-3 30");
      assertThat(sum(Account.FREE)).isEqualTo("-130");
    }

    @Test
    void anotherChangeTakesTheGrantBackAndRestatesIt() throws IOException {
      load(one("100", ""));
      load(one("130", ""));
      String moved = "[" + grant("g", "120", "2024-02-02", "") + "]";

      ImportReport report = load(moved);
      ImportReport again = load(moved);

      assertThat(report.entries()).containsEntry("correction", 2L).containsEntry("grant", 1L);
      assertThat(flowsFrom(2))
          .containsExactly(
              "correction:g#change-2 30", "correction:g#change-3 100", "grant:g#change-4 120");
      assertThat(again.lines().unchanged()).isEqualTo(1);
      assertThat(sum(Account.FREE)).isEqualTo("-120");
    }

    @Test
    void anAwardOfNothingIsRestatedOnce() throws IOException {
      load(one("0", ""));
      String moved = "[" + grant("g", "0", "2024-02-02", "") + "]";

      load(moved);
      ImportReport again = load(moved);

      assertThat(again.lines().unchanged()).isEqualTo(1);
      assertThat(flowsFrom(0))
          .containsExactly("grant:g 0", "correction:g#change-1 0", "grant:g#change-2 0");
    }

    @Test
    void aGrownTotalToDateIsPaidOnTopAndAShrunkOneCorrected() throws IOException {
      load(one("100", ",\"amountDisbursed\":40"));
      load(one("100", ",\"amountDisbursed\":70"));
      load(one("100", ",\"amountDisbursed\":20"));
      ImportReport again = load(one("100", ",\"amountDisbursed\":20"));

      assertThat(flowsFrom(2))
          .containsExactly(
              "disbursement:g#disbursed#change-1 30",
              "correction:g#disbursed#change-2 30",
              "correction:g#disbursed#change-3 20");
      assertThat(again.entries()).isEmpty();
      assertThat(sum(Account.HELD)).isEqualTo("20");
    }

    @Test
    void aVanishedPaymentIsReversedAndComesBack() throws IOException {
      String paid = one("100", ",\"disbursementTransaction\":[{\"id\":\"p\",\"value\":5}]");
      load(paid);

      ImportReport without = load(one("100", ""));
      ImportReport again = load(one("100", ""));
      load(paid);

      assertThat(without.lines()).isEqualTo(new Lines(1, 0, 0, 1, 0, 0, 0, 1));
      assertThat(again.lines().vanished()).isZero();
      assertThat(flowsFrom(1))
          .containsExactly(
              "disbursement:g#disbursement/p 5",
              "correction:g#disbursement/p#change-1 5",
              "disbursement:g#disbursement/p#change-2 5");
    }

    @Test
    void spellingsOfNamesAreNoContent() throws IOException {
      load(one("100", ""));

      ImportReport report = load(one("100", "").replace("\"R\"", "\"R Ltd\""));

      assertThat(report.lines().unchanged()).isEqualTo(1);
      assertThat(report.entries()).isEmpty();
    }

    @Test
    void aRepeatedIdWithOtherContentRejectsTheLaterLine() throws IOException {
      String a = grant("g", "100", "2024-01-01", "");
      String b = grant("g", "101", "2024-01-01", "");

      ImportReport report = load("[" + a + "," + a + "," + b + "]");

      assertThat(report.lines()).isEqualTo(new Lines(3, 1, 0, 0, 1, 0, 1, 0));
      assertThat(report.rejects())
          .singleElement()
          .returns("grants[2]", ImportReport.Reject::position)
          .returns(RejectCode.ID_REPEATED, ImportReport.Reject::code);
    }

    @Test
    void aReorderedFileIsTheSameFile() throws IOException {
      List<String> grants = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        grants.add(grant("g" + i, "1" + i, "2024-01-01", ",\"amountDisbursed\":" + i));
      }
      load("[" + String.join(",", grants) + "]");
      int before = ledger.entries().size();
      Random random = new Random(7);
      for (int i = 0; i < SHUFFLES; i++) {
        Collections.shuffle(grants, random);

        ImportReport report = load("[" + String.join(",", grants) + "]");

        assertThat(report.lines().unchanged()).isEqualTo(50);
      }
      assertThat(ledger.entries()).hasSize(before);
    }
  }

  @Nested
  class Activities {

    private String transaction(String type, String value, String name) {
      return "<transaction><transaction-type code='"
          + type
          + "'/><transaction-date iso-date='2024-01-01'/><value>"
          + value
          + "</value><provider-org ref='XI-OWN-9'/><receiver-org><narrative>"
          + name
          + "</narrative></receiver-org></transaction>";
    }

    private String activity(String id, List<String> transactions) {
      return "<iati-activity default-currency='EUR'><iati-identifier>"
          + id
          + "</iati-identifier><reporting-org ref='XI-OWN-1'><narrative>Own</narrative>"
          + "</reporting-org><title><narrative>T</narrative></title>"
          + String.join("", transactions)
          + "</iati-activity>";
    }

    private String file(String... activities) {
      return "<iati-activities version='2.03'>"
          + String.join("", activities)
          + "</iati-activities>";
    }

    @Test
    void aReorderedFileGivesTheSameIds() throws IOException {
      Random random = new Random(11);
      List<String> transactions = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String type = List.of("1", "2", "3", "4", "7").get(random.nextInt(5));
        // Few values, so that many are equal; names that make a return of some equals of type 7.
        String name = random.nextBoolean() ? "Own" : "Other";
        transactions.add(transaction(type, "" + (random.nextInt(5) - 1), name));
      }
      load(file(activity("A", transactions)));
      TreeSet<String> expected = new TreeSet<>(ids(ledger));
      for (int i = 0; i < SHUFFLES; i++) {
        Collections.shuffle(transactions, random);
        RuleIntake fresh = new RuleIntake();

        load(fresh, file(activity("A", transactions)));
        ImportReport again = load(file(activity("A", transactions)));

        assertThat(new TreeSet<>(ids(fresh))).isEqualTo(expected);
        assertThat(again.lines().unchanged()).isEqualTo(60);
        assertThat(again.entries()).isEmpty();
      }
    }

    @Test
    void aChangedLineIsANewOneAndTheVanishedOneIsReversed() throws IOException {
      load(file(activity("A", List.of(transaction("3", "10", "x"), transaction("3", "7", "x")))));

      String newer =
          file(activity("A", List.of(transaction("3", "12", "x"), transaction("3", "7", "x"))));
      ImportReport report = load(newer);
      ImportReport again = load(newer);

      assertThat(report.lines()).isEqualTo(new Lines(2, 1, 0, 1, 0, 0, 0, 1));
      assertThat(again.lines()).isEqualTo(new Lines(2, 0, 0, 2, 0, 0, 0, 0));
      assertThat(sum(Account.HELD)).isEqualTo("19");
    }

    @Test
    void everyKindOfVanishedLineIsReversedAndComesBack() throws IOException {
      List<String> all = new ArrayList<>();
      for (String type : List.of("1", "2", "3", "4", "7")) {
        all.add(transaction(type, "10", "Own"));
        all.add(transaction(type, "-3", "Own"));
        all.add(transaction(type, "0", "Own"));
      }
      load(file(activity("A", all)));
      String free = sum(Account.FREE);

      ImportReport gone = load(file(activity("A", List.of(transaction("11", "1", "x")))));
      String none = sum(Account.FREE);
      ImportReport back = load(file(activity("A", all)));
      ImportReport again = load(file(activity("A", all)));

      assertThat(gone.lines().vanished()).isEqualTo(15);
      assertThat(none).isEqualTo("0");
      assertThat(back.lines().changed()).isEqualTo(15);
      assertThat(sum(Account.FREE)).isEqualTo(free);
      assertThat(again.lines().unchanged()).isEqualTo(15);
      assertThat(again.entries()).isEmpty();
    }

    @Test
    void nothingIsReversedWhereALineWasRejected() throws IOException {
      load(file(activity("A", List.of(transaction("3", "10", "x")))));

      ImportReport report = load(file(activity("A", List.of(transaction("3", "ten", "x")))));

      assertThat(report.lines()).isEqualTo(new Lines(1, 0, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void anActivityThatStandsTwiceCountsOnce() throws IOException {
      String activity = activity("A", List.of(transaction("3", "10", "x")));
      String other = activity("A", List.of(transaction("3", "11", "x")));

      ImportReport report = load(file(activity, activity, other));

      assertThat(report.lines()).isEqualTo(new Lines(3, 1, 0, 0, 1, 0, 1, 0));
    }
  }
}
