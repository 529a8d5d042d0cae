package org.lepta.service.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Nested
  class Digest {

    @Test
    void hashesPartsStreamsAndStepsAlike() throws IOException {
      byte[] abc = "abc".getBytes(US_ASCII);

      assertThat(Sha256.digest(abc).hex()).isEqualTo(ABC);
      assertThat(Sha256.digest("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII)).hex())
          .isEqualTo(ABC);
      assertThat(Sha256.digest(new ByteArrayInputStream(abc)).hex()).isEqualTo(ABC);
      assertThat(Sha256.digester().update((byte) 'a').update(abc, 1, 2).finish().hex())
          .isEqualTo(ABC);
    }

    @Test
    void hashesNothingToTheKnownValue() {
      assertThat(Sha256.digest().hex())
          .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void streamsALongInput() throws IOException {
      byte[] million = "a".repeat(1_000_000).getBytes(US_ASCII);

      assertThat(Sha256.digest(new ByteArrayInputStream(million)).hex())
          .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
  }

  @Nested
  class Reading {

    @Test
    void hexAndBytesComeBack() {
      Sha256 hash = Sha256.ofHex(ABC);
      ByteBuffer buffer = ByteBuffer.allocate(32);
      hash.writeTo(buffer);

      assertThat(hash).hasToString(ABC).isEqualTo(Sha256.of(hash.bytes()));
      assertThat(Sha256.readFrom(buffer.flip())).isEqualTo(hash).hasSameHashCodeAs(hash);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void refusesOtherLengths(int length) {
      assertThatIllegalArgumentException().isThrownBy(() -> Sha256.of(new byte[length]));
      assertThatIllegalArgumentException().isThrownBy(() -> Sha256.ofHex("a".repeat(2 * length)));
    }

    @Test
    void refusesUpperCaseAndForeignDigits() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sha256.ofHex(ABC.toUpperCase(java.util.Locale.ROOT)));
      assertThatIllegalArgumentException().isThrownBy(() -> Sha256.ofHex("g" + ABC.substring(1)));
    }

    @Test
    void cannotBeChangedThroughItsArrays() {
      byte[] bytes = new byte[32];
      Sha256 hash = Sha256.of(bytes);

      bytes[0] = 1;
      hash.bytes()[1] = 1;

      assertThat(hash.hex()).isEqualTo("0".repeat(64));
    }
  }
}
