package org.lepta.ui.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lepta.ui.text.Language;

class WordsTest {

  @Nested
  class Dates {

    @Test
    void aDayIsWrittenInWords() {
      LocalDate day = LocalDate.of(2026, 11, 5);

      assertThat(DateFormat.day(Language.RU, day))
          .isEqualTo(new DateText("5 ноября 2026 г.", "2026-11-05"));
      assertThat(DateFormat.day(Language.EN, day))
          .isEqualTo(new DateText("5 November 2026", "2026-11-05"));
    }

    @Test
    void aMomentSaysItsZone() {
      Instant moment = Instant.parse("2026-03-01T00:05:09.987Z");

      assertThat(DateFormat.moment(Language.RU, moment))
          .isEqualTo(new DateText("1 марта 2026 г., 00:05:09\u00a0UTC", "2026-03-01T00:05:09Z"));
      assertThat(DateFormat.moment(Language.EN, moment).text())
          .isEqualTo("1 March 2026, 00:05:09\u00a0UTC");
    }
  }

  @Nested
  class Counts {

    @ParameterizedTest
    @CsvSource({
      "0,0 записей,0 entries",
      "1,1 запись,1 entry",
      "2,2 записи,2 entries",
      "4,4 записи,4 entries",
      "5,5 записей,5 entries",
      "11,11 записей,11 entries",
      "12,12 записей,12 entries",
      "14,14 записей,14 entries",
      "21,21 запись,21 entries",
      "22,22 записи,22 entries",
      "25,25 записей,25 entries",
      "111,111 записей,111 entries",
      "121,121 запись,121 entries",
      "112,112 записей,112 entries"
    })
    void theNounFollowsTheNumber(long number, String russian, String english) {
      assertThat(CountFormat.phrase(Language.RU, "count.entries", number))
          .isEqualTo(russian.replace(' ', '\u00a0'));
      assertThat(CountFormat.phrase(Language.EN, "count.entries", number))
          .isEqualTo(english.replace(' ', '\u00a0'));
    }

    @Test
    void largeAndNegativeNumbersAreGrouped() {
      assertThat(CountFormat.number(Language.RU, 184_213)).isEqualTo("184\u00a0213");
      assertThat(CountFormat.number(Language.EN, 1_184_213)).isEqualTo("1,184,213");
      assertThat(CountFormat.number(Language.EN, Long.MIN_VALUE))
          .isEqualTo("−9,223,372,036,854,775,808");
    }

    @Test
    void fractionsTakeTheOtherForm() {
      assertThat(CountFormat.noun(Language.RU, "count.hours", "1.5")).isEqualTo("часа");
      assertThat(CountFormat.noun(Language.RU, "count.hours", "5.0")).isEqualTo("часа");
      assertThat(CountFormat.noun(Language.RU, "count.hours", "5")).isEqualTo("часов");
      assertThat(CountFormat.noun(Language.EN, "count.hours", "1.0")).isEqualTo("hours");
      assertThat(CountFormat.noun(Language.RU, "count.hours", "90071992547409931231"))
          .isEqualTo("час");
      assertThat(CountFormat.noun(Language.EN, "count.hours", "90071992547409931231"))
          .isEqualTo("hours");
    }
  }

  @Nested
  class Lag {

    @ParameterizedTest
    @CsvSource({
      "0,0 секунд,0 seconds",
      "1,1 секунда,1 second",
      "119,119 секунд,119 seconds",
      "120,2 минуты,2 minutes",
      "321,5 минут 21 секунда,5 minutes 21 seconds",
      "3600,1 час,1 hour",
      "7265,2 часа 1 минута,2 hours 1 minute",
      "273600,3 дня 4 часа,3 days 4 hours"
    })
    void isGivenInItsTwoLargestUnits(long seconds, String russian, String english) {
      assertThat(LagFormat.words(Language.RU, seconds).replace('\u00a0', ' ')).isEqualTo(russian);
      assertThat(LagFormat.words(Language.EN, seconds).replace('\u00a0', ' ')).isEqualTo(english);
    }

    @Test
    void isNeverNegative() {
      assertThatIllegalArgumentException().isThrownBy(() -> LagFormat.words(Language.EN, -1));
    }
  }

  @Nested
  class Shares {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "34.5|100|34,5_%|34.5%|34.5",
          "1|3|33,3_%|33.3%|33.333",
          "0|3|0_%|0%|0",
          "3|3|100_%|100%|100",
          "0.0001|1000|<0,1_%|<0.1%|0",
          "999.9999|1000|>99,9_%|>99.9%|100",
          "1|2|50_%|50%|50"
        })
    void areRoundedButNeverToNothingOrAll(
        String part, String whole, String russian, String english, String width) {
      assertThat(Share.of(Language.RU, part, whole))
          .isEqualTo(new Share(russian.replace('_', '\u00a0'), width));
      assertThat(Share.of(Language.EN, part, whole)).isEqualTo(new Share(english, width));
    }

    @ParameterizedTest
    @CsvSource({"1,0", "-1,2", "3,2"})
    void areRefusedWhereThereIsNone(String part, String whole) {
      assertThatIllegalArgumentException().isThrownBy(() -> Share.of(Language.EN, part, whole));
    }
  }

  @Nested
  class Hashes {

    @Test
    void longOnesKeepBothEnds() {
      assertThat(HashText.of("3f9a1c027be4d15560aa90b1c2d3e4f5").brief())
          .isEqualTo("3f9a1c02…c2d3e4f5");
    }

    @Test
    void shortOnesStayWhole() {
      assertThat(HashText.of("01234567890123456789").brief()).isEqualTo("01234567890123456789");
    }
  }
}
