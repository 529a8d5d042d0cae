package org.lepta.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

  @ParameterizedTest
  @ValueSource(strings = {"GBP", "RUB", "EUR", "DEM", "h", "kg", "pcs"})
  void currenciesAndMeasuresAreKnown(String code) {
    assertThat(new Unit(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gbp", "GBP ", "XXX", "XTS", "H", "BTC", "ГБП"})
  void othersAreRefused(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Unit(code));
  }

  @Test
  void theListIsPartOfTheRules() {
    assertThat(Units.all()).hasSize(241);
  }
}
