package org.lepta.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.entry.Account;
import org.lepta.service.exchange.ImportReport.Lines;

/** The same grants again, reordered, or newer: differences are recorded, never edited. */
class NewerGrantsTest extends NewerFile {

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
