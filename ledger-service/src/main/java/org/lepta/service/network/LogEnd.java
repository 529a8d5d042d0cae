package org.lepta.service.network;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a file. */
public final class LogEnd {
  private static final int LONGEST_BYTES = 1 << 18;

  private LogEnd() {}

  /** Returns up to so many lines, of the last 256 KiB; none if there is no such file. */
  public static List<String> of(Path file, int lines) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), LONGEST_BYTES);
      byte[] end = new byte[length];
      in.seek(in.length() - length);
      in.readFully(end);
      List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    }
  }
}
