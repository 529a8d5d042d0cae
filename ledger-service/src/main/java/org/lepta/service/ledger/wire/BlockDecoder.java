package org.lepta.service.ledger.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.MetaDataKeys;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.CommittedTransaction;
import org.lepta.service.ledger.CommittedTransaction.Kind;
import org.lepta.service.ledger.KeyPolicyWrite;
import org.lepta.service.ledger.KeyWrite;
import org.lepta.service.ledger.Validation;

/**
 * Decodes Fabric's {@code common.Block}, from a peer or from the embedded ledger, and re-computes its
 * data hash. Stateless and thread-safe; the chain from block to block is {@link ChainCheck}'s.
 *
 * <p>A transaction that the peer flagged invalid may hold anything and is decoded as far as it can be
 * read; a valid one that cannot be read breaks the ledger.
 */
public final class BlockDecoder {
  /** Name of the metadata entry that holds a key's endorsement policy. */
  public static final String POLICY_ENTRY = MetaDataKeys.VALIDATION_PARAMETER.toString();

  private final String namespace;

  /** Creates a decoder that reads the writes under this namespace, the contract's name. */
  public BlockDecoder(String namespace) {
    this.namespace = namespace;
  }

  /**
   * Decodes a block.
   *
   * @throws BrokenLedgerException if the bytes are no block, if its data hash is not that of its
   *     envelopes, or if a valid transaction cannot be read
   */
  public CommittedBlock decode(byte[] bytes) {
    return decode(parse(bytes), Bytes.of(bytes));
  }

  /**
   * Parses a block and checks its data hash, and that each envelope has one reading only: Fabric
   * hashes the envelopes without their lengths, so their boundaries are safe only that way.
   *
   * @throws BrokenLedgerException if one of these does not hold
   */
  public static Block parse(byte[] bytes) {
    Block block;
    try {
      block = Block.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new BrokenLedgerException(Breach.MALFORMED, -1, "not a block", e);
    }
    long number = block.getHeader().getNumber();
    List<byte[]> envelopes = new ArrayList<>(block.getData().getDataCount());
    for (ByteString data : block.getData().getDataList()) {
      envelopes.add(data.toByteArray());
      requireOneReading(data, number);
    }
    byte[] hash = BlockHashes.dataHash(envelopes);
    if (!Arrays.equals(hash, block.getHeader().getDataHash().toByteArray())) {
      throw new BrokenLedgerException(
          Breach.DATA_HASH, number, "the envelopes hash to " + Bytes.of(hash).toHex());
    }
    return block;
  }

  private static void requireOneReading(ByteString data, long number) {
    try {
      Envelope envelope = Envelope.parseFrom(data);
      if (envelope.getUnknownFields().getSerializedSize() == 0
          && envelope.toByteString().equals(data)) {
        return;
      }
    } catch (InvalidProtocolBufferException e) {
      throw new BrokenLedgerException(Breach.MALFORMED, number, "not an envelope", e);
    }
    throw new BrokenLedgerException(Breach.MALFORMED, number, "an envelope with a second reading");
  }

  private CommittedBlock decode(Block block, Bytes bytes) {
    var header = block.getHeader();
    byte[] previous = header.getPreviousHash().toByteArray();
    byte[] data = header.getDataHash().toByteArray();
    byte[] headerHash;
    try {
      headerHash = BlockHashes.headerHash(header.getNumber(), previous, data);
    } catch (IllegalArgumentException e) {
      throw new BrokenLedgerException(Breach.MALFORMED, header.getNumber(), "header too long", e);
    }
    return new CommittedBlock(
        header.getNumber(),
        Bytes.of(previous),
        Bytes.of(data),
        Bytes.of(headerHash),
        bytes,
        transactions(block));
  }

  private List<CommittedTransaction> transactions(Block block) {
    List<Validation> verdicts = verdicts(block);
    List<CommittedTransaction> all = new ArrayList<>(verdicts.size());
    for (int index = 0; index < verdicts.size(); index++) {
      Validation verdict = verdicts.get(index);
      try {
        all.add(transaction(index, block.getData().getData(index), verdict));
      } catch (InvalidProtocolBufferException | DateTimeException e) {
        if (verdict == Validation.VALID) {
          throw new BrokenLedgerException(
              Breach.MALFORMED, block.getHeader().getNumber(), "valid transaction " + index, e);
        }
        all.add(unreadable(index, verdict));
      }
    }
    return all;
  }

  /**
   * Reads the verdicts on a block's transactions, in block order.
   *
   * @throws BrokenLedgerException if they are not as many as the transactions, or not Fabric's
   */
  public static List<Validation> verdicts(Block block) {
    long number = block.getHeader().getNumber();
    int count = block.getData().getDataCount();
    int place = BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE;
    var metadata = block.getMetadata().getMetadataList();
    ByteString filter = metadata.size() > place ? metadata.get(place) : ByteString.EMPTY;
    if (number == 0 && filter.isEmpty()) {
      // A genesis block as orderers hand it out has not passed any peer's validation.
      return Collections.nCopies(count, Validation.VALID);
    }
    if (filter.size() != count) {
      throw new BrokenLedgerException(
          Breach.MALFORMED, number, filter.size() + " verdicts on " + count + " transactions");
    }
    List<Validation> verdicts = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      int verdict = Byte.toUnsignedInt(filter.byteAt(index));
      verdicts.add(
          Validation.ofNumber(verdict)
              .orElseThrow(
                  () ->
                      new BrokenLedgerException(
                          Breach.MALFORMED, number, "unknown verdict " + verdict)));
    }
    return verdicts;
  }

  private CommittedTransaction transaction(int index, ByteString data, Validation verdict)
      throws InvalidProtocolBufferException {
    Payload payload = Payload.parseFrom(Envelope.parseFrom(data).getPayload());
    ChannelHeader channel = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
    if (channel.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
      return contractCall(index, ContractCall.of(payload, channel, namespace), verdict);
    }
    Kind kind = channel.getType() == HeaderType.CONFIG_VALUE ? Kind.CONFIGURATION : Kind.OTHER;
    var signature = SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
    return new CommittedTransaction(
        index,
        kind,
        channel.getTxId(),
        verdict,
        mspOf(signature.getCreator()),
        instant(channel.getTimestamp()),
        List.of(),
        List.of(),
        List.of());
  }

  private static CommittedTransaction contractCall(
      int index, ContractCall call, Validation verdict) throws InvalidProtocolBufferException {
    List<String> endorsers = new ArrayList<>();
    for (Endorsement endorsement : call.endorsements()) {
      endorsers.add(mspOf(endorsement.getEndorser()));
    }
    return new CommittedTransaction(
        index,
        Kind.CONTRACT_CALL,
        call.channel().getTxId(),
        verdict,
        mspOf(call.signature().getCreator()),
        instant(call.channel().getTimestamp()),
        writes(call.set()),
        policyWrites(call.set()),
        endorsers);
  }

  private static List<KeyWrite> writes(KVRWSet set) {
    List<KeyWrite> writes = new ArrayList<>(set.getWritesCount());
    for (KVWrite write : set.getWritesList()) {
      writes.add(
          new KeyWrite(
              write.getKey(), isDelete(write), Bytes.of(write.getValue().toByteArray())));
    }
    return writes;
  }

  /** Returns whether a write deletes its key: to Fabric an empty value is a deletion too. */
  public static boolean isDelete(KVWrite write) {
    return write.getIsDelete() || write.getValue().isEmpty();
  }

  private static List<KeyPolicyWrite> policyWrites(KVRWSet set) {
    List<KeyPolicyWrite> writes = new ArrayList<>(set.getMetadataWritesCount());
    for (KVMetadataWrite write : set.getMetadataWritesList()) {
      writes.add(new KeyPolicyWrite(write.getKey(), Bytes.of(policyIn(write).toByteArray())));
    }
    return writes;
  }

  /** Returns the endorsement policy in a key's metadata, empty if there is none. */
  public static ByteString policyIn(KVMetadataWrite metadata) {
    ByteString policy = ByteString.EMPTY;
    for (KVMetadataEntry entry : metadata.getEntriesList()) {
      if (entry.getName().equals(POLICY_ENTRY)) {
        policy = entry.getValue();
      }
    }
    return policy;
  }

  private static String mspOf(ByteString identity) throws InvalidProtocolBufferException {
    return SerializedIdentity.parseFrom(identity).getMspid();
  }

  private static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  private static CommittedTransaction unreadable(int index, Validation verdict) {
    return new CommittedTransaction(
        index, Kind.OTHER, "", verdict, "", Instant.EPOCH, List.of(), List.of(), List.of());
  }
}
