package org.lepta.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.text.Language;

class ViewsTest {

  @Nested
  class Links {

    @ParameterizedTest
    @ValueSource(strings = {"/en/funds", "?after=x", "#main", "https://example.org/"})
    void pointAtThisServerOrASecureAddress(String href) {
      assertThat(new Link("x", href).href()).isEqualTo(href);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "javascript:alert(1)",
          "//evil.example",
          "/\\evil.example",
          "http://a",
          "data:x",
          "",
          " /"
        })
    void pointNowhereElse(String href) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Link("x", href));
      assertThatIllegalArgumentException().isThrownBy(() -> new Party.Organisation("x", "x", href));
    }
  }

  @Nested
  class EvidenceSplits {

    @Test
    void partsFollowEachOtherInTheDrawing() {
      EvidenceSplit split =
          split(Map.of(EvidenceStep.STATED, "10", EvidenceStep.TIED_TO_BANK, "30"));

      assertThat(split.total().text()).isEqualTo("£40.00");
      assertThat(split.drawable()).isTrue();
      assertThat(split.parts())
          .extracting(EvidenceSplit.Part::start)
          .containsExactly("0", "25", "25", "100");
      assertThat(split.parts())
          .extracting(part -> part.amount().text())
          .containsExactly("£10.00", "£0.00", "£30.00", "£0.00");
    }

    @Test
    void nothingIsDrawnOfZeroOrNegativeParts() {
      assertThat(split(Map.of()).drawable()).isFalse();
      assertThat(split(Map.of(EvidenceStep.STATED, "-1", EvidenceStep.AUDITED, "5")).drawable())
          .isFalse();
    }

    private EvidenceSplit split(Map<EvidenceStep, String> byStep) {
      return EvidenceSplit.of(Language.EN, "GBP", byStep);
    }
  }

  @Nested
  class SentencesOfEntries {

    @Test
    void sayWhoPaidWhatToWhomAndWhen() {
      Party to = new Party.Organisation("Родник", "RU-1", "/ru/organisations/RU-1");

      String sentence =
          Sentences.entry(
              Language.RU,
              EntryKind.DISBURSEMENT,
              DateFormat.day(Language.RU, LocalDate.of(2026, 4, 8)),
              MoneyFormat.format(Language.RU, "GBP", "30000"),
              "Вода",
              to);

      assertThat(sentence)
          .isEqualTo(
              "8 апреля 2026 г.: фонд «\u2068Вода\u2069» выплатил 30\u00a0000,00\u00a0£;"
                  + " получатель: \u2068Родник\u2069.");
    }

    @Test
    void withoutADateBeginWithACapital() {
      String sentence =
          Sentences.entry(
              Language.EN,
              EntryKind.DONATION,
              null,
              MoneyFormat.format(Language.EN, "GBP", "5"),
              "Water {0}",
              new Party.Unnamed());

      assertThat(sentence)
          .isEqualTo(
              "The fund “\u2068Water {0}\u2069” received a donation of £5.00;"
                  + " donor: name is not on the ledger.");
    }

    @Test
    void onlyNameTheKindsThatMoveNoMoney() {
      assertThat(
              Sentences.entry(
                  Language.EN, EntryKind.LOG_KEY, null, null, null, new Party.NotStated()))
          .isEqualTo("Recorded: Log key.");
    }
  }

  @Nested
  class TablesOfRows {

    @Test
    void refuseARowOfAnotherWidth() {
      List<List<Cell>> rows = List.of(List.of(new Cell.Text("a")));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Table("x", List.of(Column.of("a"), Column.of("b")), rows, "none"));
    }
  }

  @Nested
  class FreshnessLines {

    @Test
    void warnWhenTheIndexLagsMoreThanTwoMinutes() {
      assertThat(Freshness.of(Language.EN, 5123, 1, 120).stale()).isFalse();
      assertThat(Freshness.of(Language.EN, 5123, 1, 121))
          .isEqualTo(new Freshness("5,123", "1\u00a0entry", "2\u00a0minutes 1\u00a0second", true));
    }
  }
}
