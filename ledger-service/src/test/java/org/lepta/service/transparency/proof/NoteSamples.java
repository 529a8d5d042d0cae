package org.lepta.service.transparency.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.lepta.service.kernel.Sha256;

/** Keys and texts of the tests; the seeds are published, so nobody may use them for a log. */
final class NoteSamples {

  static final String ORIGIN = "ledger.example/donations/2026";
  static final String PROBE_VKEY =
      "ledger.example/donations/2026+f569a8b0+ATmZuQcZCvaRb/AmOD1ruch1LJHwBXPKlTjvtba5shF7";
  static final NoteSigner LOG = NoteSigner.ofLog(ORIGIN, seed("probe seed"));
  static final NoteSigner WITNESS =
      NoteSigner.ofWitness("witness.example/w1", seed("first witness"));
  static final NoteSigner SECOND_WITNESS =
      NoteSigner.ofWitness("witness.example/w2", seed("second witness"));
  static final NoteSigner STRANGER = NoteSigner.ofLog("stranger.example", seed("stranger"));

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private NoteSamples() {}

  static byte[] seed(String words) {
    return Sha256.digest(bytes(words)).bytes();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
