package org.lepta.service.anchoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lepta.service.transparency.tiles.DurableFiles;

/**
 * Checkpoints with their tokens: {@code <size>.checkpoint}, the signed note, and {@code
 * <size>.tsr}, the authority's answer over exactly its bytes. Never changed. One thread writes.
 */
final class TimestampFiles {

  private static final String CHECKPOINT = ".checkpoint";
  private static final String TOKEN = ".tsr";
  private static final Pattern NAME = Pattern.compile("([1-9][0-9]{0,17})(\\.checkpoint|\\.tsr)");

  private final DurableFiles files;

  private TimestampFiles(DurableFiles files) {
    this.files = files;
  }

  static TimestampFiles open(Path folder) throws IOException {
    return new TimestampFiles(DurableFiles.open(folder));
  }

  /** Stores both; durable on return, and there as a pair or not at all. */
  void write(long size, byte[] note, byte[] token) throws IOException {
    // The token comes last: whoever finds it finds its checkpoint as well.
    SequencedMap<String, byte[]> pair = new LinkedHashMap<>();
    pair.put(size + CHECKPOINT, note);
    pair.put(size + TOKEN, token);
    files.writeAll(pair);
  }

  /** The newest size that has a token. */
  OptionalLong newest() throws IOException {
    try (Stream<Path> all = Files.list(files.root())) {
      return all.map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(name -> name.matches() && name.group(2).equals(TOKEN))
          .mapToLong(name -> Long.parseLong(name.group(1)))
          .max();
    }
  }

  byte[] note(long size) throws IOException {
    return Files.readAllBytes(files.root().resolve(size + CHECKPOINT));
  }

  byte[] token(long size) throws IOException {
    return Files.readAllBytes(files.root().resolve(size + TOKEN));
  }

  /** The file of this name; nothing for what is no name of one. */
  Optional<Path> find(String name) {
    Matcher matcher = NAME.matcher(name);
    return Optional.of(files.root().resolve(name))
        .filter(file -> matcher.matches() && Files.isRegularFile(file));
  }
}
