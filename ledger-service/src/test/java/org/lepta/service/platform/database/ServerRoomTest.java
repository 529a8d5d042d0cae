package org.lepta.service.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerRoomTest {

  private static final long GIGABYTE = 1L << 30;

  @Test
  void theServerKeepsAnEighthOfTheMachinesMemoryWithinBounds() {
    assertThat(ServerRoom.sharedBuffers(GIGABYTE / 2)).isEqualTo("128MB");
    assertThat(ServerRoom.sharedBuffers(4 * GIGABYTE)).isEqualTo("512MB");
    assertThat(ServerRoom.sharedBuffers(24 * GIGABYTE)).isEqualTo("3072MB");
    assertThat(ServerRoom.sharedBuffers(64 * GIGABYTE)).isEqualTo("4096MB");
  }

  @Test
  void theWriteAheadLogMayTakeATenthOfTheFreeDiskWithinBounds() {
    assertThat(ServerRoom.writeAheadLog(5 * GIGABYTE)).isEqualTo("1024MB");
    assertThat(ServerRoom.writeAheadLog(20 * GIGABYTE)).isEqualTo("2048MB");
    assertThat(ServerRoom.writeAheadLog(500 * GIGABYTE)).isEqualTo("6144MB");
  }
}
