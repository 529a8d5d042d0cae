package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * Fabric's signature policies, evaluated as a peer does: an identity satisfies one rule only, rules are
 * tried in order, and what a failed branch used is given back.
 *
 * <p>A member's one identity is its organisation's peer, so it has the roles MEMBER and PEER and no
 * others. A policy that cannot be read is satisfied by nobody.
 */
final class Policies {
  private Policies() {}

  /** Returns the policy: any {@code count} of these organisations. */
  static SignaturePolicyEnvelope anyOf(int count, List<String> mspIds) {
    SignaturePolicy.NOutOf.Builder rules = SignaturePolicy.NOutOf.newBuilder().setN(count);
    SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();
    for (int i = 0; i < mspIds.size(); i++) {
      rules.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
      MSPRole role =
          MSPRole.newBuilder()
              .setMspIdentifier(mspIds.get(i))
              .setRole(MSPRole.MSPRoleType.MEMBER)
              .build();
      envelope.addIdentities(
          MSPPrincipal.newBuilder()
              .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
              .setPrincipal(role.toByteString()));
    }
    return envelope.setRule(SignaturePolicy.newBuilder().setNOutOf(rules)).build();
  }

  /** Returns whether these organisations, each with one identity, satisfy the policy. */
  static boolean isSatisfied(SignaturePolicyEnvelope policy, Collection<String> mspIds) {
    List<String> signers = List.copyOf(mspIds);
    return holds(policy.getRule(), policy, signers, new boolean[signers.size()]);
  }

  /** Returns whether these organisations satisfy the policy in these bytes. */
  static boolean isSatisfied(ByteString policy, Collection<String> mspIds) {
    try {
      return isSatisfied(SignaturePolicyEnvelope.parseFrom(policy), mspIds);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  /** Returns the organisations that a policy names, in its order; none if it cannot be read. */
  static List<String> named(ByteString policy) {
    List<String> mspIds = new ArrayList<>();
    try {
      for (var principal : SignaturePolicyEnvelope.parseFrom(policy).getIdentitiesList()) {
        mspOf(principal).ifPresent(mspIds::add);
      }
    } catch (InvalidProtocolBufferException e) {
      return List.of();
    }
    return mspIds;
  }

  /** Finds the organisation of a principal that our identities can satisfy. */
  static Optional<String> mspOf(MSPPrincipal principal) {
    if (principal.getPrincipalClassification() != MSPPrincipal.Classification.ROLE) {
      return Optional.empty();
    }
    try {
      MSPRole role = MSPRole.parseFrom(principal.getPrincipal());
      return switch (role.getRole()) {
        case MEMBER, PEER -> Optional.of(role.getMspIdentifier());
        case ADMIN, CLIENT, ORDERER, UNRECOGNIZED -> Optional.empty();
      };
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static boolean holds(
      SignaturePolicy rule,
      SignaturePolicyEnvelope policy,
      List<String> signers,
      boolean[] used) {
    return switch (rule.getTypeCase()) {
      case SIGNED_BY -> signedBy(rule.getSignedBy(), policy, signers, used);
      case N_OUT_OF -> nOutOf(rule.getNOutOf(), policy, signers, used);
      case TYPE_NOT_SET -> false;
    };
  }

  private static boolean nOutOf(
      SignaturePolicy.NOutOf rule,
      SignaturePolicyEnvelope policy,
      List<String> signers,
      boolean[] used) {
    int held = 0;
    for (SignaturePolicy part : rule.getRulesList()) {
      boolean[] tried = used.clone();
      if (holds(part, policy, signers, tried)) {
        held++;
        System.arraycopy(tried, 0, used, 0, used.length);
      }
    }
    return held >= rule.getN();
  }

  private static boolean signedBy(
      int principal, SignaturePolicyEnvelope policy, List<String> signers, boolean[] used) {
    if (principal < 0 || principal >= policy.getIdentitiesCount()) {
      return false;
    }
    Optional<String> wanted = mspOf(policy.getIdentities(principal));
    for (int i = 0; i < used.length; i++) {
      if (!used[i] && wanted.isPresent() && wanted.get().equals(signers.get(i))) {
        used[i] = true;
        return true;
      }
    }
    return false;
  }
}
