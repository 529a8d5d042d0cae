package org.lepta.service.network;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a network is at one moment.
 *
 * @param ordering how blocks are ordered
 * @param nodes orderers, then peers, then the chaincode of each member
 * @param definition the chaincode on the channel; null while no peer can tell
 */
public record NetworkStatus(Ordering ordering, List<Row> nodes, @Nullable Definition definition) {

  /** Keeps its own copy of the list. */
  public NetworkStatus {
    nodes = List.copyOf(nodes);
  }

  /** What a process is doing. */
  public enum State {
    /** Runs and says that it is well. */
    UP,
    /** Runs but does not answer or is not well. */
    TROUBLED,
    /** Does not run. */
    DOWN
  }

  /**
   * One process.
   *
   * @param name as {@code operator-peer}
   * @param state what it is doing
   * @param processId its process; 0 if there is none, or it runs in a container
   * @param endpoint where clients reach it; empty for chaincode
   * @param height blocks of its copy of the channel, if it says so
   */
  public record Row(
      String name, State state, long processId, String endpoint, OptionalLong height) {}

  /** Whether everything runs and is well. */
  public boolean up() {
    return nodes.stream().allMatch(row -> row.state() == State.UP);
  }

  /** Whether nothing runs. */
  public boolean down() {
    return nodes.stream().allMatch(row -> row.state() == State.DOWN);
  }
}
