package org.lepta.service.transparency.proof;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Ed25519 (RFC 8032 section 5.1.7), narrowed to what an honest signer makes, so that all verifiers
 * agree: the key and the point R are canonically encoded, not of low order and in the group of
 * prime order, and S is below that order. The RFC leaves points with a component of low order to
 * the implementation: the equation with and without the cofactor then gives different answers.
 */
final class Ed25519Check {

  static final int KEY_BYTES = Ed25519.PUBLIC_KEY_SIZE;
  static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;

  private Ed25519Check() {}

  /** Returns whether an honest signer can have this public key. */
  static boolean isSafeKey(byte[] publicKey) {
    return publicKey.length == KEY_BYTES && Ed25519.validatePublicKeyFull(publicKey, 0);
  }

  /** Returns whether the key, which is checked here too, has signed the message. */
  static boolean holds(byte[] publicKey, byte[] message, byte[] signature) {
    return isSafeKey(publicKey)
        && signature.length == SIGNATURE_BYTES
        && isSafeKey(Arrays.copyOf(signature, Ed25519.PUBLIC_KEY_SIZE))
        && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
  }
}
