package org.lepta.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.entry.Account;
import org.lepta.service.exchange.ImportReport.Lines;

/** The same activities again, reordered, or newer: differences are recorded, never edited. */
class NewerActivitiesTest extends NewerFile {

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
    return "<iati-activities version='2.03'>" + String.join("", activities) + "</iati-activities>";
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
