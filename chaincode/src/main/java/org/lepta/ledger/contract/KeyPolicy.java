package org.lepta.ledger.contract;

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

  /** The owner and any one other member; the owner alone while it is the only member. */
  static byte[] ownerAndOneOther(MembersState members, String owner) {
    List<MemberState> all = members.members();
    SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();
    SignaturePolicy.NOutOf.Builder others = SignaturePolicy.NOutOf.newBuilder().setN(1);
    SignaturePolicy.NOutOf.Builder both = SignaturePolicy.NOutOf.newBuilder();
    for (int i = 0; i < all.size(); i++) {
      envelope.addIdentities(peerOf(all.get(i).msp()));
      if (all.get(i).organisation().equals(owner)) {
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
