package org.lepta.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.service.LeptaSettings.LogSettings;

/** Names of logs. */
final class LogSettingsTest {

  @Test
  void originIsAnAddressWithoutScheme() {
    assertThat(new LogSettings("log.example.org/gifts", "", false).origin())
        .isEqualTo("log.example.org/gifts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://log.example.org", "a b", "a+b", "a\nb", "лог", "a\u00a0b"})
  void whatNoCheckpointCouldCarryIsRefused(String origin) {
    assertThatIllegalArgumentException().isThrownBy(() -> new LogSettings(origin, "", false));
  }
}
