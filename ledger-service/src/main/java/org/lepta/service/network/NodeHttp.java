package org.lepta.service.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.OptionalLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.lepta.service.ledger.identity.Pem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the nodes of one participant answer over HTTP, with client certificates: health, channels.
 */
final class NodeHttp implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CHANNELS = "/participation/v1/channels";
  private static final String BOUNDARY = "lepta-first-block";

  /** Lines of a form (RFC 7578) end in CR and LF. */
  private static final String PART_BEGIN =
      """
      --lepta-first-block\r
      Content-Disposition: form-data; name="config-block"; filename="block"\r
      Content-Type: application/octet-stream\r
      \r
      """;

  private static final String PART_END = "\r\n--" + BOUNDARY + "--\r\n";

  private final HttpClient client;

  private NodeHttp(HttpClient client) {
    this.client = client;
  }

  /** Opens a client with the administrator's certificate. */
  static NodeHttp open(Folders folders, Participant participant) throws IOException {
    Path tls = folders.of(participant).resolve("admin").resolve("tls");
    try {
      Certificate own = Pem.parseCertificate(Files.readAllBytes(tls.resolve("client.crt")));
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(
          "own",
          Pem.parseKey(Files.readString(tls.resolve("client.key"))),
          new char[0],
          new Certificate[] {own});
      keys.setCertificateEntry(
          "root", Pem.parseCertificate(Files.readAllBytes(folders.tlsCa(participant))));
      return new NodeHttp(
          HttpClient.newBuilder().connectTimeout(LIMIT).sslContext(context(keys)).build());
    } catch (GeneralSecurityException e) {
      throw new IOException(tls + " holds no usable certificate", e);
    }
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, new char[0]);
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  /**
   * Whether the node says that it is well and takes calls; false also while it does not answer. It
   * answers for its health a little before it listens for anything else.
   */
  boolean healthy(Node node) throws InterruptedException {
    try {
      if (get(node.operationsPort(), "/healthz").statusCode() != 200) {
        return false;
      }
      if (node.kind() == Node.Kind.ORDERER) {
        return get(node.ordererPorts().admin(), CHANNELS).statusCode() == 200 && listens(node);
      }
      return listens(node);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean listens(Node node) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
      return socket.isConnected();
    }
  }

  /** Returns the height of the orderer's copy of the channel; nothing if it has not joined. */
  OptionalLong height(Node orderer, String channel) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(orderer.ordererPorts().admin(), CHANNELS + '/' + channel);
    if (answer.statusCode() == 404) {
      return OptionalLong.empty();
    }
    JsonNode height = JSON.readTree(answer.body()).path("height");
    if (answer.statusCode() != 200 || !height.isIntegralNumber()) {
      throw new IOException(orderer.name() + " answers " + answer.body());
    }
    return OptionalLong.of(height.longValue());
  }

  /** Lets the orderer join the channel that the block begins. */
  void join(Node orderer, Path firstBlock) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(PART_BEGIN.getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(Files.readAllBytes(firstBlock));
    body.writeBytes(PART_END.getBytes(StandardCharsets.US_ASCII));
    HttpRequest request =
        to(orderer.ordererPorts().admin(), CHANNELS)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(orderer.name() + " did not join: " + answer.body());
    }
  }

  private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    return client.send(to(port, path).GET().build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(int port, String path) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path)).timeout(LIMIT);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
