package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * ECDSA over P-256 with SHA-256, DER form, as Fabric demands it: the lower of the two values of s, so
 * that nobody can make a second signature out of one.
 */
final class Ecdsa {
  private static final String ALGORITHM = "SHA256withECDSA";
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  private Ecdsa() {}

  static byte[] sign(PrivateKey key, byte[]... parts) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      for (byte[] part : parts) {
        signature.update(part);
      }
      return withLowS(signature.sign());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a key of our own does not sign", e);
    }
  }

  /** Returns whether the signature holds; false for anything malformed or with a high s. */
  static boolean verify(PublicKey key, byte[] signed, byte[]... parts) {
    try {
      BigInteger[] values = StandardDSAEncoding.INSTANCE.decode(ORDER, signed);
      if (values[1].compareTo(HALF_ORDER) > 0) {
        return false;
      }
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.verify(signed);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] withLowS(byte[] signed) throws IOException {
    BigInteger[] values = StandardDSAEncoding.INSTANCE.decode(ORDER, signed);
    return values[1].compareTo(HALF_ORDER) <= 0
        ? signed
        : StandardDSAEncoding.INSTANCE.encode(ORDER, values[0], ORDER.subtract(values[1]));
  }
}
