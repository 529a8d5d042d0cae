package org.lepta.ledger.rule;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Entry;

/**
 * State as one transaction sees it: what was committed before, overlaid by what the transaction's
 * own entries changed so far. Ledgers show a contract only committed state, so the overlay is what
 * lets one transaction carry many decisions over one fund. Not thread-safe.
 */
public final class WorkingState implements StateReader {

  private final StateReader base;
  private final TreeMap<String, byte[]> writes = new TreeMap<>();

  public WorkingState(StateReader base) {
    this.base = base;
  }

  @Override
  public byte @Nullable [] get(String key) {
    byte[] own = writes.get(key);
    return own == null ? base.get(key) : own;
  }

  /** Reads a record; empty where the key was never written. */
  public <T extends Record> Optional<T> find(String key, Class<T> type) {
    byte[] value = get(key);
    return value == null ? Optional.empty() : Optional.of(RecordCodec.decode(value, type));
  }

  /** Reads an entry; empty where the key was never written. */
  public Optional<Entry> findEntry(String key) {
    byte[] value = get(key);
    return value == null ? Optional.empty() : Optional.of(EntryCodec.decode(value));
  }

  public boolean has(String key) {
    return get(key) != null;
  }

  public void put(String key, byte[] value) {
    writes.put(key, value);
  }

  public void put(String key, Record value) {
    writes.put(key, RecordCodec.encode(value));
  }

  /** What was changed here, in the order of keys. */
  public Map<String, byte[]> writes() {
    return Collections.unmodifiableMap(writes);
  }

  /** Takes over what was changed in a state that was laid over this one. */
  public void adopt(WorkingState over) {
    writes.putAll(over.writes);
  }
}
