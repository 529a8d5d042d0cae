package org.lepta.service.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.lepta.service.transparency.tiles.DamagedTileException;
import org.lepta.service.transparency.tiles.TilePath;

/**
 * The entries of a log in order, read and decoded ahead by several threads. At most a few bundles
 * of 256 entries are in memory. One reader at a time.
 */
final class Bundles implements AutoCloseable {

  private static final ThreadFactory THREADS =
      Thread.ofPlatform().daemon().name("lepta-audit-", 0).factory();

  private final LogReader log;
  private final long size;
  private final int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
  private final ExecutorService decoders = Executors.newFixedThreadPool(threads, THREADS);
  private final Queue<Future<List<DecodedLeaf>>> ahead = new ArrayDeque<>();
  private long next;

  Bundles(LogReader log, long size) {
    this.log = log;
    this.size = size;
  }

  /** The next bundle; an empty one at the end. */
  List<DecodedLeaf> next() throws IOException, InterruptedException {
    while (ahead.size() < 4 * threads && next * TilePath.FULL < size) {
      TilePath path = TilePath.in(size, TilePath.ENTRIES, next++).orElseThrow();
      ahead.add(decoders.submit(() -> DecodedLeaf.all(path, log.read(path))));
    }
    Future<List<DecodedLeaf>> first = ahead.poll();
    return first == null ? List.of() : get(first);
  }

  private static List<DecodedLeaf> get(Future<List<DecodedLeaf>> bundle)
      throws IOException, InterruptedException {
    try {
      return bundle.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case DamagedTileException cause -> throw cause;
        case IOException cause -> throw cause;
        case null, default -> throw new IllegalStateException("a bundle cannot be read", e);
      }
    }
  }

  @Override
  public void close() {
    decoders.shutdownNow();
  }
}
