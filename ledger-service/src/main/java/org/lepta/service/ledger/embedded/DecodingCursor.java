package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.wire.BlockDecoder;
import org.lepta.service.ledger.wire.ChainCheck;

/** Reads durable blocks one after the other, decodes them and follows their chain. */
final class DecodingCursor implements BlockCursor {
  private final Blocks blocks;
  private final BlockDecoder decoder;
  private final long from;
  private final ChainCheck chain;
  private boolean linked;

  /** Where durable blocks come from. */
  interface Blocks {
    /** Waits for the block, at most this long; false if it is not there. */
    boolean await(long number, Duration timeout) throws InterruptedException, IOException;

    /** Reads a durable block. */
    byte[] read(long number) throws IOException;
  }

  DecodingCursor(Blocks blocks, BlockDecoder decoder, long from) {
    if (from < 0) {
      throw new IllegalArgumentException("block " + from);
    }
    this.blocks = blocks;
    this.decoder = decoder;
    this.from = from;
    // Begin one block earlier, so that the first block handed out is tied to its predecessor too.
    this.chain = new ChainCheck(Math.max(0, from - 1));
  }

  @Override
  public Optional<CommittedBlock> next(Duration timeout)
      throws InterruptedException, UnreachableException {
    try {
      if (!linked && from > 0) {
        if (!blocks.await(from - 1, timeout)) {
          return Optional.empty();
        }
        chain.accept(decoder.decode(blocks.read(from - 1)));
      }
      linked = true;
      if (!blocks.await(chain.next(), timeout)) {
        return Optional.empty();
      }
      CommittedBlock block = decoder.decode(blocks.read(chain.next()));
      chain.accept(block);
      return Optional.of(block);
    } catch (IOException e) {
      throw new UnreachableException("block " + chain.next() + " could not be read", e);
    }
  }

  @Override
  public void close() {
    // The file belongs to the ledger.
  }
}
