package org.lepta.service.transparency.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.lepta.service.transparency.proof.WitnessRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A witness over HTTP: {@code POST /add-checkpoint} and {@code GET /<origin hash>/checkpoint} (C2SP
 * tlog-witness v1.0.0), and its key at {@code /}. For TLS put a proxy before it.
 */
public final class WitnessServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String CHECKPOINT = "/checkpoint";

  /** Bounds the memory of bodies that are being read. */
  private static final int MOST_AT_ONCE = 64;

  private final Witness witness;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  private WitnessServer(Witness witness, HttpServer server) {
    this.witness = witness;
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param address port 0 takes a free one
   */
  public static WitnessServer start(Witness witness, InetSocketAddress address) throws IOException {
    WitnessServer server = new WitnessServer(witness, HttpServer.create(address, 0));
    server.server.createContext("/", server::handle);
    server.server.setExecutor(server.threads);
    server.server.start();
    return server;
  }

  /** Returns the port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      places.acquire();
      try {
        answer(exchange);
      } finally {
        places.release();
      }
    } catch (IOException e) {
      LOG.debug("a client went away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      route(exchange);
    } catch (StorageException e) {
      LOG.error("nothing is cosigned: {}", e.getMessage(), e);
      send(exchange, 500, TEXT, bytes("STORAGE_TROUBLE: the witness cannot store anything now\n"));
    }
  }

  private void route(HttpExchange exchange) throws IOException, StorageException {
    String path = exchange.getRequestURI().getRawPath();
    boolean reading = exchange.getRequestMethod().equals("GET");
    if (path.equals("/add-checkpoint")) {
      if (exchange.getRequestMethod().equals("POST")) {
        addCheckpoint(exchange);
      } else {
        exchange.getResponseHeaders().set("Allow", "POST");
        send(exchange, 405, TEXT, bytes("METHOD_NOT_ALLOWED: a checkpoint is sent by POST\n"));
      }
    } else if (reading && path.equals("/")) {
      send(exchange, 200, TEXT, bytes(witness.key() + "\n"));
    } else if (reading && path.endsWith(CHECKPOINT)) {
      latest(exchange, path.substring(1, Math.max(1, path.length() - CHECKPOINT.length())));
    } else {
      notFound(exchange);
    }
  }

  private void addCheckpoint(HttpExchange exchange) throws IOException, StorageException {
    byte[] body = exchange.getRequestBody().readNBytes(WitnessRequest.MAX_BYTES + 1);
    if (body.length > WitnessRequest.MAX_BYTES) {
      send(exchange, 413, TEXT, bytes("REQUEST_TOO_LARGE: no request is so long\n"));
      return;
    }
    WitnessAnswer answer = stored(() -> witness.addCheckpoint(body));
    send(exchange, answer.status(), answer.contentType(), answer.body());
  }

  private void latest(HttpExchange exchange, String originHash)
      throws IOException, StorageException {
    Optional<byte[]> note = stored(() -> witness.latest(originHash));
    if (note.isPresent()) {
      send(exchange, 200, TEXT, note.get());
    } else {
      notFound(exchange);
    }
  }

  private static void notFound(HttpExchange exchange) throws IOException {
    send(exchange, 404, TEXT, bytes("NOT_FOUND: nothing was cosigned under this address\n"));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Tells the disk's trouble from that of a client's connection. */
  private static <T> T stored(Storing<T> work) throws StorageException {
    try {
      return work.run();
    } catch (IOException e) {
      throw new StorageException(e);
    }
  }

  private interface Storing<T> {
    T run() throws IOException;
  }

  private static final class StorageException extends Exception {

    private static final long serialVersionUID = 1L;

    StorageException(IOException cause) {
      super(cause);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
