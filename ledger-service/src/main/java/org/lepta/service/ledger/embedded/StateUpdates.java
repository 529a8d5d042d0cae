package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.lepta.service.ledger.wire.BlockDecoder;

/**
 * What the valid transactions of one block change, later ones over earlier ones, as a peer merges them:
 * a new value keeps the key's policy, a new policy keeps the value, a policy for an absent key is
 * nothing, and deletion takes both.
 */
final class StateUpdates {
  private final WorldState before;
  private final TreeMap<String, Update> updates = new TreeMap<>(KeyOrder.UTF_8);

  /**
   * The last change of a key.
   *
   * @param after what is stored from now on; empty if the key was deleted
   * @param version where it was changed
   */
  record Update(Optional<StateValue> after, Version version) {}

  StateUpdates(WorldState before) {
    this.before = before;
  }

  boolean contains(String key) {
    return updates.containsKey(key);
  }

  /** Returns the changes in the order of their keys. */
  Map<String, Update> byKey() {
    return Collections.unmodifiableMap(updates);
  }

  /** Adds the writes of a valid transaction. */
  void add(KVRWSet set, Version version) {
    Map<String, ByteString> policies = new HashMap<>();
    for (KVMetadataWrite write : set.getMetadataWritesList()) {
      policies.put(write.getKey(), BlockDecoder.policyIn(write));
    }
    Set<String> written = new HashSet<>();
    for (KVWrite write : set.getWritesList()) {
      String key = write.getKey();
      written.add(key);
      Optional<StateValue> after = Optional.empty();
      if (!BlockDecoder.isDelete(write)) {
        ByteString policy = policies.getOrDefault(key, policyOf(key));
        after = Optional.of(new StateValue(write.getValue(), policy, version));
      }
      updates.put(key, new Update(after, version));
    }
    policies.forEach(
        (key, policy) -> {
          if (!written.contains(key)) {
            addPolicy(key, policy, version);
          }
        });
  }

  private void addPolicy(String key, ByteString policy, Version version) {
    current(key)
        .ifPresent(
            stored -> {
              var after = Optional.of(new StateValue(stored.value(), policy, version));
              updates.put(key, new Update(after, version));
            });
  }

  private ByteString policyOf(String key) {
    return current(key).map(StateValue::policy).orElse(ByteString.EMPTY);
  }

  private Optional<StateValue> current(String key) {
    Update update = updates.get(key);
    return update == null ? Optional.ofNullable(before.get(key)) : update.after();
  }
}
