package org.lepta.service.transparency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/**
 * The free texts beside the log, found by their commitments.
 *
 * <p>Texts lie one behind the other in append-only files; an index of at most 43 bytes a text is
 * rebuilt at opening. {@link #put} is quick and not yet durable: call {@link #sync} once for many.
 * After a crash every synced text is there, and what was cut off is gone as a whole. Thread-safe.
 *
 * <p>{@link #withdraw} overwrites a text and its salt in place, so that the commitment can no
 * longer be tied to the text even by guessing. It cannot reach copies outside: backups, snapshots
 * of the file system and what the drive itself keeps need their own retention.
 *
 * <p>Its threads must not be interrupted during a call: Java closes a file under an interrupted
 * reader. After a failed write the store refuses all further changes, because it can no longer know
 * what is durable; opening it again finds out.
 */
public final class TextStore implements AutoCloseable {

  /** Large enough to keep files few, small enough to copy and compare easily. */
  private static final int SEGMENT_BYTES = 64 << 20;

  private final TextIndex index = new TextIndex();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final TextWithdrawals withdrawals;
  private final TextFiles files;
  private final TextReader reader;
  private @Nullable Exception failure;
  private boolean closed;

  private TextStore(TextFiles files, TextWithdrawals withdrawals) {
    this.files = files;
    this.withdrawals = withdrawals;
    this.reader = new TextReader(files, index);
  }

  /**
   * Opens the store in the folder, which is made when it is missing.
   *
   * @throws TextStoreException if another process has it open, it cannot be read or written, or
   *     something that was durable is damaged
   */
  public static TextStore open(Path folder) {
    return open(folder, SEGMENT_BYTES);
  }

  static TextStore open(Path folder, int segmentBytes) {
    try {
      // The folder is taken before anything in it is read, let alone cut.
      TextFiles files = TextFiles.take(folder, segmentBytes);
      try {
        return loaded(files, TextWithdrawals.open(folder.resolve("withdrawals")));
      } catch (IOException | RuntimeException e) {
        files.closeAll();
        throw e;
      }
    } catch (IOException e) {
      throw new TextStoreException("the texts in " + folder + " cannot be opened: " + e, e);
    }
  }

  private static TextStore loaded(TextFiles files, TextWithdrawals withdrawals) throws IOException {
    TextStore store = new TextStore(files, withdrawals);
    try {
      files.load(store::index);
      store.finishErasures();
      return store;
    } catch (IOException | RuntimeException e) {
      withdrawals.close();
      throw e;
    }
  }

  /** What became of a text that was put. */
  public enum Put {
    /** It is new here; durable after the next {@link #sync}. */
    STORED,
    /** It was here already; nothing changed, also not its language. */
    PRESENT,
    /** It was withdrawn and stays so; nothing was stored. */
    WITHDRAWN
  }

  /** Stores a text under its commitment, once; durable after the next {@link #sync}. */
  public Put put(SaltedText text) {
    Sha256 commitment = text.commitment();
    byte[] body = SaltedTextJson.write(text);
    return changing(() -> {
      if (withdrawals.day(commitment) != null) {
        return Put.WITHDRAWN;
      }
      if (reader.place(commitment) != TextIndex.NONE) {
        return Put.PRESENT;
      }
      index.add(commitment, files.append(commitment, body));
      return Put.STORED;
    });
  }

  /** Returns when every text put before is durable. Calls from many threads may run at once. */
  public void sync() {
    TextFiles.Flushed flushed = changing(files::flush);
    try {
      flushed.force();
    } catch (IOException e) {
      changing(() -> {
        throw e;
      });
    }
    changing(() -> {
      files.markDurable(flushed);
      return flushed;
    });
  }

  /**
   * Looks a text up; what is returned as present has been checked against its commitment.
   *
   * @throws TextStoreException if the stored bytes are damaged
   */
  public TextLookup find(Sha256 commitment) {
    return reading(() -> {
      LocalDate day = withdrawals.day(commitment);
      if (day != null) {
        return new TextLookup.Withdrawn(day);
      }
      long place = reader.place(commitment);
      return place == TextIndex.NONE
          ? new TextLookup.Absent()
          : new TextLookup.Present(reader.text(place, files.header(place)));
    });
  }

  /**
   * Erases a text for good and remembers the day; durable on return. A text that is not here yet
   * will not be taken in later. Repeated, it changes nothing.
   *
   * @return the day of the first withdrawal
   */
  public LocalDate withdraw(Sha256 commitment, LocalDate today) {
    return changing(() -> {
      LocalDate day = withdrawals.day(commitment);
      if (day == null) {
        withdrawals.add(commitment, today);
        erase(commitment);
      }
      return day == null ? today : day;
    });
  }

  /**
   * The result of a walk over all texts.
   *
   * @param texts how many are here and whole
   * @param withdrawn how many were withdrawn and are erased
   * @param damages file and place of what is not as it must be, the first 1,000 of them
   */
  public record Verification(long texts, long withdrawn, List<String> damages) {

    /** Copies the list. */
    public Verification {
      damages = List.copyOf(damages);
    }
  }

  /** Reads every text and compares it with its commitment; other calls go on meanwhile. */
  public Verification verify() {
    TextWalk walk = new TextWalk(reader, files, withdrawals);
    boolean more = reading(walk::begin);
    while (more) {
      more = reading(walk::step);
    }
    return walk.result();
  }

  /** Returns how many texts are indexed, withdrawn ones that were here included. */
  public long count() {
    return reading(() -> (long) index.count());
  }

  /**
   * Returns a number that grows with every text that comes or is withdrawn, also over restarts; two
   * reads between which it stayed the same found the same texts.
   */
  public long generation() {
    return reading(() -> (long) index.count() + withdrawals.count());
  }

  /** Returns how many texts were withdrawn, also such as were never here. */
  public long withdrawn() {
    return reading(() -> (long) withdrawals.count());
  }

  /** Makes everything durable and releases the folder. Idempotent. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try (withdrawals) {
      if (!closed && failure == null) {
        files.close();
      } else if (!closed) {
        files.closeAll();
      }
      closed = true;
    } catch (IOException e) {
      throw new TextStoreException("the texts cannot be closed: " + e, e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean index(long place, TextRecord header, @Nullable ByteBuffer body) {
    boolean withdrawn = withdrawals.day(header.commitment()) != null;
    if (body != null && !withdrawn && !header.matches(body)) {
      return false;
    }
    index.add(header.commitment(), place);
    return true;
  }

  private void finishErasures() throws IOException {
    for (Sha256 commitment : withdrawals.commitments()) {
      erase(commitment);
    }
  }

  private void erase(Sha256 commitment) throws IOException {
    long place = reader.place(commitment);
    if (place == TextIndex.NONE) {
      return;
    }
    TextRecord header = files.header(place);
    if (!TextReader.isErased(files.body(place, header))) {
      files.erase(place, header);
    }
  }

  private <T extends @Nullable Object> T reading(Work<T> work) {
    lock.readLock().lock();
    try {
      requireOpen();
      return work.run();
    } catch (IOException e) {
      throw new TextStoreException("the texts cannot be read: " + e, e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private <T> T changing(Work<T> work) {
    lock.writeLock().lock();
    try {
      requireOpen();
      if (failure != null) {
        throw new TextStoreException("the texts failed before and must be opened again", failure);
      }
      return work.run();
    } catch (IOException e) {
      failure = e;
      throw new TextStoreException("the texts cannot be written: " + e, e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new TextStoreException("the texts are closed");
    }
  }

  @FunctionalInterface
  private interface Work<T extends @Nullable Object> {
    T run() throws IOException;
  }
}
