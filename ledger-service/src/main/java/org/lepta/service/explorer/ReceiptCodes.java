package org.lepta.service.explorer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/**
 * The codes of donors' links (docs/reference/passports, Donors' links): leaf index and a piece of
 * an HMAC-SHA256 (RFC 2104) over index and leaf hash. Nothing is stored for a code, so none can be
 * listed, and a code is of this very entry. Thread-safe.
 */
public final class ReceiptCodes {

  /** The file of the key in the data folder: one line of 64 hexadecimal digits, mode 0600. */
  public static final String FILE = "receipt-key";

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] LABEL = "lepta/receipt/v1\0".getBytes(US_ASCII);
  private static final int KEY_BYTES = 32;
  private static final int MAC_BYTES = 12;
  private static final int CODE_BYTES = Long.BYTES + MAC_BYTES;
  private static final int LENGTH = CODE_BYTES * 8 / 5;

  /** Crockford's base32: no letters that are taken for digits. */
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  private final SecretKeySpec key;

  private ReceiptCodes(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Reads the key, or makes one where there is none.
   *
   * @param data folder of all data
   * @throws IOException if the file cannot be read or written, or holds no key
   */
  public static ReceiptCodes open(Path data) throws IOException {
    Path file = data.resolve(FILE);
    try {
      create(file);
    } catch (FileAlreadyExistsException e) {
      // The usual case: the key is that of the first start.
    }
    String line = Files.readString(file).strip();
    if (!line.matches("[0-9a-f]{64}")) {
      throw new IOException(FILE + " holds no key: put back the one that was there");
    }
    return new ReceiptCodes(HexFormat.of().parseHex(line));
  }

  private static void create(Path file) throws IOException {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    if (Files.exists(file)) {
      return;
    }
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            FILE,
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        fresh,
        HexFormat.of().formatHex(random) + "\n",
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(fresh, file);
  }

  /** Whether a text has the form of a code; no key of an entry and no leaf index has it. */
  public static boolean isForm(String text) {
    return FORM.matcher(text).matches();
  }

  /** The code of an entry. */
  public String code(long leaf, Sha256 hash) {
    byte[] bytes =
        ByteBuffer.allocate(CODE_BYTES).putLong(leaf).put(mac(leaf, hash), 0, MAC_BYTES).array();
    BigInteger number = new BigInteger(1, bytes);
    StringBuilder code = new StringBuilder();
    for (int place = LENGTH - 1; place >= 0; place--) {
      code.append(ALPHABET.charAt(number.shiftRight(5 * place).intValue() & 31));
    }
    return code.toString();
  }

  /**
   * The entry that a code is of.
   *
   * @param hashOf hash of a leaf, or null where the log has none at that place
   * @return nothing for a code that this key did not make
   */
  public OptionalLong leaf(String code, LongFunction<@Nullable Sha256> hashOf) {
    if (!isForm(code)) {
      return OptionalLong.empty();
    }
    BigInteger number = BigInteger.ZERO;
    for (int place = 0; place < LENGTH; place++) {
      int digit = ALPHABET.indexOf(code.charAt(place));
      number = number.shiftLeft(5).add(BigInteger.valueOf(digit));
    }
    long leaf = number.shiftRight(8 * MAC_BYTES).longValue();
    Sha256 hash = leaf < 0 ? null : hashOf.apply(leaf);
    boolean ours =
        hash != null
            && MessageDigest.isEqual(code(leaf, hash).getBytes(US_ASCII), code.getBytes(US_ASCII));
    return ours ? OptionalLong.of(leaf) : OptionalLong.empty();
  }

  private byte[] mac(long leaf, Sha256 hash) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(LABEL);
      mac.update(ByteBuffer.allocate(Long.BYTES).putLong(leaf).array());
      return Arrays.copyOf(mac.doFinal(hash.bytes()), MAC_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
