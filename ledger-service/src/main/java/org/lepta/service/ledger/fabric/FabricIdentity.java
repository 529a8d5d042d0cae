package org.lepta.service.ledger.fabric;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.hyperledger.fabric.client.identity.Signers;
import org.lepta.service.ledger.Member;

/**
 * An identity that calls are signed with.
 *
 * @param member whose it is
 * @param certificate issued by the member's authority
 * @param key ECDSA over P-256
 */
public record FabricIdentity(Member member, X509Certificate certificate, PrivateKey key) {

  /** Signs a digest of SHA-256. */
  byte[] sign(byte[] digest) {
    try {
      return Signers.newPrivateKeySigner(key).sign(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + member + " cannot sign", e);
    }
  }

  /** Names the member and leaves the key out. */
  @Override
  public String toString() {
    return "identity of " + member;
  }
}
