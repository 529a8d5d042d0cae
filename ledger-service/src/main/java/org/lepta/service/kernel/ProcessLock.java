package org.lepta.service.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process off a folder. The system gives the lock back when the process ends,
 * however it ends; the locked file names the holder's process id.
 */
public final class ProcessLock implements AutoCloseable {

  private static final int MOST_DIGITS = 20;

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Another holder, here or in another process, has the lock. */
  public static final class HeldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String holder;

    HeldException(Path file, String holder) {
      super("the process " + holder + " holds " + file);
      this.holder = holder;
    }

    /** Returns the holder's process id, as the file names it. */
    public String holder() {
      return holder;
    }
  }

  /**
   * Takes the lock of a file, which is made when it is missing.
   *
   * @throws HeldException if another holder, here or in another process, has it
   */
  public static ProcessLock take(Path file) throws IOException, HeldException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      if (lock(channel) == null) {
        throw new HeldException(file, holder(channel));
      }
      channel.truncate(0);
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
      return new ProcessLock(channel);
    } catch (IOException | RuntimeException | HeldException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer digits = ByteBuffer.allocate(MOST_DIGITS);
    channel.read(digits, 0);
    return StandardCharsets.US_ASCII.decode(digits.flip()).toString();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
