package org.lepta.ui;

import java.nio.charset.StandardCharsets;

/**
 * The verifier as one file that works without network (docs/reference/verifier). It is built from
 * the sources under {@code src/main/ts}, byte by byte the same wherever that is done. Thread-safe.
 */
public final class OfflineVerifier {
  /** Its name, under which it is downloaded. */
  public static final String FILE_NAME = "lepta-verify.html";

  private static final byte[] FILE = Assets.read(FILE_NAME);
  private static final String SHA256 = Assets.sha256(FILE);

  private OfflineVerifier() {}

  /** The file. The bytes are a copy each time. */
  public static byte[] bytes() {
    return FILE.clone();
  }

  /** The file as text, with its empty places for a passport and a policy. */
  public static String html() {
    return new String(FILE, StandardCharsets.UTF_8);
  }

  /** The SHA-256 of the file, 64 hexadecimal digits. */
  public static String sha256() {
    return SHA256;
  }
}
