package org.lepta.service.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.kernel.Sha256;

/** Codes of donors' links. */
final class ReceiptCodesTest {

  private static final Sha256 HASH = Sha256.digest(new byte[] {1});
  private static final String KEY = "00".repeat(31) + "01";

  @TempDir Path data;

  private ReceiptCodes known() throws IOException {
    Files.writeString(data.resolve(ReceiptCodes.FILE), KEY + "\n");
    return ReceiptCodes.open(data);
  }

  @Test
  void codeIsIndexAndMacInCrockfordsBase32() throws IOException {
    // Made by another program: base32 of 8 bytes of index and 12 of HMAC-SHA256.
    assertThat(known().code(361, HASH)).isEqualTo("00000000000pkbae907zq3cvyqt6g8fz");
  }

  @Test
  void codeLeadsToItsEntryAndNoOtherCodeDoes() throws IOException {
    ReceiptCodes codes = known();
    String code = codes.code(361, HASH);

    assertThat(codes.leaf(code, leaf -> HASH)).isEqualTo(OptionalLong.of(361));
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      int place = random.nextInt(code.length());
      char letter = "0123456789abcdefghjkmnpqrstvwxyz".charAt(random.nextInt(32));
      String other = code.substring(0, place) + letter + code.substring(place + 1);
      if (!other.equals(code)) {
        assertThat(codes.leaf(other, leaf -> HASH)).isEmpty();
      }
    }
  }

  @Test
  void codeIsOfTheVeryEntryAndOfThisKey() throws IOException {
    String code = known().code(361, HASH);

    assertThat(known().leaf(code, leaf -> Sha256.digest(new byte[] {2}))).isEmpty();
    assertThat(known().leaf(code, leaf -> null)).isEmpty();
    Files.delete(data.resolve(ReceiptCodes.FILE));
    assertThat(ReceiptCodes.open(data).leaf(code, leaf -> HASH)).isEmpty();
  }

  @Test
  void whatHasNotTheFormOfACodeLeadsNowhere() throws IOException {
    for (String text : new String[] {"", "361", "x".repeat(31), "x".repeat(33), "I".repeat(32)}) {
      assertThat(known().leaf(text, leaf -> HASH)).isEmpty();
    }
  }

  @Test
  void keyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
    String code = ReceiptCodes.open(data).code(1, HASH);

    assertThat(ReceiptCodes.open(data).code(1, HASH)).isEqualTo(code);
    assertThat(Files.getPosixFilePermissions(data.resolve(ReceiptCodes.FILE)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void damagedKeyIsRefusedAndNotReplaced() throws IOException {
    Files.writeString(data.resolve(ReceiptCodes.FILE), "12\n");

    assertThatThrownBy(() -> ReceiptCodes.open(data))
        .isInstanceOf(IOException.class)
        .hasMessage("receipt-key holds no key: put back the one that was there");
    assertThat(Files.readString(data.resolve(ReceiptCodes.FILE))).isEqualTo("12\n");
  }
}
