package org.lepta.ledger.contract;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.lepta.ledger.rule.MembersState;
import org.lepta.ledger.rule.MembersState.MemberState;

/** Key-level endorsement policies in Fabric's own form. */
final class KeyPolicy {

  private KeyPolicy() {}

  /**
   * The owner and any one other member; the owner alone while it is the only member.
   *
   * @param ownerMsp MSP id of who signed, which no state can say otherwise: whatever the list of
   *     members was made to hold, the owner stays in the policy
   */
  static byte[] ownerAndOneOther(MembersState members, String ownerMsp) {
    List<String> all = withOwner(members, ownerMsp);
    SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();
    SignaturePolicy.NOutOf.Builder others = SignaturePolicy.NOutOf.newBuilder().setN(1);
    SignaturePolicy.NOutOf.Builder both = SignaturePolicy.NOutOf.newBuilder();
    for (int i = 0; i < all.size(); i++) {
      envelope.addIdentities(peerOf(all.get(i)));
      if (all.get(i).equals(ownerMsp)) {
        both.addRules(signedBy(i));
      } else {
        others.addRules(signedBy(i));
      }
    }
    if (others.getRulesCount() > 0) {
      both.addRules(SignaturePolicy.newBuilder().setNOutOf(others));
    }
    both.setN(both.getRulesCount());
    return envelope.setRule(SignaturePolicy.newBuilder().setNOutOf(both)).build().toByteArray();
  }

  private static List<String> withOwner(MembersState members, String ownerMsp) {
    List<String> all = new ArrayList<>(members.members().stream().map(MemberState::msp).toList());
    if (!all.contains(ownerMsp)) {
      all.add(ownerMsp);
    }
    return all;
  }

  private static SignaturePolicy signedBy(int identity) {
    return SignaturePolicy.newBuilder().setSignedBy(identity).build();
  }

  private static MSPPrincipal peerOf(String mspId) {
    MSPRole role =
        MSPRole.newBuilder().setMspIdentifier(mspId).setRole(MSPRole.MSPRoleType.PEER).build();
    return MSPPrincipal.newBuilder()
        .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
        .setPrincipal(role.toByteString())
        .build();
  }
}
