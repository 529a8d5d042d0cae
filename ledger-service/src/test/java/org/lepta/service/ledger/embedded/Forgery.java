package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.lepta.service.ledger.Validation;

/** Changes blocks in a file as somebody would who knows its format and mends its checksums. */
final class Forgery {
  private Forgery() {}

  /** Calls the only transaction of a block overtaken, which it was not. */
  static void changeVerdict(Path blocks, long number) throws IOException {
    byte[] conflict = {(byte) Validation.MVCC_READ_CONFLICT.number()};
    change(
        blocks,
        number,
        block -> {
          Block.Builder changed = block.toBuilder();
          changed
              .getMetadataBuilder()
              .setMetadata(
                  BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, ByteString.copyFrom(conflict));
          return changed.build();
        });
  }

  /** Changes one block; the records around it and all checksums fit again. */
  static void change(Path blocks, long number, UnaryOperator<Block> change) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (FileChannel channel = FileChannel.open(blocks, StandardOpenOption.READ)) {
      BlockScan scan = new BlockScan(channel, 0);
      for (var found = scan.next(); found.isPresent(); found = scan.next()) {
        byte[] block = found.get().block().toArray();
        if (found.get().header().number() == number) {
          block = change.apply(Block.parseFrom(block)).toByteArray();
        }
        all.write(BlockRecord.of(found.get().header().number(), block).header().array());
        all.write(block);
      }
    }
    Files.write(blocks, all.toByteArray());
  }
}
