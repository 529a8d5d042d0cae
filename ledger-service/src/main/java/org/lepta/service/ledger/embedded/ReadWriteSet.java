package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.lepta.service.ledger.wire.BlockDecoder;

/**
 * What one simulation read and wrote: each key once, the last write counts, in Fabric's key order, so
 * that equal simulations give equal bytes. Used by one thread.
 */
final class ReadWriteSet {
  private final Map<String, Optional<Version>> reads = new TreeMap<>(KeyOrder.UTF_8);
  private final Map<String, ByteString> writes = new TreeMap<>(KeyOrder.UTF_8);
  private final Map<String, ByteString> policies = new TreeMap<>(KeyOrder.UTF_8);

  /** Notes a read; empty stands for a key that was absent. */
  void read(String key, Optional<Version> version) {
    reads.put(key, version);
  }

  /** Notes a write; an empty value deletes. */
  void write(String key, ByteString value) {
    writes.put(key, value);
  }

  void writePolicy(String key, ByteString policy) {
    policies.put(key, policy);
  }

  KVRWSet toSet() {
    KVRWSet.Builder set = KVRWSet.newBuilder();
    reads.forEach((key, version) -> set.addReads(readOf(key, version)));
    writes.forEach(
        (key, value) ->
            set.addWrites(
                KVWrite.newBuilder().setKey(key).setIsDelete(value.isEmpty()).setValue(value)));
    policies.forEach((key, policy) -> set.addMetadataWrites(policyWrite(key, policy)));
    return set.build();
  }

  /** Returns the form that stands in a transaction, under the contract's namespace. */
  static TxReadWriteSet inNamespace(KVRWSet set, String namespace) {
    return TxReadWriteSet.newBuilder()
        .setDataModel(TxReadWriteSet.DataModel.KV)
        .addNsRwset(
            NsReadWriteSet.newBuilder().setNamespace(namespace).setRwset(set.toByteString()))
        .build();
  }

  private static KVRead.Builder readOf(String key, Optional<Version> version) {
    KVRead.Builder read = KVRead.newBuilder().setKey(key);
    version.ifPresent(
        v ->
            read.setVersion(
                org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
                    .setBlockNum(v.block())
                    .setTxNum(v.transaction())));
    return read;
  }

  private static KVMetadataWrite policyWrite(String key, ByteString policy) {
    var entry =
        KVMetadataEntry.newBuilder().setName(BlockDecoder.POLICY_ENTRY).setValue(policy);
    return KVMetadataWrite.newBuilder().setKey(key).addEntries(entry).build();
  }
}
