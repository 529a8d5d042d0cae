package org.lepta.ledger.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;

/** What an approver signs: payee account, amount and everything else a release says. */
public final class ReleaseHash {

  private static final byte[] TAG = "lepta/release/v1\n".getBytes(StandardCharsets.US_ASCII);

  private ReleaseHash() {}

  /**
   * SHA-256 of the tag and the release's canonical bytes (docs/reference/leaf-format). Where it was
   * moved from is not part of it, so approvals stay valid when a release is moved.
   */
  public static Hash of(Entry release) {
    Entry signed = new Entry(release.header().movedFrom(null), release.body());
    return new Hash(HexFormat.of().formatHex(sha256(TAG, EntryCodec.encode(signed))));
  }

  /** SHA-256 of the parts one after the other. */
  public static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
