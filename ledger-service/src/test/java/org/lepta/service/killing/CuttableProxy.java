package org.lepta.service.killing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes bytes on between a port of its own and another one of this machine, until it is cut: then
 * it goes on taking connections and bytes, and passes nothing on, as a network does whose packets
 * are lost. Thread-safe.
 */
final class CuttableProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private CuttableProxy(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  static CuttableProxy to(int target) throws IOException {
    ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    CuttableProxy proxy = new CuttableProxy(listening, target);
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** From now on nothing comes through. */
  void cut() {
    cut = true;
  }

  /** New connections come through again; those from before end, as after a lost network. */
  void mend() {
    open.forEach(CuttableProxy::closeQuietly);
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void connect(Socket client) {
    if (cut) {
      return;
    }
    Socket server = new Socket();
    open.add(server);
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
      Thread.ofVirtual().start(() -> pass(server, client));
      pass(client, server);
    } catch (IOException e) {
      closeQuietly(client);
      closeQuietly(server);
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[16 << 10];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int count = in.read(buffer);
      while (count >= 0) {
        if (!cut) {
          out.write(buffer, 0, count);
        }
        count = in.read(buffer);
      }
    } catch (IOException e) {
      // One side is gone, so is the other.
    }
    closeQuietly(from);
    closeQuietly(to);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    open.forEach(CuttableProxy::closeQuietly);
  }
}
