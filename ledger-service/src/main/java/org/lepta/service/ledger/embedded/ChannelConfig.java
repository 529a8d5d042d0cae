package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.lepta.service.ledger.identity.Pem;

/**
 * The channel's configuration as configuration blocks carry it, in Fabric's {@code ConfigEnvelope}:
 * the members' and the orderer's root certificates, and the endorsement policy. So the block file
 * alone is enough to check every signature in it.
 *
 * @param sequence 0 in block 0, then counted up
 * @param members MSP id to root certificate in PEM, in the order of joining
 * @param ordererMsp MSP id of the orderer
 * @param ordererRoot its root certificate in PEM
 */
record ChannelConfig(
    long sequence, Map<String, ByteString> members, String ordererMsp, ByteString ordererRoot) {
  private static final String APPLICATION = "Application";
  private static final String ORDERER = "Orderer";
  private static final String MSP = "MSP";
  private static final String ENDORSEMENT = "Endorsement";
  private static final int ENDORSERS = 2;

  ChannelConfig {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  static ChannelConfig genesis(Identity orderer) {
    return new ChannelConfig(0, Map.of(), orderer.mspId(), pem(orderer));
  }

  ChannelConfig with(Identity member) {
    Map<String, ByteString> more = new LinkedHashMap<>(members);
    more.put(member.mspId(), pem(member));
    return new ChannelConfig(sequence + 1, more, ordererMsp, ordererRoot);
  }

  private static ByteString pem(Identity identity) {
    return ByteString.copyFromUtf8(Pem.certificate(identity.root()));
  }

  /** Returns the channel's policy: any two members, or the only one. */
  SignaturePolicyEnvelope endorsement() {
    return Policies.anyOf(Math.clamp(members.size(), 1, ENDORSERS), List.copyOf(members.keySet()));
  }

  ConfigEnvelope toEnvelope() {
    ConfigGroup.Builder application = ConfigGroup.newBuilder();
    members.forEach((mspId, root) -> application.putGroups(mspId, group(mspId, root)));
    Policy policy =
        Policy.newBuilder()
            .setType(Policy.PolicyType.SIGNATURE_VALUE)
            .setValue(endorsement().toByteString())
            .build();
    application.putPolicies(ENDORSEMENT, ConfigPolicy.newBuilder().setPolicy(policy).build());
    ConfigGroup orderer =
        ConfigGroup.newBuilder().putGroups(ordererMsp, group(ordererMsp, ordererRoot)).build();
    ConfigGroup channel =
        ConfigGroup.newBuilder()
            .putGroups(APPLICATION, application.build())
            .putGroups(ORDERER, orderer)
            .build();
    return ConfigEnvelope.newBuilder()
        .setConfig(Config.newBuilder().setSequence(sequence).setChannelGroup(channel))
        .build();
  }

  /**
   * Reads a configuration.
   *
   * @throws InvalidProtocolBufferException if it is none of ours
   */
  static ChannelConfig parse(ByteString envelope) throws InvalidProtocolBufferException {
    Config config = ConfigEnvelope.parseFrom(envelope).getConfig();
    ConfigGroup application = group(config.getChannelGroup(), APPLICATION);
    ConfigGroup orderers = group(config.getChannelGroup(), ORDERER);
    if (orderers.getGroupsCount() != 1) {
      throw new InvalidProtocolBufferException("not exactly one orderer");
    }
    String ordererMsp = orderers.getGroupsMap().keySet().iterator().next();
    Map<String, ByteString> members = new LinkedHashMap<>();
    for (String mspId : joinedInOrder(application)) {
      members.put(mspId, root(group(application, mspId)));
    }
    ByteString ordererRoot = root(group(orderers, ordererMsp));
    return new ChannelConfig(config.getSequence(), members, ordererMsp, ordererRoot);
  }

  /** The policy's list keeps the order of joining; a protobuf map promises none. */
  private static List<String> joinedInOrder(ConfigGroup application)
      throws InvalidProtocolBufferException {
    ConfigPolicy policy = application.getPoliciesMap().get(ENDORSEMENT);
    if (policy == null) {
      throw new InvalidProtocolBufferException("no endorsement policy");
    }
    List<String> mspIds = new ArrayList<>();
    var envelope = SignaturePolicyEnvelope.parseFrom(policy.getPolicy().getValue());
    for (var principal : envelope.getIdentitiesList()) {
      mspIds.add(Policies.mspOf(principal).orElse(""));
    }
    return mspIds;
  }

  private static ConfigGroup group(ConfigGroup parent, String name)
      throws InvalidProtocolBufferException {
    ConfigGroup group = parent.getGroupsMap().get(name);
    if (group == null) {
      throw new InvalidProtocolBufferException("no group " + name);
    }
    return group;
  }

  private static ConfigGroup group(String mspId, ByteString root) {
    FabricMSPConfig fabric =
        FabricMSPConfig.newBuilder()
            .setName(mspId)
            .addRootCerts(root)
            .setCryptoConfig(
                FabricCryptoConfig.newBuilder()
                    .setSignatureHashFamily("SHA2")
                    .setIdentityIdentifierHashFunction("SHA256"))
            .setFabricNodeOus(
                FabricNodeOUs.newBuilder()
                    .setEnable(true)
                    .setPeerOuIdentifier(unit("peer", root))
                    .setOrdererOuIdentifier(unit("orderer", root)))
            .build();
    MSPConfig config = MSPConfig.newBuilder().setConfig(fabric.toByteString()).build();
    ConfigValue value = ConfigValue.newBuilder().setValue(config.toByteString()).build();
    return ConfigGroup.newBuilder().putValues(MSP, value).build();
  }

  private static FabricOUIdentifier unit(String name, ByteString root) {
    return FabricOUIdentifier.newBuilder()
        .setCertificate(root)
        .setOrganizationalUnitIdentifier(name)
        .build();
  }

  private static ByteString root(ConfigGroup member) throws InvalidProtocolBufferException {
    ConfigValue value = member.getValuesMap().get(MSP);
    if (value == null) {
      throw new InvalidProtocolBufferException("a member without certificates");
    }
    MSPConfig config = MSPConfig.parseFrom(value.getValue());
    FabricMSPConfig fabric = FabricMSPConfig.parseFrom(config.getConfig());
    if (fabric.getRootCertsCount() != 1) {
      throw new InvalidProtocolBufferException("not exactly one root certificate");
    }
    return fabric.getRootCerts(0);
  }
}
