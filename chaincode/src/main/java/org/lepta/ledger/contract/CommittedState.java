package org.lepta.ledger.contract;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.rule.StateReader;

/**
 * World state as the peer shows it to one transaction: what was committed before. Each key is asked
 * for once, since each question is a round trip to the peer, and the answer stays the same.
 */
final class CommittedState implements StateReader {

  private final ChaincodeStub stub;
  private final Map<String, Optional<byte[]>> known = new TreeMap<>();

  CommittedState(ChaincodeStub stub) {
    this.stub = stub;
  }

  @Override
  public byte @Nullable [] get(String key) {
    return known.computeIfAbsent(key, this::ask).orElse(null);
  }

  /** The shim answers an absent key with an empty value; nothing of ours is empty. */
  private Optional<byte[]> ask(String key) {
    byte[] value = stub.getState(key);
    return value == null || value.length == 0 ? Optional.empty() : Optional.of(value);
  }
}
