package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;
import org.lepta.service.ledger.identity.OwnerFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only file {@code blocks}. One thread appends, any number read what is durable.
 *
 * <p>{@link #append} returns after the block is forced to the disk and makes it readable then; a
 * block that is only in the page cache is never handed out.
 */
final class BlockFile implements AutoCloseable {
  static final String BLOCKS = "blocks";
  static final String MARK = "blocks.mark";
  private static final Logger LOG = LoggerFactory.getLogger(BlockFile.class);

  private final FileChannel channel;
  private final DurableMark mark;
  private final BlockIndex index = new BlockIndex();

  private BlockFile(FileChannel channel, DurableMark mark) {
    this.channel = channel;
    this.mark = mark;
  }

  /**
   * Opens the file, hands every block to {@code each} in order and cuts a torn end.
   *
   * @throws BrokenLedgerException if a block that was durable is damaged or gone
   */
  static BlockFile open(Path folder, Consumer<byte[]> each) throws IOException {
    Optional<DurableMark.Value> known = DurableMark.read(folder.resolve(MARK));
    FileChannel channel =
        FileChannel.open(
            folder.resolve(BLOCKS),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE);
    try {
      BlockFile file = new BlockFile(channel, new DurableMark(folder.resolve(MARK)));
      BlockScan scan = new BlockScan(channel, known.map(DurableMark.Value::bytes).orElse(0L));
      file.index(scan, each);
      file.cut(scan);
      // What a killed process wrote may still be in the page cache only.
      channel.force(true);
      file.writeMark();
      file.mark.force();
      OwnerFiles.sync(folder);
      return file;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void index(BlockScan scan, Consumer<byte[]> each) throws IOException {
    for (var found = scan.next(); found.isPresent(); found = scan.next()) {
      each.accept(found.get().block().toArray());
      index.add(found.get().offset(), found.get().header().end(found.get().offset()));
    }
  }

  private void cut(BlockScan scan) throws IOException {
    if (!scan.isAtEnd()) {
      LOG.warn(
          "Cut {} torn bytes behind block {}: nobody was told that they were committed",
          channel.size() - scan.offset(),
          index.height() - 1);
      channel.truncate(scan.offset());
    }
  }

  private void writeMark() throws IOException {
    mark.write(new DurableMark.Value(index.end(), index.height()));
  }

  /**
   * Appends the next block and forces it, runs {@code onceDurable}, then lets readers see it: on
   * return it is durable and readable.
   */
  void append(byte[] block, Runnable onceDurable) throws IOException {
    long offset = index.end();
    BlockRecord record = BlockRecord.of(index.height(), block);
    ByteBuffer bytes = ByteBuffer.allocate(BlockRecord.HEADER + block.length);
    bytes.put(record.header()).put(block).flip();
    while (bytes.hasRemaining()) {
      channel.write(bytes, offset + bytes.position());
    }
    channel.force(false);
    onceDurable.run();
    index.add(offset, record.end(offset));
    writeMark();
  }

  /** Returns where the durable blocks are, and waits for more. */
  BlockIndex index() {
    return index;
  }

  /**
   * Reads a durable block.
   *
   * @throws BrokenLedgerException if it is damaged
   */
  byte[] read(long number) throws IOException {
    return read(channel, number, index.offset(number));
  }

  static byte[] read(FileChannel channel, long number, long offset) throws IOException {
    Optional<BlockRecord> header =
        BlockRecord.parse(BlockScan.read(channel, offset, BlockRecord.HEADER))
            .filter(record -> record.number() == number);
    if (header.isPresent()) {
      byte[] block =
          BlockScan.read(channel, offset + BlockRecord.HEADER, header.get().length()).array();
      if (header.get().fits(block)) {
        return block;
      }
    }
    throw new BrokenLedgerException(Breach.CHECKSUM, number, "damaged at offset " + offset);
  }

  @Override
  public void close() throws IOException {
    try (channel;
        mark) {
      index.close();
    }
  }
}
