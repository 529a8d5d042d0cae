package org.lepta.service.transparency.log;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lepta.service.transparency.tiles.TileBuilder;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TilePath;

/** Writes the tiles of a larger size, in groups that are made durable together. */
final class Stage {

  private static final int GROUP = 256;

  private final TileFiles files;
  private final Step.Listener steps;
  private final Map<TilePath, byte[]> group = new LinkedHashMap<>();
  private final List<TilePath> full = new ArrayList<>();

  private Stage(TileFiles files, Step.Listener steps) {
    this.files = files;
    this.steps = steps;
  }

  /**
   * Writes what the log gains from one size to another; durable on return.
   *
   * @return the full tiles among it, whose partial ones may go once the new size is public
   */
  static List<TilePath> write(
      TileFiles files, LogSource source, long from, long to, Step.Listener steps)
      throws IOException, SQLException, LogAlarmException {
    Stage stage = new Stage(files, steps);
    TileBuilder builder = TileBuilder.from(files, from, stage::put);
    source.leaves(from, to, builder::append);
    if (builder.size() != to) {
      throw new LogAlarmException(
          LogAlarm.LOG_INDEX_DIFFERS,
          "the index gives " + (builder.size() - from) + " of the leaves " + from + " to " + to);
    }
    builder.finish();
    stage.flush();
    return stage.full;
  }

  private void put(TilePath path, byte[] bytes) throws IOException {
    group.put(path, bytes);
    if (path.isFull()) {
      full.add(path);
    }
    if (group.size() == GROUP) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (!group.isEmpty()) {
      files.write(group);
      group.clear();
      steps.reached(Step.GROUP_STAGED);
    }
  }
}
