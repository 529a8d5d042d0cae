package org.lepta.service.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Finds free ports of the loopback address. They lie below those that systems give to outgoing
 * connections, so that a stopped network finds them free again.
 */
final class Ports {
  private static final int FIRST = 20_000;
  private static final int BEHIND_LAST = 32_000;

  private final RandomGenerator random;
  private final Set<Integer> given = new HashSet<>();

  Ports(RandomGenerator random) {
    this.random = random;
  }

  /** Returns a port that is free now and was not given before. */
  int next() {
    while (given.size() < BEHIND_LAST - FIRST) {
      int port = random.nextInt(FIRST, BEHIND_LAST);
      if (given.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free between " + FIRST + " and " + BEHIND_LAST);
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
