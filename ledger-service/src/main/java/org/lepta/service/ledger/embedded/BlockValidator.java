package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.lepta.service.ledger.Validation;

/**
 * Gives Fabric's verdict on the transactions of one block: first endorsement policies, then versions of
 * what was read, in block order.
 *
 * <p>A key that carries a policy answers to that policy as it stood before the block, all others to the
 * channel's. A transaction that writes a key whose policy an earlier transaction of the same block
 * changes fails, as on a peer. A read fails if the key was written since, also earlier in the block.
 * Deterministic; runs in the thread that applies blocks.
 */
final class BlockValidator {
  private final WorldState state;
  private final ChannelConfig config;
  private final long block;
  private final StateUpdates updates;
  private final Set<String> policiesChanged = new HashSet<>();

  /**
   * The verdicts and what the valid transactions change.
   *
   * @param verdicts in block order
   * @param updates to be applied if the block is durable
   */
  record Result(List<Validation> verdicts, StateUpdates updates) {}

  private BlockValidator(WorldState state, ChannelConfig config, long block) {
    this.state = state;
    this.config = config;
    this.block = block;
    this.updates = new StateUpdates(state);
  }

  static Result validate(
      WorldState state, ChannelConfig config, long block, List<CheckedCall> calls) {
    BlockValidator validator = new BlockValidator(state, config, block);
    List<Validation> verdicts = new ArrayList<>(calls.size());
    for (CheckedCall call : calls) {
      verdicts.add(validator.endorsement(call));
    }
    for (int i = 0; i < calls.size(); i++) {
      if (verdicts.get(i) == Validation.VALID) {
        verdicts.set(i, validator.versions(calls.get(i).call().set(), i));
      }
    }
    return new Result(verdicts, validator.updates);
  }

  private Validation endorsement(CheckedCall checked) {
    if (checked.verdict() != Validation.VALID) {
      return checked.verdict();
    }
    KVRWSet set = checked.call().set();
    if (!isEndorsed(writtenKeys(set), checked.endorsers())) {
      return Validation.ENDORSEMENT_POLICY_FAILURE;
    }
    for (KVMetadataWrite write : set.getMetadataWritesList()) {
      policiesChanged.add(write.getKey());
    }
    return Validation.VALID;
  }

  private boolean isEndorsed(Set<String> keys, List<String> endorsers) {
    return keys.stream().noneMatch(policiesChanged::contains)
        && policies(state, config, keys).stream()
            .allMatch(policy -> Policies.isSatisfied(policy, endorsers));
  }

  /** Returns the policies that a transaction writing these keys must satisfy, all of them. */
  static Set<ByteString> policies(WorldState state, ChannelConfig config, Set<String> keys) {
    Set<ByteString> policies = new HashSet<>();
    boolean channel = keys.isEmpty();
    for (String key : keys) {
      ByteString policy = state.policy(key);
      channel |= policy.isEmpty();
      if (!policy.isEmpty()) {
        policies.add(policy);
      }
    }
    if (channel) {
      policies.add(config.endorsement().toByteString());
    }
    return policies;
  }

  /** Returns the keys of which value or policy is written. */
  static Set<String> writtenKeys(KVRWSet set) {
    Set<String> keys = new HashSet<>();
    for (KVWrite write : set.getWritesList()) {
      keys.add(write.getKey());
    }
    for (KVMetadataWrite write : set.getMetadataWritesList()) {
      keys.add(write.getKey());
    }
    return keys;
  }

  private Validation versions(KVRWSet set, int transaction) {
    for (KVRead read : set.getReadsList()) {
      if (updates.contains(read.getKey())
          || !state.version(read.getKey()).equals(versionIn(read))) {
        return Validation.MVCC_READ_CONFLICT;
      }
    }
    updates.add(set, new Version(block, transaction));
    return Validation.VALID;
  }

  private static Optional<Version> versionIn(KVRead read) {
    return read.hasVersion()
        ? Optional.of(new Version(read.getVersion().getBlockNum(), read.getVersion().getTxNum()))
        : Optional.empty();
  }
}
