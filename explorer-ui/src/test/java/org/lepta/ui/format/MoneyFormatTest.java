package org.lepta.ui.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ui.text.Language;

class MoneyFormatTest {

  @Nested
  class Format {

    // "_" stands for the no-break space U+00A0.
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "GBP|1284500|1_284_500,00_£|£1,284,500.00",
          "GBP|19000000.0002|19_000_000,0002_£|£19,000,000.0002",
          "GBP|0|0,00_£|£0.00",
          "GBP|-120|−120,00_£|−£120.00",
          "RUB|9007199254740993123.45|9_007_199_254_740_993_123,45_₽|₽9,007,199,254,740,993,123.45",
          "EUR|999.9|999,90_€|€999.90",
          "KES|1000|1_000,00_KES|KES_1,000.00",
          "JPY|1500|1_500_JPY|JPY_1,500",
          "KWD|1.5|1,500_KWD|KWD_1.500",
          "ZZZ|7|7_ZZZ|ZZZ_7",
          "h|1250.50|1_250,5_ч|1,250.5_h",
          "kg|-0.5|−0,5_кг|−0.5_kg",
          "pcs|3|3_шт.|3_pcs",
          "m3|12.0|12_m3|12_m3",
          "GBP|-0.00|0,00_£|£0.00",
          "GBP|00012.10|12,10_£|£12.10"
        })
    void keepsEveryDigitAndTheFractionOfTheUnit(
        String unit, String decimal, String russian, String english) {
      assertThat(MoneyFormat.format(Language.RU, unit, decimal).text())
          .isEqualTo(russian.replace('_', '\u00a0'));
      assertThat(MoneyFormat.format(Language.EN, unit, decimal).text())
          .isEqualTo(english.replace('_', '\u00a0'));
    }

    @Test
    void carriesUnitSignAndTheExactAmountForMachines() {
      assertThat(MoneyFormat.format(Language.RU, "GBP", "-1200.50"))
          .isEqualTo(new Amount("−1\u00a0200,50\u00a0£", "GBP", "-1200.5", -1));
    }

    @Test
    void doesNotDependOnTheDefaultLocale() {
      Locale before = Locale.getDefault();
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(MoneyFormat.format(Language.EN, "GBP", "1234.5").text()).isEqualTo("£1,234.50");
      } finally {
        Locale.setDefault(before);
      }
    }

    @Test
    void losesNothingOfAnyAmount() {
      Random random = new Random(20261121);
      for (int i = 0; i < 2000; i++) {
        String whole = new BigInteger(random.nextInt(1, 120), random).toString();
        String decimal = whole + "." + random.nextInt(1, 10);

        String text = MoneyFormat.format(Language.EN, "h", decimal).text();

        assertThat(text.replaceAll("[^0-9.]", "")).isEqualTo(decimal);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e3", "+1", "1.", ".5", "1,5", " 1", "١", "1.23456", "NaN", "--1"})
    void refusesWhatIsNotAPlainDecimal(String decimal) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MoneyFormat.format(Language.EN, "GBP", decimal));
    }
  }

  @Nested
  class FormatChange {

    @Test
    void signsEveryAmountButZero() {
      assertThat(MoneyFormat.formatChange(Language.EN, "GBP", "5").text()).isEqualTo("+£5.00");
      assertThat(MoneyFormat.formatChange(Language.EN, "GBP", "-5").text()).isEqualTo("−£5.00");
      assertThat(MoneyFormat.formatChange(Language.EN, "GBP", "0").text()).isEqualTo("£0.00");
    }
  }
}
