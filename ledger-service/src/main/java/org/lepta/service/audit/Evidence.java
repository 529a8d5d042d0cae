package org.lepta.service.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lepta.service.transparency.tiles.TilePath;

/** Keeps what shows a difference: the signed checkpoint and the bundles of the leaves named. */
final class Evidence {

  private Evidence() {}

  static void keep(LogReader log, long size, List<Difference> differences, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("checkpoint"), log.checkpoint());
    for (Difference difference : differences) {
      if (difference.leaf() != Difference.NO_LEAF) {
        TilePath path =
            TilePath.in(size, TilePath.ENTRIES, difference.leaf() / TilePath.FULL).orElseThrow();
        Path file = folder.resolve(path.toString());
        Files.createDirectories(file.getParent());
        Files.write(file, log.read(path));
      }
    }
  }
}
