package org.lepta.service.transparency.tiles;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lepta.service.kernel.Sha256;

/** A log of the sample entries in a folder. */
final class TileLog {

  private final Path folder;
  private final TileFiles files;

  TileLog(Path folder) throws IOException {
    this.folder = folder;
    this.files = new TileFiles(DurableFiles.open(folder));
  }

  static byte[] entry(long i) {
    return ("{\"i\":" + i + ",\"amt\":\"10.00\"}").getBytes(US_ASCII);
  }

  /** Grows it as a publisher does, and returns how many files that wrote. */
  int grow(long from, long to) throws IOException {
    Map<TilePath, byte[]> tiles = new LinkedHashMap<>();
    TileBuilder builder = TileBuilder.from(files, from, tiles::put);
    for (long i = from; i < to; i++) {
      builder.append(entry(i));
    }
    builder.finish();
    files.write(tiles);
    return tiles.size();
  }

  TileFiles files() {
    return files;
  }

  Sha256 root(long size) {
    return new TileTree(files, size).tree().root(size);
  }

  /** The tiles and bundles that are there, by path. */
  List<String> paths() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("tile"))) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  void flip(String path, int bit) throws IOException {
    Path file = folder.resolve(path);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    Files.write(file, bytes);
  }
}
