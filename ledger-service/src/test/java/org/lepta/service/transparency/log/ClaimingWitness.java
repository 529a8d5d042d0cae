package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Says that it has seen more of the log than there is, and shows nothing. */
final class ClaimingWitness implements AutoCloseable {

  private final HttpServer server;

  private ClaimingWitness(HttpServer server) {
    this.server = server;
  }

  static ClaimingWitness start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/add-checkpoint", exchange -> answer(exchange, 409, "999\n"));
    server.createContext("/", exchange -> answer(exchange, 404, "nothing\n"));
    server.start();
    return new ClaimingWitness(server);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(status, text.length());
      exchange.getResponseBody().write(text.getBytes(US_ASCII));
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
