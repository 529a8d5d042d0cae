package org.lepta.service.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class BlockHashesTest {
  private static String der(long number, int previous, int data) {
    return HexFormat.of()
        .formatHex(BlockHashes.headerDer(number, new byte[previous], new byte[data]));
  }

  @Test
  void headersAreDerWithTheShortestInteger() {
    assertThat(der(0, 0, 2)).isEqualTo("30090201000400" + "04020000");
    assertThat(der(127, 0, 0)).isEqualTo("300702017f04000400");
    assertThat(der(128, 0, 0)).isEqualTo("30080202008004000400");
    assertThat(der(65_536, 1, 1)).isEqualTo("300b0203010000040100040100");
  }

  @Test
  void blockNumbersAreUnsigned() {
    assertThat(der(-1, 0, 0)).isEqualTo("300f020900ffffffffffffffff04000400");
  }

  @Test
  void longHashesAreRefused() {
    assertThat(der(0, 32, 32)).startsWith("3047020100");
    assertThatThrownBy(() -> der(0, 64, 64)).isInstanceOf(IllegalArgumentException.class);
  }
}
