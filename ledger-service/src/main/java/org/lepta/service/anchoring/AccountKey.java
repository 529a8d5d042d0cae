package org.lepta.service.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** A secp256k1 key: of a member, or of the account that pays. */
public final class AccountKey {

  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rw-------");
  private static final int MOST_BYTES = 200;

  private final ECKeyPair pair;

  private AccountKey(ECKeyPair pair) {
    this.pair = pair;
  }

  /** Takes a secret number. */
  static AccountKey of(BigInteger secret) {
    return new AccountKey(ECKeyPair.create(secret));
  }

  /**
   * Reads a file with one line of 64 hexadecimal digits, the secret number.
   *
   * @throws IllegalArgumentException if others than its owner have rights to it, or it holds no key
   */
  public static AccountKey read(Path file) throws IOException {
    if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IllegalArgumentException(
          "others than its owner have rights to " + file + ": set its mode to 0600");
    }
    String text =
        Files.size(file) > MOST_BYTES ? "" : Files.readString(file, StandardCharsets.UTF_8).strip();
    if (!text.matches("(0x)?[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException(file + " holds no key: 64 hexadecimal digits");
    }
    BigInteger secret = Numeric.toBigInt(text);
    if (secret.signum() == 0 || secret.compareTo(Sign.CURVE_PARAMS.getN()) >= 0) {
      throw new IllegalArgumentException(file + " holds no key: the number is out of range");
    }
    return of(secret);
  }

  /**
   * Makes a new key in a new file of mode 0600; durable on return.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file is there
   */
  public static AccountKey create(Path file) throws IOException {
    try {
      ECKeyPair pair = Keys.createEcKeyPair();
      String line = Numeric.toHexStringNoPrefixZeroPadded(pair.getPrivateKey(), 64) + "\n";
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS));
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      return new AccountKey(pair);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Bouncy Castle makes keys of secp256k1", e);
    }
  }

  /** Returns the address: 0x and 40 hexadecimal digits, lower case. */
  public String address() {
    return "0x" + Keys.getAddress(pair);
  }

  ECKeyPair pair() {
    return pair;
  }

  Credentials credentials() {
    return Credentials.create(pair);
  }
}
