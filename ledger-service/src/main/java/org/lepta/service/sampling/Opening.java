package org.lepta.service.sampling;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.CanonicalJson;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.money.Amount;
import org.lepta.service.kernel.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the commitment of a draw note is over: the plan and a salt, secret until the sample is
 * taken. Its bytes are canonical JSON (docs/reference/leaf-format) and have one form only.
 *
 * @param plan the parameters
 * @param salt 32 random bytes
 */
public record Opening(Plan plan, Sha256 salt) {

  /** The longest file of an opening. */
  public static final int MAX_BYTES = 16 * 1024;

  private static final byte[] TAG = "lepta/draw/v1".getBytes(US_ASCII);
  private static final int VERSION = 1;

  /** A new opening of a plan, with a salt that nobody can guess. */
  public static Opening fresh(Plan plan, SecureRandom random) {
    byte[] salt = new byte[Sha256.LENGTH];
    random.nextBytes(salt);
    return new Opening(plan, Sha256.of(salt));
  }

  /** The commitment that stands in the draw note. */
  public Sha256 commitment() {
    return Sha256.digest(TAG, new byte[] {0}, bytes());
  }

  /** The exact bytes that are hashed. */
  public byte[] bytes() {
    return CanonicalJson.write(json());
  }

  private ObjectNode json() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode bands = JsonMapper.shared().createArrayNode();
    plan.bands().forEach(bound -> bands.add(bound.toString()));
    if (!bands.isEmpty()) {
      json.set("bands", bands);
    }
    json.put("byKind", plan.byKind());
    put(json, "from", plan.from());
    json.put("fund", plan.fund());
    put(json, "interval", plan.interval());
    if (plan.items() != null) {
      json.put("items", plan.items());
    }
    json.put("log", plan.log());
    json.put("salt", salt.hex());
    put(json, "to", plan.to());
    put(json, "top", plan.top());
    json.put("unit", plan.unit());
    json.put("v", VERSION);
    return json;
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }

  /**
   * Reads an opening.
   *
   * @throws SampleException if the bytes are not in their one form or the plan cannot be drawn by
   */
  public static Opening parse(byte[] bytes) throws SampleException {
    try {
      JsonNode json = CanonicalJson.parse(bytes);
      Opening opening = new Opening(plan(json).checked(), Sha256.ofHex(text(json, "salt")));
      if (Arrays.equals(opening.bytes(), bytes)) {
        return opening;
      }
    } catch (CodecException | IllegalArgumentException | DateTimeException e) {
      throw new SampleException("The opening cannot be read: " + e.getMessage());
    }
    throw new SampleException("The opening is not in its one form.");
  }

  private static Plan plan(JsonNode json) {
    List<Amount> bands = new ArrayList<>();
    json.path("bands").forEach(bound -> bands.add(Amount.parse(bound.asString(""))));
    JsonNode items = json.path("items");
    return new Plan(
        text(json, "log"),
        text(json, "fund"),
        text(json, "unit"),
        amount(json, "interval"),
        items.isInt() ? items.intValue() : null,
        amount(json, "top"),
        json.path("byKind").booleanValue(false),
        bands,
        date(json, "from"),
        date(json, "to"));
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString("");
  }

  private static @Nullable Amount amount(JsonNode json, String name) {
    return json.has(name) ? Amount.parse(text(json, name)) : null;
  }

  private static @Nullable LocalDate date(JsonNode json, String name) {
    return json.has(name) ? LocalDate.parse(text(json, name)) : null;
  }
}
