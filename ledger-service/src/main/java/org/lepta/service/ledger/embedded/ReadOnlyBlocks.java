package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.wire.BlockDecoder;

/**
 * The blocks in an embedded ledger's folder, for another process than the one that writes them: {@code
 * fsck}, a second service, an auditor with a copy. Takes no lock and changes nothing; sees only what the
 * writer has marked durable, and follows it as it grows. Thread-safe.
 */
public final class ReadOnlyBlocks implements BlockSource, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final Path folder;
  private final FileChannel channel;
  private final BlockDecoder decoder;
  private final BlockIndex index = new BlockIndex();

  private ReadOnlyBlocks(Path folder, FileChannel channel, BlockDecoder decoder) {
    this.folder = folder;
    this.channel = channel;
    this.decoder = decoder;
  }

  /**
   * Opens the folder.
   *
   * @param namespace name of the contract whose writes are decoded
   * @throws IOException if there is no ledger in it
   */
  public static ReadOnlyBlocks open(Path folder, String namespace) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(BlockFile.BLOCKS), StandardOpenOption.READ);
    return new ReadOnlyBlocks(folder, channel, new BlockDecoder(namespace));
  }

  /** What a check of the whole ledger found: it holds. */
  public record Report(long height, String headerHash, String stateHash) {}

  /**
   * Replays all durable blocks from the first, with every signature, verdict and hash checked.
   *
   * @param channelId the channel that the blocks must belong to
   * @throws BrokenLedgerException naming the first block that is not what it says
   */
  public Report check(String channelId, String namespace) throws IOException {
    WorldState state = new WorldState();
    Replay replay = new Replay(new Proposal.Channel(channelId, namespace), state, true);
    long blocks = refresh();
    for (long number = 0; number < blocks; number++) {
      replay.add(BlockFile.read(channel, number, index.offset(number)));
    }
    Tip tip = replay.finish();
    return new Report(tip.height(), tip.headerHash().toHex(), state.hash());
  }

  @Override
  public long height() throws UnreachableException {
    try {
      return refresh();
    } catch (IOException e) {
      throw new UnreachableException("the block file cannot be read", e);
    }
  }

  @Override
  public BlockCursor open(long fromBlock) {
    DecodingCursor.Blocks blocks =
        new DecodingCursor.Blocks() {
          @Override
          public boolean await(long number, Duration timeout)
              throws InterruptedException, IOException {
            return ReadOnlyBlocks.this.await(number, timeout);
          }

          @Override
          public byte[] read(long number) throws IOException {
            return BlockFile.read(channel, number, index.offset(number));
          }
        };
    return new DecodingCursor(blocks, decoder, fromBlock);
  }

  private boolean await(long number, Duration timeout) throws InterruptedException, IOException {
    long end = System.nanoTime() + timeout.toNanos();
    while (refresh() <= number) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      LockSupport.parkNanos(Math.min(left, POLL.toNanos()));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return true;
  }

  /** Takes in the headers of blocks that became durable; without a mark, of all whole records. */
  private synchronized long refresh() throws IOException {
    Optional<DurableMark.Value> mark = DurableMark.read(folder.resolve(BlockFile.MARK));
    long limit = mark.map(DurableMark.Value::bytes).orElse(channel.size());
    if (limit > channel.size()) {
      String detail = channel.size() + " bytes are left of " + limit + " that were durable";
      throw new BrokenLedgerException(Breach.TRUNCATED, index.height(), detail);
    }
    while (index.end() < limit) {
      long offset = index.end();
      var header =
          BlockRecord.parse(BlockScan.read(channel, offset, BlockRecord.HEADER))
              .filter(record -> record.number() == index.height())
              .filter(record -> record.end(offset) <= limit);
      if (header.isEmpty() && mark.isEmpty()) {
        return index.height();
      }
      if (header.isEmpty()) {
        throw new BrokenLedgerException(
            Breach.CHECKSUM, index.height(), "no record header at offset " + offset);
      }
      index.add(offset, header.get().end(offset));
    }
    return index.height();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
