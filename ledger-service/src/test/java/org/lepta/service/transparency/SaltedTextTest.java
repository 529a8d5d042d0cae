package org.lepta.service.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.service.kernel.RefusalException;

class SaltedTextTest {

  private static final byte[] ZERO_SALT = new byte[32];

  @Nested
  class Commitment {

    @Test
    void coversLabelSaltAndTextButNotTheLanguage() {
      SaltedText text = SaltedText.of(ZERO_SALT, "Лепта", "ru");

      assertThat(text.commitment().hex())
          .isEqualTo("cfcc52835709c0a3a87da857837a5d5e6e7337e4a512fe2db7d2a566cab4b2da");
      assertThat(SaltedText.of(ZERO_SALT, "Лепта", null).commitment()).isEqualTo(text.commitment());
    }

    @Test
    void differsForEqualTextsOfDifferentSalt() {
      SecureRandom random = new SecureRandom();

      assertThat(SaltedText.salted("same", null, random).commitment())
          .isNotEqualTo(SaltedText.salted("same", null, random).commitment());
    }
  }

  @Nested
  class Limits {

    @Test
    void countBytesOfUtf8() {
      assertThat(SaltedText.of(ZERO_SALT, "ж".repeat(32_768), null).text()).hasSize(32_768);
      assertRefused("text-too-long", "ж".repeat(32_768) + "a", null);
      assertRefused("text-too-long", "a".repeat(65_537), null);
    }

    @Test
    void refuseWhatIsNoText() {
      assertRefused("text-not-unicode", "a\uD83D", null);
      assertRefused("text-not-unicode", "a\0b", null);
      assertRefused("text-language-invalid", "a", "русский");
      assertRefused("text-language-invalid", "a", "en\",\"x\":\"");
      assertThatIllegalArgumentException().isThrownBy(() -> SaltedText.of(new byte[31], "a", null));
    }

    private static void assertRefused(String code, String text, @Nullable String language) {
      assertThatThrownBy(() -> SaltedText.of(ZERO_SALT, text, language))
          .isInstanceOfSatisfying(
              RefusalException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
  }

  @Nested
  class Json {

    private static final String SALT = "A".repeat(43);

    @Test
    void isCanonical() {
      SaltedText text =
          SaltedText.of(ZERO_SALT, "\"\\/\b\t\n\f\r\u0001\u001f\u007f Лепта 💛", "ru");

      assertThat(new String(SaltedTextJson.write(text), UTF_8))
          .isEqualTo(
              "{\"lang\":\"ru\",\"salt\":\""
                  + SALT
                  + "\",\"text\":\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\u007f Лепта 💛\"}");
      assertThat(SaltedTextJson.read(SaltedTextJson.write(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "null",
          "[]",
          "{}",
          "{\"salt\":\"S\"}",
          "{\"salt\":\"S\",\"text\":1}",
          "{\"text\":\"a\",\"salt\":\"S\"}",
          "{\"salt\":\"S\",\"text\":\"a\"} ",
          "{\"salt\":\"S\",\"text\":\"a\",\"x\":1}",
          "{\"salt\":\"S=\",\"text\":\"a\"}",
          "{\"salt\":\"S\",\"text\":\"\\u0061\"}",
          "{\"lang\":null,\"salt\":\"S\",\"text\":\"a\"}",
          "{\"salt\":\"S\",\"text\":\"a\",\"text\":\"a\"}",
          "{\"salt\":\"S\",\"text\":\"a\"}{}"
        })
    void refusesEveryOtherForm(String json) {
      assertMalformed(json.replace("\"S", "\"" + SALT).getBytes(UTF_8));
    }

    @Test
    void refusesSpareBitsOfTheSalt() {
      String json = "{\"salt\":\"" + "A".repeat(42) + "B\",\"text\":\"a\"}";
      assertMalformed(json.getBytes(UTF_8));
    }

    @Test
    void everyFlippedBitIsRefusedOrAnotherText() {
      SaltedText text = SaltedText.of(ZERO_SALT, "Лепта \n\u0002", "ru");
      Random random = new Random(20265);
      for (int n = 0; n < 5_000; n++) {
        byte[] json = SaltedTextJson.write(text);
        json[random.nextInt(json.length)] ^= (byte) (1 << random.nextInt(8));
        try {
          assertThat(SaltedTextJson.read(json)).isNotEqualTo(text);
        } catch (RefusalException e) {
          assertThat(e.refusal().code()).startsWith("text-");
        }
      }
    }

    private static void assertMalformed(byte[] json) {
      assertThatThrownBy(() -> SaltedTextJson.read(json))
          .isInstanceOfSatisfying(
              RefusalException.class,
              e -> assertThat(e.refusal().code()).isEqualTo("text-malformed"));
    }
  }
}
