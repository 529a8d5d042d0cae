package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Validation;
import org.lepta.service.ledger.wire.BlockHashes;

/**
 * Extends the chain by one block at a time: validates, assembles, appends durably, and only then applies
 * to world state. Used by one thread. After an exception it must not be used again: what the file holds
 * is known only by reading it anew.
 */
final class Chain {
  private final BlockFile file;
  private final WorldState state;
  private final String namespace;
  private Tip tip;

  Chain(BlockFile file, WorldState state, String namespace, Tip tip) {
    this.file = file;
    this.state = state;
    this.namespace = namespace;
    this.tip = tip;
  }

  long height() {
    return tip.height();
  }

  /** Commits transactions in this order as one block; returns their verdicts. */
  List<Validation> commit(List<Endorsed> transactions, Keeper keeper) throws IOException {
    List<CheckedCall> calls = transactions.stream().map(Endorsed::call).toList();
    var result = BlockValidator.validate(state, keeper.config(), tip.height(), calls);
    List<ByteString> envelopes = transactions.stream().map(Endorsed::envelope).toList();
    append(envelopes, result, tip.lastConfig(), keeper);
    return result.verdicts();
  }

  /** Commits a configuration as a block of its own. */
  void commit(ByteString configuration, Keeper keeper) throws IOException {
    var result =
        new BlockValidator.Result(List.of(Validation.VALID), new StateUpdates(state));
    append(List.of(configuration), result, tip.height(), keeper);
  }

  private void append(
      List<ByteString> envelopes, BlockValidator.Result result, long lastConfig, Keeper keeper)
      throws IOException {
    BlockHeader header =
        BlockAssembly.header(tip.height(), tip.headerHash().toArray(), envelopes);
    byte[] verdicts = BlockAssembly.filter(result.verdicts());
    byte[] commitHash = new byte[0];
    if (tip.height() > 0) {
      commitHash =
          CommitHash.next(tip.commitHash().toArray(), verdicts, result.updates(), namespace);
    }
    Block block =
        BlockAssembly.block(
            header, envelopes, verdicts, commitHash, lastConfig, keeper.orderer());
    byte[] headerHash = BlockHashes.sha256().digest(BlockAssembly.der(header));
    // A reader that sees the block must see its writes too, so state comes before the index; the
    // file makes a block readable only when it is durable.
    file.append(block.toByteArray(), () -> state.apply(result.updates()));
    tip = new Tip(tip.height() + 1, Bytes.of(headerHash), Bytes.of(commitHash), lastConfig);
  }
}
