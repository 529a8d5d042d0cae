package org.lepta.service.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;

/**
 * The operator's key for the write API: 256 random bits, of which the service keeps only the
 * SHA-256 in its data folder. Thread-safe.
 */
public final class ApiKeys {

  private static final String PREFIX = "lepta_";
  private static final int RANDOM_BYTES = 32;

  private final Path file;

  /** Keys of the service whose data lie in this folder. */
  public ApiKeys(Path dataFolder) {
    this.file = dataFolder.resolve("operator-key.sha256");
  }

  /**
   * Makes the operator's key at the first start.
   *
   * @return the new key, to be handed to the operator now; empty if there is one already
   */
  public Optional<String> createOnce() throws IOException {
    if (Files.exists(file)) {
      return Optional.empty();
    }
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, hash(key), StandardOpenOption.WRITE);
    return Optional.of(key);
  }

  /** Whether this is the operator's key. */
  public boolean accepts(String key) {
    try {
      byte[] expected = Files.readAllBytes(file);
      return MessageDigest.isEqual(expected, hash(key).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return false;
    }
  }

  private static String hash(String key) {
    return Sha256.digest(key.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
