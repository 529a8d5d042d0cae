package org.lepta.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

  @Nested
  class Parse {

    @ParameterizedTest
    @CsvSource({
      "0, 0",
      "1, 10000",
      "-1, -10000",
      "0.5, 5000",
      "-0.5, -5000",
      "0.0001, 1",
      "-0.0001, -1",
      "10, 100000",
      "19000000.0002, 190000000002",
      "922337203685477.5807, 9223372036854775807",
      "-922337203685477.5808, -9223372036854775808"
    })
    void readsTheOneSpelling(String text, long tenThousandths) {
      assertThat(Amount.parse(text)).isEqualTo(new Amount(tenThousandths));
      assertThat(new Amount(tenThousandths)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "-",
          ".",
          "-.",
          "+1",
          "-0",
          "-0.0",
          "00",
          "01",
          "-01",
          "1.",
          ".5",
          "1.0",
          "1.10",
          "1.00001",
          "0.0000",
          "1,00",
          "1 000",
          " 1",
          "1 ",
          "1e5",
          "1E5",
          "0x1",
          "NaN",
          "Infinity",
          "--1",
          "1.-5",
          "1.5.5",
          "١",
          "１",
          "1٫5",
          "922337203685477.5808",
          "-922337203685477.5809",
          "999999999999999",
          "1000000000000000",
          "12345678901234567890123"
        })
    void refusesEveryOther(String text) {
      assertThatIllegalArgumentException().isThrownBy(() -> Amount.parse(text));
    }

    @Test
    void isTheInverseOfToString() {
      Random random = new Random(20260105);
      for (int i = 0; i < 100_000; i++) {
        Amount amount = new Amount(random.nextLong() >> random.nextInt(64));

        assertThat(Amount.parse(amount.toString())).isEqualTo(amount);
        assertThat(amount.toString())
            .isEqualTo(
                amount.signum() == 0
                    ? "0"
                    : amount.toBigDecimal().stripTrailingZeros().toPlainString());
      }
    }
  }

  @Nested
  class Sums {

    @Test
    void useTheWholeRange() {
      assertThat(new Amount(Long.MAX_VALUE).minus(new Amount(Long.MAX_VALUE)))
          .isEqualTo(Amount.ZERO);
      assertThat(new Amount(Long.MAX_VALUE - 1).plus(new Amount(1)))
          .isEqualTo(new Amount(Long.MAX_VALUE));
    }

    @Test
    void overflowIsRefused() {
      Amount most = new Amount(Long.MAX_VALUE);
      Amount least = new Amount(Long.MIN_VALUE);

      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> most.plus(new Amount(1)));
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> least.minus(new Amount(1)));
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(least::negated);
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> Amount.ofUnits(922_337_203_685_478L));
    }

    @Test
    void anAmountCoversWhatIsNotLarger() {
      assertThat(new Amount(5).covers(new Amount(5))).isTrue();
      assertThat(new Amount(5).covers(new Amount(6))).isFalse();
      assertThat(new Amount(-1).covers(Amount.ZERO)).isFalse();
    }
  }

  @Nested
  class FromDecimals {

    @Test
    void exactOnesKeepFourDigitsAndRefuseMore() {
      assertThat(Amount.ofExact(new BigDecimal("1.2300"))).isEqualTo(new Amount(12_300));
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> Amount.ofExact(new BigDecimal("1.00001")));
    }

    @Test
    void roundedOnesGoHalfEven() {
      assertThat(Amount.ofRounded(new BigDecimal("0.00005"))).isEqualTo(Amount.ZERO);
      assertThat(Amount.ofRounded(new BigDecimal("0.00015"))).isEqualTo(new Amount(2));
      assertThat(Amount.ofRounded(new BigDecimal("-0.00025"))).isEqualTo(new Amount(-2));
      assertThat(Amount.ofRounded(new BigDecimal("0.000051"))).isEqualTo(new Amount(1));
      assertThat(Amount.ofRounded(new BigDecimal("0.00009999"))).isEqualTo(new Amount(1));
    }

    @Test
    void absurdExponentsAreAnsweredAtOnce() {
      assertTimeoutPreemptively(Duration.ofSeconds(60), AmountTest::roundAbsurdExponents);
    }
  }

  private static void roundAbsurdExponents() {
    assertThat(Amount.ofRounded(new BigDecimal("1E-2000000000"))).isEqualTo(Amount.ZERO);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Amount.ofRounded(new BigDecimal("1E2000000000")));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Amount.ofExact(new BigDecimal("1E2000000000")));
  }
}
