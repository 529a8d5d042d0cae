package org.lepta.service.explorer;

import org.lepta.ui.OfflineVerifier;

/** The verifier that this service hands out, whose hash it records. */
public final class VerifierFile {

  /** The form of receipts and passports that it knows. */
  public static final String VERSION = "v1";

  private VerifierFile() {}

  /** The SHA-256 of the file, 64 hexadecimal digits. */
  public static String sha256() {
    return OfflineVerifier.sha256();
  }
}
