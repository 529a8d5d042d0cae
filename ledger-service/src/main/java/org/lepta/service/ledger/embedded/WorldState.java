package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.wire.BlockHashes;

/**
 * The committed state of the contract's namespace, in memory, in Fabric's key order. A whole simulation
 * runs under {@link #reading}, so it never sees half a block; one thread applies blocks.
 */
final class WorldState {
  private final TreeMap<String, StateValue> values = new TreeMap<>(KeyOrder.UTF_8);
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Runs the action while no block can be applied. */
  <T> T reading(Supplier<T> action) {
    lock.readLock().lock();
    try {
      return action.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Applies a block's updates at once. */
  void apply(StateUpdates updates) {
    lock.writeLock().lock();
    try {
      updates
          .byKey()
          .forEach(
              (key, update) ->
                  update
                      .after()
                      .ifPresentOrElse(v -> values.put(key, v), () -> values.remove(key)));
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Returns what is stored under the key; call it while reading, or from the applying thread. */
  @Nullable StateValue get(String key) {
    return values.get(key);
  }

  Optional<Version> version(String key) {
    return Optional.ofNullable(values.get(key)).map(StateValue::version);
  }

  /** Returns the key's policy, empty if it has none. */
  ByteString policy(String key) {
    StateValue value = values.get(key);
    return value == null ? ByteString.EMPTY : value.policy();
  }

  /** Returns the keys from {@code from} on, before {@code to}; an empty {@code to} is no end. */
  NavigableMap<String, StateValue> range(String from, String to) {
    if (!to.isEmpty() && KeyOrder.UTF_8.compare(from, to) > 0) {
      return new TreeMap<>(KeyOrder.UTF_8);
    }
    return to.isEmpty() ? values.tailMap(from, true) : values.subMap(from, true, to, false);
  }

  /** Returns SHA-256 over all keys, values, policies and versions, in lower-case hexadecimal. */
  String hash() {
    return reading(
        () -> {
          MessageDigest digest = BlockHashes.sha256();
          for (Map.Entry<String, StateValue> entry : values.entrySet()) {
            StateValue stored = entry.getValue();
            put(digest, entry.getKey().getBytes(StandardCharsets.UTF_8));
            put(digest, stored.value().toByteArray());
            put(digest, stored.policy().toByteArray());
            put(digest, stored.version().toString().getBytes(StandardCharsets.UTF_8));
          }
          return HexFormat.of().formatHex(digest.digest());
        });
  }

  private static void put(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
    digest.update(part);
  }
}
