package org.lepta.service.transparency.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The file with the secret key of a log or a witness: one line {@code PRIVATE+KEY+<name>+<key
 * ID>+<base64 of the kind's byte and the seed>}, the form that golang's note package writes for a
 * log's key, readable by its owner alone.
 *
 * @param path where it lies
 * @param type the kind of its key
 */
public record SignerFile(Path path, SignatureType type) {

  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int MOST_BYTES = 1_024;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** The file is there and cannot be used as a key. */
  public static final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnusableException(Reason reason, String message) {
      super(message);
      this.reason = reason;
    }

    /** Returns what is wrong. */
    public Reason reason() {
      return reason;
    }
  }

  /** Why a file cannot be used. */
  public enum Reason {
    /** Others than its owner have rights to it. */
    RIGHTS,
    /** It holds no key of this kind in its one form. */
    MALFORMED
  }

  /** Returns whether something lies there, be it a key or not. */
  public boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Makes a new key; durable on return.
   *
   * @param name the name of the key
   */
  public NoteSigner create(String name, SecureRandom random) throws IOException {
    byte[] seed = new byte[NoteSigner.SEED_BYTES];
    random.nextBytes(seed);
    NoteSigner signer = signer(name, seed);
    Path fresh = path.resolveSibling(path.getFileName() + ".unfinished");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNERS))) {
      ByteBuffer line = ByteBuffer.wrap(line(signer, seed).getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    }
    new SignerFile(fresh, type).moveTo(path);
    return signer;
  }

  /** Moves the file; durable on return. What lies there is gone then. */
  public void moveTo(Path place) throws IOException {
    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder =
        FileChannel.open(place.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /**
   * Reads the key.
   *
   * @throws UnusableException if its rights are too wide or it holds no such key
   */
  public NoteSigner read() throws IOException, UnusableException {
    requirePrivate();
    if (Files.size(path) > MOST_BYTES) {
      throw malformed();
    }
    String text = StrictText.utf8(Files.readAllBytes(path)).orElseThrow(this::malformed);
    return parse(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
  }

  private void requirePrivate() throws IOException, UnusableException {
    Set<PosixFilePermission> others = EnumSet.copyOf(PosixFilePermissions.fromString("rwxrwxrwx"));
    others.removeAll(OWNERS);
    others.remove(PosixFilePermission.OWNER_EXECUTE);
    others.retainAll(Files.getPosixFilePermissions(path));
    if (!others.isEmpty()) {
      throw new UnusableException(
          Reason.RIGHTS,
          "others than its owner have rights to "
              + path.getFileName()
              + ": if nobody can have read it, set its mode to 0600");
    }
  }

  private NoteSigner parse(String line) throws UnusableException {
    String[] parts =
        line.startsWith(PREFIX) ? line.substring(PREFIX.length()).split("\\+", 3) : new String[0];
    Optional<byte[]> key = parts.length == 3 ? StrictText.base64(parts[2]) : Optional.empty();
    boolean ofThisKind =
        key.isPresent()
            && key.get().length == 1 + NoteSigner.SEED_BYTES
            && key.get()[0] == type.code()
            && KeyId.isName(parts[0]);
    if (!ofThisKind) {
      throw malformed();
    }
    byte[] seed = Arrays.copyOfRange(key.get(), 1, key.get().length);
    NoteSigner signer = signer(parts[0], seed);
    if (!line(signer, seed).equals(line + "\n")) {
      throw malformed();
    }
    return signer;
  }

  private NoteSigner signer(String name, byte[] seed) {
    return switch (type) {
      case ED25519 -> NoteSigner.ofLog(name, seed);
      case COSIGNATURE_V1 -> NoteSigner.ofWitness(name, seed);
    };
  }

  private UnusableException malformed() {
    return new UnusableException(
        Reason.MALFORMED, path.getFileName() + " holds no secret key of this kind");
  }

  private String line(NoteSigner signer, byte[] seed) {
    byte[] key = ByteBuffer.allocate(1 + seed.length).put(type.code()).put(seed).array();
    return PREFIX + signer.verifierKey().id() + '+' + StrictText.base64(key) + '\n';
  }
}
