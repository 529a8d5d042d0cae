package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.wire.BlockHashes;

/**
 * The shim's stub over committed state: what the contract sees of the ledger during one simulation.
 * Reads never see the simulation's own writes; an absent key reads as no bytes, as behind the real
 * shim. Ranges can be read in evaluations only.
 */
final class SimulationStub extends UnsupportedStub {
  private static final String FIRST_SIMPLE_KEY = "\u0001";
  private static final String LAST_RUNE = "\udbff\udfff";

  private final WorldState state;
  private final Proposal proposal;
  private final String namespace;
  private final boolean updating;
  private final ReadWriteSet set = new ReadWriteSet();
  private @Nullable ChaincodeEvent event;

  /** Prepares a simulation; {@code updating} says that its result is meant to be ordered. */
  SimulationStub(WorldState state, Proposal proposal, String namespace, boolean updating) {
    this.state = state;
    this.proposal = proposal;
    this.namespace = namespace;
    this.updating = updating;
  }

  ReadWriteSet set() {
    return set;
  }

  @Override
  public List<byte[]> getArgs() {
    return proposal.args().stream().map(ByteString::toByteArray).toList();
  }

  @Override
  public List<String> getStringArgs() {
    return proposal.args().stream().map(ByteString::toStringUtf8).toList();
  }

  @Override
  public String getFunction() {
    return proposal.args().getFirst().toStringUtf8();
  }

  @Override
  public List<String> getParameters() {
    return getStringArgs().stream().skip(1).toList();
  }

  @Override
  public String getTxId() {
    return proposal.txId();
  }

  @Override
  public String getChannelId() {
    return proposal.channel().getChannelId();
  }

  @Override
  public Instant getTxTimestamp() {
    return proposal.timestamp();
  }

  @Override
  public byte[] getCreator() {
    return proposal.creator().serialized().toByteArray();
  }

  @Override
  public Map<String, byte[]> getTransient() {
    Map<String, byte[]> copies = new HashMap<>();
    proposal.transientData().forEach((name, value) -> copies.put(name, value.toArray()));
    return copies;
  }

  @Override
  public byte[] getBinding() {
    SignatureHeader signature;
    try {
      signature = SignatureHeader.parseFrom(proposal.header().getSignatureHeader());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a header of our own cannot be read", e);
    }
    var digest = BlockHashes.sha256();
    digest.update(signature.getNonce().concat(signature.getCreator()).toByteArray());
    long epoch = proposal.channel().getEpoch();
    digest.update(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, epoch));
    return digest.digest();
  }

  @Override
  public SignedProposal getSignedProposal() {
    var message =
        org.hyperledger.fabric.protos.peer.Proposal.newBuilder()
            .setHeader(proposal.header().toByteString())
            .setPayload(proposal.fullPayload(namespace))
            .build()
            .toByteString();
    return SignedProposal.newBuilder()
        .setProposalBytes(message)
        .setSignature(proposal.creator().sign(message.toByteArray()))
        .build();
  }

  @Override
  public byte[] getState(String key) {
    StateValue stored = read(key);
    return stored == null ? new byte[0] : stored.value().toByteArray();
  }

  @Override
  @SuppressWarnings("NullAway") // The shim's contract is null for a key without a policy.
  public byte[] getStateValidationParameter(String key) {
    StateValue stored = read(key);
    return stored == null || stored.policy().isEmpty() ? null : stored.policy().toByteArray();
  }

  private @Nullable StateValue read(String key) {
    StateValue stored = state.get(key);
    set.read(key, Optional.ofNullable(stored).map(StateValue::version));
    return stored;
  }

  @Override
  public void putState(String key, byte[] value) {
    set.write(valid(key), ByteString.copyFrom(value));
  }

  @Override
  public void delState(String key) {
    set.write(valid(key), ByteString.EMPTY);
  }

  @Override
  public void setStateValidationParameter(String key, byte[] value) {
    set.writePolicy(valid(key), ByteString.copyFrom(value));
  }

  private static String valid(String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a state key is not empty");
    }
    return key;
  }

  @Override
  public CompositeKey createCompositeKey(String objectType, String... attributes) {
    return new CompositeKey(objectType, attributes);
  }

  @Override
  public CompositeKey splitCompositeKey(String compositeKey) {
    return CompositeKey.parseCompositeKey(compositeKey);
  }

  @Override
  public QueryResultsIterator<KeyValue> getStateByRange(
      @Nullable String startKey, @Nullable String endKey) {
    return simpleRange(startKey, endKey, Integer.MAX_VALUE, "");
  }

  @Override
  public QueryResultsIteratorWithMetadata<KeyValue> getStateByRangeWithPagination(
      @Nullable String startKey, @Nullable String endKey, int pageSize, String bookmark) {
    return simpleRange(startKey, endKey, pageSize, bookmark);
  }

  private RangeResult simpleRange(
      @Nullable String startKey, @Nullable String endKey, int pageSize, String bookmark) {
    String start = startKey == null || startKey.isEmpty() ? FIRST_SIMPLE_KEY : startKey;
    String end = endKey == null ? "" : endKey;
    CompositeKey.validateSimpleKeys(start, end);
    return range(start, end, pageSize, bookmark);
  }

  @Override
  public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String compositeKey) {
    boolean whole = compositeKey.startsWith(CompositeKey.NAMESPACE);
    return getStateByPartialCompositeKey(
        whole ? CompositeKey.parseCompositeKey(compositeKey) : new CompositeKey(compositeKey));
  }

  @Override
  public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(
      String objectType, String... attributes) {
    return getStateByPartialCompositeKey(new CompositeKey(objectType, attributes));
  }

  @Override
  public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(CompositeKey key) {
    return range(key.toString(), key + LAST_RUNE, Integer.MAX_VALUE, "");
  }

  @Override
  public QueryResultsIteratorWithMetadata<KeyValue> getStateByPartialCompositeKeyWithPagination(
      CompositeKey key, int pageSize, String bookmark) {
    return range(key.toString(), key + LAST_RUNE, pageSize, bookmark);
  }

  private RangeResult range(String start, String end, int pageSize, @Nullable String bookmark) {
    if (updating) {
      throw refuse("range read in a transaction", "updating transactions never scan ranges");
    }
    if (pageSize < 1) {
      throw new IllegalArgumentException("a page has at least one row");
    }
    String from = bookmark == null || bookmark.isEmpty() ? start : bookmark;
    List<KeyValue> rows = new ArrayList<>();
    for (var entry : state.range(from, end).entrySet()) {
      if (rows.size() == pageSize) {
        return new RangeResult(rows, entry.getKey());
      }
      rows.add(new RangeResult.Row(entry.getKey(), entry.getValue().value()));
    }
    return new RangeResult(rows, "");
  }

  @Override
  public void setEvent(String name, byte @Nullable [] payload) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an event has a name");
    }
    ChaincodeEvent.Builder fresh = ChaincodeEvent.newBuilder().setEventName(name);
    if (payload != null) {
      fresh.setPayload(ByteString.copyFrom(payload));
    }
    event = fresh.build();
  }

  @Override
  @SuppressWarnings("NullAway") // The shim's contract is null while no event is set.
  public ChaincodeEvent getEvent() {
    return event;
  }
}
