package org.lepta.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

  @Nested
  class OfId {

    @ParameterizedTest
    @CsvSource({
      "360G-ABCT_1.2, 360G-ABCT_1.2",
      "GB-CHC-1062638/general, GB-CHC-1062638~2Fgeneral",
      "a~b, a~7Eb",
      "donation:7, donation~3A7",
      "'a b', a~20b",
      "%41, ~2541",
      "лепта, ~D0~BB~D0~B5~D0~BF~D1~82~D0~B0",
      "\uD83D\uDC9B, ~F0~9F~92~9B"
    })
    void escapesEveryByteThatIsNotPlain(String id, String key) {
      assertThat(Key.ofId(id).value()).isEqualTo(key);
      assertThat(Key.parse(key).id()).isEqualTo(id);
    }

    @Test
    void refusesLoneSurrogatesAndTheEmptyId() {
      assertThatIllegalArgumentException().isThrownBy(() -> Key.ofId("a\uD83D"));
      assertThatIllegalArgumentException().isThrownBy(() -> Key.ofId("\uDC9Ba"));
      assertThatIllegalArgumentException().isThrownBy(() -> Key.ofId(""));
    }
  }

  @Nested
  class Parse {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "", "~", "a~", "a~2", "~2f", "~7e", "~GG", "~ 2", "~+2", "~41", "~2D", "~5F", "~2E", "a/b",
          "a b", "a%20b", "лепта", "~D0", "~BB~D0", "~C0~AF", "~ED~A0~80", "~F5~80~80~80", "~FF",
          "a+b", "a:b", "~~7E", "~\uFF12\uFF26"
        })
    void refusesWhatIsNotCanonical(String text) {
      assertThatThrownBy(() -> Key.parse(text))
          .isInstanceOfSatisfying(
              RefusalException.class,
              e -> assertThat(e.refusal().code()).isEqualTo("invalid-key"));
    }

    @Test
    void everyTextIsEitherRefusedOrReadBackUnchanged() {
      Random random = new Random(20261);
      String alphabet = "aZ09-_.~~~~ABCDEF27ef/% ж";
      int accepted = 0;
      for (int n = 0; n < 100_000; n++) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
          text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        try {
          Key key = Key.parse(text.toString());
          assertThat(Key.ofId(key.id()).value()).isEqualTo(text.toString());
          accepted++;
        } catch (RefusalException e) {
          assertThat(e.refusal().code()).isEqualTo(Key.INVALID);
        }
      }
      assertThat(accepted).isGreaterThan(1_000);
    }
  }

  @Test
  void everyIdComesBackFromItsKey() {
    Random random = new Random(20262);
    for (int n = 0; n < 20_000; n++) {
      String id =
          random
              .ints(1 + random.nextInt(12), 0, 0x110000)
              .map(c -> c >= 0xD800 && c <= 0xDFFF ? '~' : c)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();

      Key key = Key.ofId(id);

      assertThat(key.value()).matches("[A-Za-z0-9_.~-]+");
      assertThat(Key.parse(key.value())).isEqualTo(key);
      assertThat(Key.parse(key.value()).id()).isEqualTo(id);
    }
  }
}
