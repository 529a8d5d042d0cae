package org.lepta.service.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.SaltedTextJson;

/** What others may answer, over real connections. */
final class OtherServiceTest {

  private static final SaltedText TEXT = SaltedText.of(new byte[32], "Wells for Aralsk", "en");
  private static final SaltedText OTHER = SaltedText.of(new byte[32], "Wells for nobody", "en");
  private static final Sha256 HASH = TEXT.commitment();

  private final HttpReader http = new HttpReader(Duration.ofSeconds(60));
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private OtherService other;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    other =
        new OtherService(
            OtherAddress.of("http://127.0.0.1:" + server.getAddress().getPort()), http);
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    http.close();
  }

  private void answers(int status, byte[] body) {
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  private void answers(int status, String body) {
    answers(status, body.getBytes(StandardCharsets.UTF_8));
  }

  private Trouble trouble() {
    try {
      other.height();
      throw new AssertionError("an answer");
    } catch (NoAnswerException e) {
      return e.trouble();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void itsHeightIsReadFromItsStatus() throws Exception {
    answers(200, "{\"ledger\":{\"indexedHeight\":17}}");

    assertThat(other.height()).isEqualTo(17);
  }

  @Test
  void whatIsNotOfTheFormIsMalformed() {
    answers(200, "{\"ledger\":{\"indexedHeight\":-1}}");
    assertThat(trouble()).isEqualTo(Trouble.MALFORMED);
  }

  @Test
  void whatIsNoJsonIsMalformed() {
    answers(200, "[".repeat(5_000));
    assertThat(trouble()).isEqualTo(Trouble.MALFORMED);
  }

  @Test
  void aRedirectIsNotFollowed() {
    answers(302, "");
    assertThat(trouble()).isEqualTo(Trouble.REFUSED);
  }

  @Test
  void anEndlessAnswerIsCutOff() {
    answers(200, " ".repeat(300 << 10));
    assertThat(trouble()).isEqualTo(Trouble.TOO_LARGE);
  }

  @Test
  void anAnswerThatStopsInTheMiddleTakesTooLong() {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (HttpReader impatient = new HttpReader(Duration.ofMillis(300))) {
      other = new OtherService(other.address(), impatient);
      assertThat(trouble()).isEqualTo(Trouble.TOO_SLOW);
    }
  }

  @Test
  void nobodyListeningIsNoConnection() {
    server.stop(0);
    assertThat(trouble()).isEqualTo(Trouble.NO_CONNECTION);
  }

  @Test
  void aRootOfAnotherHeightThanAskedIsMalformed() {
    String hash = "0".repeat(64);
    answers(
        200,
        "{\"height\":4,\"size\":9,\"root\":\"%s\",\"headerHash\":\"%s\"}".formatted(hash, hash));

    assertThatThrownBy(() -> other.at(3)).isInstanceOf(NoAnswerException.class);
  }

  @Test
  void aTextOfTheRightHashIsFound() throws Exception {
    answers(200, SaltedTextJson.write(TEXT));

    assertThat(other.text(HASH)).isEqualTo(new TextAnswer.Found(TEXT));
    assertThat(other.wrongTexts()).isZero();
  }

  @Test
  void anotherTextIsWrongAndCounted() throws Exception {
    answers(200, SaltedTextJson.write(OTHER));

    assertThat(other.text(HASH)).isEqualTo(new TextAnswer.Wrong());
    assertThat(other.wrongTexts()).isOne();
  }

  @Test
  void bytesThatAreNoTextAreWrongAndCounted() throws Exception {
    answers(200, "{\"salt\":1}");

    assertThat(other.text(HASH)).isEqualTo(new TextAnswer.Wrong());
    assertThat(other.wrongTexts()).isOne();
  }

  @Test
  void goneIsWithdrawnAndNotFoundIsUnknown() throws Exception {
    answers(410, "{}");
    assertThat(other.text(HASH)).isEqualTo(new TextAnswer.Withdrawn());
    server.removeContext("/");
    answers(404, "{}");
    assertThat(other.text(HASH)).isEqualTo(new TextAnswer.Unknown());
  }
}
