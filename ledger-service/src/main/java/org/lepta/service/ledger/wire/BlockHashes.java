package org.lepta.service.ledger.wire;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Fabric's two block hashes: the data hash is SHA-256 over the envelopes simply concatenated, the
 * header hash is SHA-256 over the DER form of {@code SEQUENCE {INTEGER number, OCTET STRING
 * previous_hash, OCTET STRING data_hash}}.
 */
public final class BlockHashes {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int LONGEST_SHORT_FORM = 127;

  private BlockHashes() {}

  /** Returns the data hash of a block with these envelopes, in this order. */
  public static byte[] dataHash(Iterable<byte[]> envelopes) {
    MessageDigest digest = sha256();
    envelopes.forEach(digest::update);
    return digest.digest();
  }

  /** Returns the header hash: what the next block names as its previous hash. */
  public static byte[] headerHash(long number, byte[] previousHash, byte[] dataHash) {
    return sha256().digest(headerDer(number, previousHash, dataHash));
  }

  /**
   * Returns the DER form of a header: what orderers sign.
   *
   * @param number read as unsigned
   * @throws IllegalArgumentException if the parts are longer than any hash, about 50 bytes each
   */
  public static byte[] headerDer(long number, byte[] previousHash, byte[] dataHash) {
    byte[] integer = new BigInteger(Long.toUnsignedString(number)).toByteArray();
    int length = 6 + integer.length + previousHash.length + dataHash.length;
    if (length > LONGEST_SHORT_FORM) {
      throw new IllegalArgumentException("hashes of " + length + " bytes in a block header");
    }
    byte[] der = new byte[2 + length];
    der[0] = SEQUENCE;
    der[1] = (byte) length;
    int at = put(der, 2, INTEGER, integer);
    at = put(der, at, OCTET_STRING, previousHash);
    put(der, at, OCTET_STRING, dataHash);
    return der;
  }

  private static int put(byte[] der, int at, int tag, byte[] content) {
    der[at] = (byte) tag;
    der[at + 1] = (byte) content.length;
    System.arraycopy(content, 0, der, at + 2, content.length);
    return at + 2 + content.length;
  }

  /** Returns a fresh SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
