package org.lepta.ledger.contract;

import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.rule.StateReader;

/** World state as the peer shows it: what was committed before this transaction. */
record CommittedState(ChaincodeStub stub) implements StateReader {

  @Override
  public byte @Nullable [] get(String key) {
    byte[] value = stub.getState(key);
    // The shim answers an absent key with an empty value; nothing of ours is empty.
    return value == null || value.length == 0 ? null : value;
  }
}
