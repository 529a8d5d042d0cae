package org.lepta.service.exchange.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.lepta.ledger.entry.Hash;
import org.lepta.service.exchange.FileRefusal;
import org.lepta.service.exchange.ProgressListener;
import org.lepta.service.exchange.ProgressListener.Stage;
import org.lepta.service.exchange.RefusedFileException;

/** A file on disk, plain or gzip, that can be read more than once. */
final class SourceFile {

  private static final int BUFFER_BYTES = 64 << 10;

  private final Path path;
  private final long size;
  private final boolean packed;

  private SourceFile(Path path, long size, boolean packed) {
    this.path = path;
    this.size = size;
    this.packed = packed;
  }

  /**
   * Looks at a file.
   *
   * @throws RefusedFileException if it is empty
   */
  static SourceFile of(Path path) throws IOException {
    long size = Files.size(path);
    if (size == 0) {
      throw new RefusedFileException(FileRefusal.FILE_EMPTY, "the file is empty");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(2);
      boolean packed = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
      return new SourceFile(path, size, packed);
    }
  }

  /** Its name without folders. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /** The first unpacked bytes; fewer only if the file is shorter. */
  byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      RawStream raw = new RawStream(in, count -> {});
      byte[] head = new byte[Limits.HEAD_BYTES];
      try (BoundedStream unpacked = unpack(raw, false)) {
        int length = unpacked.readNBytes(head, 0, head.length);
        return Arrays.copyOf(head, length);
      }
    }
  }

  /**
   * Reads the whole file.
   *
   * @param utf8 whether its bytes must be UTF-8
   * @return SHA-256 of the file as it lies on disk
   */
  Hash read(Stage stage, ProgressListener listener, boolean utf8, Reading reading)
      throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      RawStream raw = new RawStream(in, count -> listener.progress(stage, count, size));
      try (BoundedStream unpacked = unpack(raw, utf8)) {
        reading.read(unpacked);
      }
      return raw.finish();
    }
  }

  private BoundedStream unpack(RawStream raw, boolean utf8) throws IOException {
    if (!packed) {
      return new BoundedStream(raw, raw, utf8);
    }
    try {
      return new BoundedStream(
          new GZIPInputStream(new BufferedInputStream(raw, BUFFER_BYTES), BUFFER_BYTES), raw, utf8);
    } catch (IOException e) {
      throw new RefusedFileException(
          FileRefusal.FILE_TRUNCATED, "the packed file ends in the middle", e);
    }
  }

  /** Takes the unpacked bytes up to their end. */
  @FunctionalInterface
  interface Reading {
    void read(BoundedStream in) throws IOException;
  }
}
