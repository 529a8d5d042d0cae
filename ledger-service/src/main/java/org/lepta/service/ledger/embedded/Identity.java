package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.identity.Pem;

/**
 * A member's (or the orderer's) signing identity as the keeper holds it.
 *
 * @param member whose it is; the orderer's organisation is empty
 * @param root certificate of the authority that issued it
 * @param key signing key
 * @param serialized Fabric's {@code SerializedIdentity}: MSP id and PEM certificate
 */
record Identity(Member member, X509Certificate root, PrivateKey key, ByteString serialized) {

  static Identity of(
      Member member, X509Certificate root, X509Certificate certificate, PrivateKey key) {
    ByteString serialized =
        SerializedIdentity.newBuilder()
            .setMspid(member.mspId())
            .setIdBytes(ByteString.copyFromUtf8(Pem.certificate(certificate)))
            .build()
            .toByteString();
    return new Identity(member, root, key, serialized);
  }

  String mspId() {
    return member.mspId();
  }

  /** Signs the concatenation of the parts. */
  ByteString sign(byte[]... parts) {
    return ByteString.copyFrom(Ecdsa.sign(key, parts));
  }
}
