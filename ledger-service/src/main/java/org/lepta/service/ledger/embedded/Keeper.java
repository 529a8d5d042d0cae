package org.lepta.service.ledger.embedded;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.identity.Pem;

/**
 * A configuration in force together with the identities that the keeper holds for it. Immutable.
 *
 * @param config the configuration
 * @param msps who belongs to its organisations
 * @param orderer the identity that signs blocks
 * @param byOrganisation members' identities by organisation id
 * @param byMspId members' identities by MSP id
 */
record Keeper(
    ChannelConfig config,
    Msps msps,
    Identity orderer,
    Map<String, Identity> byOrganisation,
    Map<String, Identity> byMspId) {

  /**
   * Finds the identities of a configuration.
   *
   * @throws BrokenLedgerException if one of its organisations has none here, or another one
   */
  static Keeper of(ChannelConfig config, Map<String, Identity> identities) {
    Map<String, Identity> byOrganisation = new HashMap<>();
    Map<String, Identity> byMspId = new HashMap<>();
    for (var member : config.members().entrySet()) {
      Identity identity = require(member.getKey(), member.getValue().toStringUtf8(), identities);
      byOrganisation.put(identity.member().organisation(), identity);
      byMspId.put(identity.mspId(), identity);
    }
    Identity orderer =
        require(config.ordererMsp(), config.ordererRoot().toStringUtf8(), identities);
    return new Keeper(
        config, mspsOf(config), orderer, Map.copyOf(byOrganisation), Map.copyOf(byMspId));
  }

  /** Returns who belongs to a configuration's organisations. */
  static Msps mspsOf(ChannelConfig config) {
    try {
      return new Msps(config);
    } catch (GeneralSecurityException e) {
      throw new BrokenLedgerException(Breach.MALFORMED, -1, "a root certificate", e);
    }
  }

  private static Identity require(String mspId, String root, Map<String, Identity> identities) {
    Identity identity = identities.get(mspId);
    if (identity == null || !Pem.certificate(identity.root()).equals(root)) {
      throw new BrokenLedgerException(
          Breach.IDENTITY, -1, "the channel's " + mspId + " has no identity in this folder");
    }
    return identity;
  }

  /** Returns the identities of the members in the order of joining. */
  List<Identity> members() {
    List<Identity> members = new ArrayList<>();
    config.members().keySet().forEach(mspId -> members.add(byMsp(mspId)));
    return members;
  }

  Identity byMsp(String mspId) {
    Identity identity = byMspId.get(mspId);
    if (identity == null) {
      throw new IllegalArgumentException("no member " + mspId);
    }
    return identity;
  }

  Identity identity(String organisation) throws NotSentException {
    Identity identity = byOrganisation.get(organisation);
    if (identity == null) {
      throw new NotSentException("organisation " + organisation + " is no member here", null);
    }
    return identity;
  }
}
