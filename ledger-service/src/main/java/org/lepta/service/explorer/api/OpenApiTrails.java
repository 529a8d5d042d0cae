package org.lepta.service.explorer.api;

import org.lepta.ledger.entry.Lens;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of trails. */
final class OpenApiTrails {

  static final String TRAIL = "Trail";

  private final ObjectNode schemas;

  private OpenApiTrails(ObjectNode schemas) {
    this.schemas = schemas;
  }

  static void add(ObjectNode schemas) {
    OpenApiTrails trails = new OpenApiTrails(schemas);
    trails.addTrail();
    trails.addHop();
    trails.addPiece();
    trails.addGrant();
  }

  /** The lenses that can be asked for. */
  static void lenses(ObjectNode schema) {
    ArrayNode words = schema.put("type", "string").putArray("enum");
    for (Lens lens : Lens.values()) {
      words.add(lens.word());
    }
  }

  private void addTrail() {
    ObjectNode trail = properties(TRAIL);
    ObjectNode gift = entry(trail.putObject("donation"));
    strings(gift, "fund", "unit");
    amounts(gift, "amount");
    ObjectNode asOf = trail.putObject("asOf").put("type", "object").putObject("properties");
    integers(asOf, "size");
    lenses(trail.putObject("lens"));
    lenses(trail.putObject("declaredLens"));
    optional(trail, "provisionalFrom");
    trail.set("hops", OpenApiSchemas.arrayOf(Answers.object(), "TrailHop"));
    booleans(trail, "hopsLeftOut");
  }

  private void addHop() {
    ObjectNode hop = properties("TrailHop");
    integers(hop, "number");
    ObjectNode reached = hop.putObject("reachedBy");
    reached.putArray("type").add("object").add("null");
    ObjectNode by = reached.putObject("properties");
    integers(by, "hop", "leafIndex");
    booleans(by, "exact");
    entry(hop.putObject("origin"));
    strings(hop, "fund", "unit");
    booleans(hop, "earmarked", "piecesLeftOut");
    amounts(hop, "amount", "from", "to", "unspent", "voided", "spent", "cameBack", "spentLeftOut");
    hop.set("pieces", OpenApiSchemas.arrayOf(Answers.object(), "TrailPiece"));
    hop.set("grants", OpenApiSchemas.arrayOf(Answers.object(), "TrailGrant"));
    ObjectNode months = hop.putObject("months").put("type", "array").putObject("items");
    ObjectNode month = months.put("type", "object").putObject("properties");
    strings(month, "month");
    amounts(month, "held", "pool", "paid", "amount");
  }

  private void addPiece() {
    ObjectNode piece = properties("TrailPiece");
    ObjectNode payment = entry(piece.putObject("payment"));
    amounts(payment, "amount");
    optional(payment, "receiver", "otherFund", "grant");
    ObjectNode origin = piece.putObject("origin").put("type", "object").putObject("properties");
    integers(origin, "leafIndex");
    amounts(origin, "from", "to");
    booleans(origin, "again");
    amounts(piece, "amount", "lineFrom", "cameBack");
    piece.putObject("share").put("type", "string").put("pattern", "^(0|1|0\\.[0-9]{1,6})$");
    strings(piece, "evidence", "month");
    integers(piece, "since");
    booleans(piece, "coveredLater");
  }

  private void addGrant() {
    ObjectNode grant = properties("TrailGrant");
    strings(grant, "grant");
    ObjectNode acts = grant.putObject("acts").put("type", "array").putObject("items");
    ObjectNode act = entry(acts);
    strings(act, "unit");
    amounts(act, "amount");
    optional(act, "receiver", "otherFund", "corrects");
    booleans(grant, "actsLeftOut");
  }

  private ObjectNode properties(String schema) {
    return schemas.putObject(schema).put("type", "object").putObject("properties");
  }

  private static ObjectNode entry(ObjectNode node) {
    ObjectNode properties = node.put("type", "object").putObject("properties");
    integers(properties, "leafIndex");
    strings(properties, "kind", "id", "key");
    optional(properties, "date");
    return properties;
  }

  private static void amounts(ObjectNode properties, String... names) {
    for (String name : names) {
      properties.putObject(name).put("$ref", OpenApiSchemas.ref(OpenApiSchemas.AMOUNT));
    }
  }

  private static void strings(ObjectNode properties, String... names) {
    for (String name : names) {
      properties.putObject(name).put("type", "string");
    }
  }

  private static void optional(ObjectNode properties, String... names) {
    for (String name : names) {
      properties.putObject(name).putArray("type").add("string").add("null");
    }
  }

  private static void integers(ObjectNode properties, String... names) {
    for (String name : names) {
      properties.putObject(name).put("type", "integer");
    }
  }

  private static void booleans(ObjectNode properties, String... names) {
    for (String name : names) {
      properties.putObject(name).put("type", "boolean");
    }
  }
}
