package org.lepta.service.transparency.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 0, 1, tile/0/000.p/1",
    "1, 999, 17, tile/1/999.p/17",
    "2, 1000, 256, tile/2/x001/000",
    "0, 1234067, 256, tile/0/x001/x234/067",
    "0, 1234067, 255, tile/0/x001/x234/067.p/255",
    "63, 5, 256, tile/63/005",
    "-1, 0, 112, tile/entries/000.p/112",
    "-1, 273, 256, tile/entries/273",
    "-1, 9223372036854775807, 256, tile/entries/x009/x223/x372/x036/x854/x775/807"
  })
  void isWrittenInGroupsOfThreeDigitsAndReadBack(int level, long index, int width, String text) {
    TilePath path = new TilePath(level, index, width);

    assertThat(path).hasToString(text);
    assertThat(TilePath.parse(text)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/8/0/000",
        "tile/0/x000/000",
        "tile/0/001/000",
        "tile/0/x001/x000",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000/",
        "/tile/0/000",
        "tile//0/000",
        "tile/0/../000",
        "tile/0/x001/../../../../log-key",
        "../log-key",
        "tile/data/000",
        "tile/ENTRIES/000",
        "tile/0/000\n",
        "tile/0/0\u0660\u0660",
        "tile/entries/x999/x999/x999/x999/x999/x999/999",
        "checkpoint"
      })
  void nothingElseIsATile(String text) {
    assertThat(TilePath.parse(text)).isEmpty();
  }

  @Test
  void widthFollowsFromTheSize() {
    assertThat(TilePath.in(70_000, 0, 272)).contains(new TilePath(0, 272, 256));
    assertThat(TilePath.in(70_000, 0, 273)).contains(new TilePath(0, 273, 112));
    assertThat(TilePath.in(70_000, 0, 274)).isEmpty();
    assertThat(TilePath.in(70_000, 1, 1)).contains(new TilePath(1, 1, 17));
    assertThat(TilePath.in(70_000, 2, 0)).contains(new TilePath(2, 0, 1));
    assertThat(TilePath.in(70_000, 3, 0)).isEmpty();
    assertThat(TilePath.in(65_536, 0, 256)).isEmpty();
    assertThat(TilePath.in(0, TilePath.ENTRIES, 0)).isEmpty();
    assertThat(TilePath.in(Long.MAX_VALUE, 7, 0)).contains(new TilePath(7, 0, 127));
    assertThat(TilePath.in(Long.MAX_VALUE, 8, 0)).isEmpty();
  }

  @Test
  void noTileIsEmptyOrOverfull() {
    assertThatThrownBy(() -> new TilePath(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TilePath(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TilePath(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TilePath(-2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
