package org.lepta.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Reconciliation.Outcome;

class ReconciliationTest {

  @Nested
  class Of {

    @Test
    void holdsWhenTheTermsGiveWhatIsFree() {
      Reconciliation account =
          of(FundMode.MANAGED, Map.of(Term.DONATED, "100", Term.REFUNDED, "0.0001"), "99.9999");

      assertThat(account.outcome()).isEqualTo(Outcome.HOLDS);
      assertThat(account.difference()).isNull();
      assertThat(account.free().text()).isEqualTo("£99.9999");
      assertThat(account.lines()).hasSize(13);
    }

    @Test
    void everyTermCountsWithItsSign() {
      for (Term term : Term.values()) {
        String free = term.added() ? "7" : "-7";

        assertThat(of(FundMode.REPORTED, Map.of(term, "7"), free).free().exact()).isEqualTo(free);
      }
    }

    @Test
    void aManagedFundBelowZeroIsShort() {
      Reconciliation account =
          of(FundMode.MANAGED, Map.of(Term.DONATED, "10", Term.SPENT, "12.5"), "-2.5");

      assertThat(account.outcome()).isEqualTo(Outcome.SHORT);
      assertThat(account.difference()).extracting("text").isEqualTo("£2.50");
    }

    @Test
    void aReportedFundBelowZeroDoesNotTie() {
      Map<Term, String> terms = Map.of(Term.DONATED, "19000000", Term.DISBURSED, "19000000.0002");

      Reconciliation account = of(FundMode.REPORTED, terms, "-0.0002");

      assertThat(account.outcome()).isEqualTo(Outcome.DOES_NOT_TIE);
      assertThat(account.difference()).extracting("text").isEqualTo("£0.0002");
    }

    @Test
    void aReportedFundThatStatesNoIncomeSaysSo() {
      Map<Term, String> terms = Map.of(Term.RETURNED, "1", Term.DISBURSED, "5");

      assertThat(of(FundMode.REPORTED, terms, "-4").outcome())
          .isEqualTo(Outcome.INCOME_NOT_PUBLISHED);
    }

    @Test
    void figuresThatDoNotAddUpAreNeverShown() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> of(FundMode.MANAGED, Map.of(Term.DONATED, "10"), "9.9999"));
    }
  }

  private static Reconciliation of(FundMode mode, Map<Term, String> terms, String free) {
    return Reconciliation.of(Language.EN, "GBP", mode, terms, free, term -> "/recount");
  }
}
