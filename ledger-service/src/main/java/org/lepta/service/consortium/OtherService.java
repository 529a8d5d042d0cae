package org.lepta.service.consortium;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.read.BlockRoot;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.SaltedTextJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads another service by its public API; believes the form of nothing. Thread-safe. */
final class OtherService implements RootSource, TextSource {

  private static final int OK = 200;
  private static final int GONE = 410;
  private static final int MOST_STATUS = 256 << 10;
  private static final int MOST_ROOT = 4 << 10;

  /** A leaf has up to 65,535 bytes; with its texts the JSON of an entry is some times larger. */
  private static final int MOST_ENTRY = 4 << 20;

  private final OtherAddress address;
  private final HttpReader http;
  private final AtomicLong wrongTexts = new AtomicLong();

  OtherService(OtherAddress address, HttpReader http) {
    this.address = address;
    this.http = http;
  }

  OtherAddress address() {
    return address;
  }

  /** How many blocks its index holds. */
  long height() throws NoAnswerException, InterruptedException {
    String path = "/api/v1/status";
    JsonNode status = json(path, MOST_STATUS).orElseThrow(() -> malformed(path, null));
    return number(status.path("ledger").path("indexedHeight"), path);
  }

  @Override
  public Optional<BlockRoot> at(long height) throws NoAnswerException, InterruptedException {
    String path = "/api/v1/roots/" + height;
    JsonNode root = json(path, MOST_ROOT).orElse(null);
    if (root == null) {
      return Optional.empty();
    }
    if (number(root.path("height"), path) != height) {
      throw malformed(path, null);
    }
    JsonNode header = root.path("headerHash");
    return Optional.of(
        new BlockRoot(
            height,
            number(root.path("size"), path),
            hash(root.path("root"), path),
            header.isNull() && height == 0 ? null : hash(header, path)));
  }

  @Override
  public Optional<Sha256> leafHash(long leaf) throws NoAnswerException, InterruptedException {
    String path = "/api/v1/entries/" + leaf;
    JsonNode entry = json(path, MOST_ENTRY).orElse(null);
    return entry == null ? Optional.empty() : Optional.of(hash(entry.path("leafHash"), path));
  }

  @Override
  public TextAnswer text(Sha256 hash) throws NoAnswerException, InterruptedException {
    HttpReader.Answer answer =
        http.get(address.resolve("/api/v1/texts/" + hash.hex()), SaltedTextJson.MAX_BYTES);
    TextAnswer text =
        switch (answer.status()) {
          case OK -> read(answer.body(), hash);
          case GONE -> new TextAnswer.Withdrawn();
          default -> new TextAnswer.Unknown();
        };
    if (text instanceof TextAnswer.Wrong) {
      wrongTexts.incrementAndGet();
    }
    return text;
  }

  private static TextAnswer read(byte[] body, Sha256 hash) {
    try {
      SaltedText text = SaltedTextJson.read(body);
      return text.commitment().equals(hash) ? new TextAnswer.Found(text) : new TextAnswer.Wrong();
    } catch (RefusalException e) {
      return new TextAnswer.Wrong();
    }
  }

  @Override
  public long wrongTexts() {
    return wrongTexts.get();
  }

  /** The body of an answer 200; nothing for any other, or none. */
  Optional<byte[]> body(String path, int most) throws InterruptedException {
    try {
      HttpReader.Answer answer = http.get(address.resolve(path), most);
      return answer.status() == OK ? Optional.of(answer.body()) : Optional.empty();
    } catch (NoAnswerException e) {
      return Optional.empty();
    }
  }

  private Optional<JsonNode> json(String path, int most)
      throws NoAnswerException, InterruptedException {
    HttpReader.Answer answer = http.get(address.resolve(path), most);
    if (answer.status() != OK) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonMapper.shared().readTree(answer.body()));
    } catch (JacksonException e) {
      throw malformed(path, e);
    }
  }

  private long number(JsonNode node, String path) throws NoAnswerException {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw malformed(path, null);
    }
    return node.longValue();
  }

  private Sha256 hash(JsonNode node, String path) throws NoAnswerException {
    if (!node.isString() || !node.stringValue().matches("[0-9a-f]{64}")) {
      throw malformed(path, null);
    }
    return Sha256.ofHex(node.stringValue());
  }

  private NoAnswerException malformed(String path, @Nullable Throwable cause) {
    return new NoAnswerException(
        Trouble.MALFORMED, address + path + " is not of the form that it must have", cause);
  }
}
