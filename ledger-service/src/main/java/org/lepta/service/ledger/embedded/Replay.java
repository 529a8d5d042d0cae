package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Validation;
import org.lepta.service.ledger.wire.BlockDecoder;
import org.lepta.service.ledger.wire.BlockHashes;
import org.lepta.service.ledger.wire.ChainCheck;
import org.lepta.service.ledger.wire.ContractCall;

/**
 * Rebuilds world state from blocks, and believes them nothing: header chain, data hash, every verdict
 * and the commit hash are computed again. Signatures are checked too if asked for; without that, a
 * signature is looked at only where a stored verdict cannot be explained otherwise. Parsing may run in
 * parallel, applying is one thread's.
 */
final class Replay {
  private static final int PARALLEL_BLOCKS = 64;
  private static final int PARALLEL_BYTES = 32 << 20;

  private final Proposal.Channel channel;
  private final WorldState state;
  private final boolean signatures;
  private final ChainCheck chain = new ChainCheck(0);
  private final List<byte[]> waiting = new ArrayList<>();
  private int waitingBytes;
  private Tip tip = Tip.START;
  private @Nullable ChannelConfig config;
  private @Nullable Msps msps;

  /** A block with its transactions taken apart; exactly one of configuration and calls is there. */
  private record Parsed(Block block, @Nullable ChannelConfig config, List<ContractCall> calls) {}

  Replay(Proposal.Channel channel, WorldState state, boolean signatures) {
    this.channel = channel;
    this.state = state;
    this.signatures = signatures;
  }

  /** Takes the next block; it is applied by the next {@link #finish} at the latest. */
  void add(byte[] block) {
    waiting.add(block);
    waitingBytes += block.length;
    if (waiting.size() >= PARALLEL_BLOCKS || waitingBytes >= PARALLEL_BYTES) {
      applyWaiting();
    }
  }

  /**
   * Applies what is left and returns where the chain stands.
   *
   * @throws BrokenLedgerException like {@link #add}, if a block is not what it says
   */
  Tip finish() {
    applyWaiting();
    return tip;
  }

  /** Returns the configuration in force; null before block 0. */
  @Nullable ChannelConfig config() {
    return config;
  }

  private void applyWaiting() {
    waiting.parallelStream().map(this::parse).toList().forEach(this::apply);
    waiting.clear();
    waitingBytes = 0;
  }

  private Parsed parse(byte[] bytes) {
    Block block = BlockDecoder.parse(bytes);
    try {
      List<ContractCall> calls = new ArrayList<>(block.getData().getDataCount());
      for (ByteString data : block.getData().getDataList()) {
        Payload payload = Payload.parseFrom(Envelope.parseFrom(data).getPayload());
        var header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        if (!header.getChannelId().equals(channel.id())) {
          throw broken(block, Breach.MALFORMED, "belongs to channel " + header.getChannelId());
        }
        if (header.getType() == HeaderType.CONFIG_VALUE) {
          return new Parsed(block, ChannelConfig.parse(payload.getData()), List.of());
        }
        calls.add(ContractCall.of(payload, header, channel.namespace()));
      }
      return new Parsed(block, null, calls);
    } catch (InvalidProtocolBufferException e) {
      long number = block.getHeader().getNumber();
      throw new BrokenLedgerException(Breach.MALFORMED, number, "a transaction", e);
    }
  }

  private void apply(Parsed parsed) {
    Block block = parsed.block();
    long number = block.getHeader().getNumber();
    Bytes headerHash = Bytes.of(BlockHashes.sha256().digest(der(block)));
    Bytes previous = Bytes.of(block.getHeader().getPreviousHash().toByteArray());
    chain.accept(number, previous, headerHash);
    BlockValidator.Result result = result(parsed, number);
    byte[] commitHash = number == 0 ? new byte[0] : commitHash(block, result);
    state.apply(result.updates());
    long lastConfig = parsed.config() == null ? tip.lastConfig() : number;
    tip = new Tip(number + 1, headerHash, Bytes.of(commitHash), lastConfig);
    if (signatures) {
      Metadata metadata = metadata(block, BlockMetadataIndex.SIGNATURES_VALUE);
      OrdererSignature.check(block.getHeader(), metadata, lastConfig, config, msps);
    }
  }

  private static byte[] der(Block block) {
    try {
      return BlockAssembly.der(block.getHeader());
    } catch (IllegalArgumentException e) {
      long number = block.getHeader().getNumber();
      throw new BrokenLedgerException(Breach.MALFORMED, number, "header too long", e);
    }
  }

  private BlockValidator.Result result(Parsed parsed, long number) {
    List<Validation> stored = BlockDecoder.verdicts(parsed.block());
    if (parsed.config() != null) {
      takeConfig(parsed, parsed.config(), stored);
      return new BlockValidator.Result(stored, new StateUpdates(state));
    }
    ChannelConfig inForce = config;
    Msps known = msps;
    if (inForce == null || known == null) {
      throw broken(parsed.block(), Breach.MALFORMED, "transactions before any configuration");
    }
    List<CheckedCall> calls = signatures ? checked(parsed, known) : unverified(parsed, known);
    var result = BlockValidator.validate(state, inForce, number, calls);
    if (!signatures && !result.verdicts().equals(stored)) {
      result = BlockValidator.validate(state, inForce, number, checked(parsed, known));
    }
    if (!result.verdicts().equals(stored)) {
      throw broken(
          parsed.block(),
          Breach.VALIDATION,
          "the verdicts should be " + result.verdicts() + " but are " + stored);
    }
    return result;
  }

  private void takeConfig(Parsed parsed, ChannelConfig next, List<Validation> stored) {
    long expected = config == null ? 0 : config.sequence() + 1;
    if (next.sequence() != expected || !stored.equals(List.of(Validation.VALID))) {
      throw broken(parsed.block(), Breach.MALFORMED, "not configuration " + expected);
    }
    config = next;
    msps = Keeper.mspsOf(next);
  }

  private static List<CheckedCall> unverified(Parsed parsed, Msps msps) {
    return parsed.calls().stream().map(call -> CheckedCall.unverified(call, msps)).toList();
  }

  private static List<CheckedCall> checked(Parsed parsed, Msps msps) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < parsed.calls().size(); i++) {
      places.add(i);
    }
    return places.parallelStream()
        .map(i -> CheckedCall.check(envelope(parsed.block(), i), parsed.calls().get(i), msps))
        .toList();
  }

  private static Envelope envelope(Block block, int index) {
    try {
      return Envelope.parseFrom(block.getData().getData(index));
    } catch (InvalidProtocolBufferException e) {
      throw broken(block, Breach.MALFORMED, "transaction " + index);
    }
  }

  private byte[] commitHash(Block block, BlockValidator.Result result) {
    byte[] computed =
        CommitHash.next(
            tip.commitHash().toArray(),
            BlockAssembly.filter(result.verdicts()),
            result.updates(),
            channel.namespace());
    byte[] stored =
        metadata(block, BlockMetadataIndex.COMMIT_HASH_VALUE).getValue().toByteArray();
    if (!Arrays.equals(computed, stored)) {
      throw broken(block, Breach.COMMIT_HASH, "should be " + Bytes.of(computed).toHex());
    }
    return computed;
  }

  private static Metadata metadata(Block block, int place) {
    try {
      return Metadata.parseFrom(block.getMetadata().getMetadata(place));
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      long number = block.getHeader().getNumber();
      throw new BrokenLedgerException(Breach.MALFORMED, number, "metadata " + place, e);
    }
  }

  private static BrokenLedgerException broken(Block block, Breach breach, String detail) {
    return new BrokenLedgerException(breach, block.getHeader().getNumber(), detail);
  }
}
