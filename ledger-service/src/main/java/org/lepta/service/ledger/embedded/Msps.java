package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.lepta.service.ledger.identity.Pem;

/**
 * Knows which identities belong to the organisations of one configuration, by their root
 * certificates. Thread-safe; remembers the identities it has found good.
 */
final class Msps {
  private final Map<String, X509Certificate> roots = new HashMap<>();
  private final Map<ByteString, Known> known = new ConcurrentHashMap<>();

  /** An identity whose certificate was issued by its organisation's authority. */
  record Known(String mspId, PublicKey key) {}

  /**
   * Prepares the roots of members and orderer.
   *
   * @throws GeneralSecurityException if a root certificate cannot be read
   */
  Msps(ChannelConfig config) throws GeneralSecurityException {
    for (var member : config.members().entrySet()) {
      roots.put(member.getKey(), Pem.parseCertificate(member.getValue().toByteArray()));
    }
    roots.put(config.ordererMsp(), Pem.parseCertificate(config.ordererRoot().toByteArray()));
  }

  /** Finds who this serialized identity is; empty if no organisation here vouches for it. */
  Optional<Known> find(ByteString serialized) {
    Known found = known.get(serialized);
    if (found != null) {
      return Optional.of(found);
    }
    Optional<Known> fresh = check(serialized);
    fresh.ifPresent(identity -> known.put(serialized, identity));
    return fresh;
  }

  private Optional<Known> check(ByteString serialized) {
    try {
      SerializedIdentity identity = SerializedIdentity.parseFrom(serialized);
      X509Certificate root = roots.get(identity.getMspid());
      X509Certificate own = Pem.parseCertificate(identity.getIdBytes().toByteArray());
      if (root == null
          || own.getBasicConstraints() >= 0
          || !own.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
        return Optional.empty();
      }
      own.verify(root.getPublicKey());
      return Optional.of(new Known(identity.getMspid(), own.getPublicKey()));
    } catch (InvalidProtocolBufferException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
