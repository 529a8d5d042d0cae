package org.lepta.service.ledger.fabric;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.Members;

/**
 * The members whose identities lie here: as a rule one, on its own network connection; none for an
 * auditor. Immutable.
 */
final class FabricMembers implements Members {
  private final Map<String, FabricIdentity> identities = new LinkedHashMap<>();
  private final Map<String, String> mspIds = new HashMap<>();

  FabricMembers(FabricSettings settings) {
    settings.peers().forEach(peer -> mspIds.put(peer.organisation(), peer.mspId()));
    for (FabricIdentity signer : settings.signers()) {
      identities.put(signer.member().organisation(), signer);
      mspIds.put(signer.member().organisation(), signer.member().mspId());
    }
  }

  /** Finds the identity that this organisation signs with. */
  Optional<FabricIdentity> identity(String organisation) {
    return Optional.ofNullable(identities.get(organisation));
  }

  /** Finds the MSP id of an organisation with a peer on the network, whether or not it is ours. */
  Optional<String> mspId(String organisation) {
    return Optional.ofNullable(mspIds.get(organisation));
  }

  @Override
  public List<Member> list() {
    return identities.values().stream().map(FabricIdentity::member).toList();
  }

  @Override
  public Optional<Member> find(String organisation) {
    return identity(organisation).map(FabricIdentity::member);
  }

  @Override
  public Member addMember(String organisation) {
    return find(organisation)
        .orElseThrow(() ->
            new UnsupportedOperationException(
                organisation + " joins the network by an update of the channel, signed by others"));
  }
}
