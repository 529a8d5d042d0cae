package org.lepta.service.transparency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/** The folder of a text store with its segments; held by one process at a time. Not thread-safe. */
final class TextFiles implements AutoCloseable {

  private static final String SEGMENT_NAME = "texts-";
  private static final int SEGMENT_SHIFT = 32;

  private final Path folder;
  private final int segmentBytes;
  private final FileChannel lock;
  private final TextDurableMark durable;
  private final List<TextSegment> segments = new ArrayList<>();

  private TextFiles(Path folder, int segmentBytes) throws IOException {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.lock = lock(folder.resolve("lock"));
    try {
      this.durable = TextDurableMark.open(folder.resolve("durable"));
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Takes the folder, which is made when it is missing; {@link #load} comes next. */
  static TextFiles take(Path folder, int segmentBytes) throws IOException {
    Files.createDirectories(folder);
    return new TextFiles(folder, segmentBytes);
  }

  /** Appends a record and returns its place. */
  long append(Sha256 commitment, byte[] body) throws IOException {
    TextSegment last = segments.getLast();
    boolean full = last.end() + TextRecord.HEADER_BYTES + body.length > segmentBytes;
    if (full && last.end() > TextSegment.MAGIC_BYTES) {
      last.flush();
      last.force();
      durable.move(segments.size() - 1, last.end());
      last = beginSegment(segments.size());
    }
    return place(segments.size() - 1, last.append(commitment, body));
  }

  TextRecord header(long place) throws IOException {
    return segment(place).header(offset(place));
  }

  ByteBuffer body(long place, TextRecord header) throws IOException {
    return segment(place).body(offset(place), header);
  }

  void erase(long place, TextRecord header) throws IOException {
    segment(place).flush();
    segment(place).erase(offset(place), header);
  }

  /** Hands everything to the system; {@link Flushed#force} then makes it durable. */
  Flushed flush() throws IOException {
    TextSegment last = segments.getLast();
    return new Flushed(last, segments.size() - 1, last.flush());
  }

  void markDurable(Flushed flushed) throws IOException {
    durable.move(flushed.number, flushed.end);
  }

  /** What was handed to the system at one moment. */
  record Flushed(TextSegment segment, int number, long end) {

    void force() throws IOException {
      segment.force();
    }
  }

  /** Returns the place of the record behind this one, or {@link TextIndex#NONE} at the end. */
  long next(long place, TextRecord header) {
    int number = (int) (place >>> SEGMENT_SHIFT);
    long next = offset(place) + header.totalBytes();
    return next < segments.get(number).end() ? place(number, next) : firstFrom(number + 1);
  }

  /** Returns the place of the first record behind the segment of this one. */
  long nextSegment(long place) {
    return firstFrom((int) (place >>> SEGMENT_SHIFT) + 1);
  }

  long first() {
    return firstFrom(0);
  }

  String describe(long place) {
    return segment(place).file().getFileName() + " at " + offset(place);
  }

  @Override
  public void close() throws IOException {
    try {
      Flushed flushed = flush();
      flushed.force();
      markDurable(flushed);
    } finally {
      closeAll();
    }
  }

  void closeAll() throws IOException {
    for (TextSegment segment : segments) {
      segment.close();
    }
    durable.close();
    lock.close();
  }

  private long firstFrom(int number) {
    boolean exists =
        number < segments.size() && segments.get(number).end() > TextSegment.MAGIC_BYTES;
    return exists ? place(number, TextSegment.MAGIC_BYTES) : TextIndex.NONE;
  }

  /** Shows every record; cuts off what a crash left unfinished. */
  void load(Visitor visitor) throws IOException {
    int count = segmentsInFolder();
    boolean promisedMore = count <= durable.segment() && durable.endOf(durable.segment()) > 0;
    for (int number = 0; number < count || promisedMore; number++) {
      if (!Files.exists(file(number))) {
        throw new TextStoreException("the file " + file(number) + " is missing");
      }
    }
    for (int number = 0; number < count; number++) {
      loadSegment(number, number == count - 1, visitor);
    }
    if (count == 0) {
      beginSegment(0);
    }
  }

  private int segmentsInFolder() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return Math.toIntExact(
          paths.filter(path -> path.getFileName().toString().startsWith(SEGMENT_NAME)).count());
    }
  }

  private void loadSegment(int number, boolean last, Visitor visitor) throws IOException {
    TextSegment segment = TextSegment.open(file(number));
    segments.add(segment);
    long durableEnd = last ? durable.endOf(number) : Long.MAX_VALUE;
    long end =
        segment.scan(
            durableEnd, (at, header, body) -> visitor.visit(place(number, at), header, body));
    if (end == segment.end() && end > 0) {
      return;
    }
    if (!last || end < durableEnd) {
      throw new TextStoreException("the file " + file(number) + " is damaged at " + end);
    }
    if (end < TextSegment.MAGIC_BYTES) {
      segment.begin();
    } else {
      segment.cut(end);
    }
  }

  private TextSegment beginSegment(int number) throws IOException {
    TextSegment segment = TextSegment.open(file(number));
    segment.begin();
    segments.add(segment);
    forceFolder();
    return segment;
  }

  /** A new file is durable only when its folder is. */
  private void forceFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path file(int number) {
    return folder.resolve(String.format(Locale.ROOT, SEGMENT_NAME + "%08d", number));
  }

  private TextSegment segment(long place) {
    return segments.get((int) (place >>> SEGMENT_SHIFT));
  }

  private static long offset(long place) {
    return place & 0xFFFF_FFFFL;
  }

  private static long place(int segment, long offset) {
    return (long) segment << SEGMENT_SHIFT | offset;
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new TextStoreException("the texts are open in this process already: " + file, e);
    }
    channel.close();
    throw new TextStoreException("another process has the texts open: " + file);
  }

  /** Is shown the records of all segments. */
  @FunctionalInterface
  interface Visitor {

    /** As {@link TextSegment.Visitor#visit}, with the place among all segments. */
    boolean visit(long place, TextRecord header, @Nullable ByteBuffer body) throws IOException;
  }
}
