package org.lepta.service.explorer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lepta.service.trail.PaymentOrigins;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.PaidFrom;

/** What a payment's page tells of the gifts that it was paid from. */
class PaidFromsTest {

  private final List<PaymentOrigins.Item> items = new ArrayList<>();
  private long leaf;
  private @Nullable String next;

  private void piece(String kind, @Nullable String date, @Nullable String giver, String amount) {
    items.add(
        new PaymentOrigins.Item(
            leaf,
            kind,
            "d" + leaf++,
            date,
            giver,
            amount,
            "0",
            "0",
            amount,
            9,
            false,
            "0",
            null,
            null));
  }

  private List<String> rows(String amount, String uncovered) {
    PaymentOrigins origins =
        new PaymentOrigins(90, "F", "RUB", 100, amount, uncovered, items, next);
    return new PaidFroms(new View(Language.EN, NameBook.EMPTY))
        .of(origins, false).rows().stream().map(PaidFromsTest::told).toList();
  }

  private static String told(PaidFrom.Row row) {
    Link entry = row.entry();
    return row.amount().text() + " " + row.what() + (entry == null ? "" : " " + entry.href());
  }

  @Test
  void giftsOfPersonsStandTogetherByMonthAndMonthsWithFewerThanFiveAreOne() {
    for (int i = 0; i < 5; i++) {
      piece("donation", "2026-03-0" + (i + 1), null, "10");
    }
    piece("donation", "2026-04-01", null, "7");
    piece("donation", "2026-05-01", null, "5");
    piece("donation", null, null, "1");

    assertThat(rows("63", "0"))
        .containsExactly("₽50.00 5\u00a0gifts of March 2026", "₽13.00 3\u00a0gifts");
  }

  @Test
  void piecesOfOneGiftAreOneGift() {
    for (int i = 0; i < 5; i++) {
      leaf = 3;
      piece("donation", "2026-03-01", null, "10");
    }

    assertThat(rows("50", "0")).containsExactly("₽50.00 1\u00a0gift");
  }

  @Test
  void giftsOfOrganisationsAndOtherMoneyStandByThemselves() {
    piece("donation", "2026-03-01", "XI-GIVER", "10");
    piece("opening", "2026-01-01", null, "20");

    assertThat(rows("34", "4"))
        .containsExactly(
            "₽10.00 gift of XI-GIVER /en/entries/0",
            "₽20.00 Opening balance /en/entries/1",
            "₽4.00 not covered by gifts so far");
  }

  @Test
  void whatTheListDoesNotHoldIsOneSum() {
    for (int i = 0; i < 25; i++) {
      piece("donation", "2026-03-01", "XI-GIVER-" + i, "1");
    }

    next = "25";

    assertThat(rows("40", "3")).hasSize(22).contains("₽17.00 further gifts");
  }
}
