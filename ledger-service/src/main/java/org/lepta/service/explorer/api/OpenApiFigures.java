package org.lepta.service.explorer.api;

import java.util.List;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.consortium.Stand;
import org.lepta.service.indexing.matching.MatchState;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of figures, status and problems. */
final class OpenApiFigures {

  private static final List<String> SUMS =
      List.of(
          "opened",
          "donated",
          "income",
          "transferredIn",
          "transferredOut",
          "exchangedIn",
          "exchangedOut",
          "refunded",
          "awarded",
          "outstanding",
          "released",
          "disbursed",
          "returned",
          "spent",
          "free",
          "short",
          "onward");
  private static final List<String> GRANT_SUMS =
      List.of(
          "awarded",
          "outstanding",
          "released",
          "disbursed",
          "returned",
          "spentByGrantee",
          "passedOn",
          "held",
          "confirmed");

  private final ObjectNode schemas;

  private OpenApiFigures(ObjectNode schemas) {
    this.schemas = schemas;
  }

  static void add(ObjectNode schemas) {
    OpenApiFigures figures = new OpenApiFigures(schemas);
    figures.addTotals();
    figures.addParts();
    figures.addMatches();
    figures.addAttested();
    figures.addJoint();
    figures.addStatus();
    figures.addBesideTheLog();
    figures.addProblem();
  }

  private void addMatches() {
    ObjectNode match = object("Match");
    match.set("state", state());
    match.putObject("otherLeafIndex").putArray("type").add("integer").add("null");
    ObjectNode counterpart = object("Counterpart");
    counterpart
        .putObject("direction")
        .put("type", "string")
        .putArray("enum")
        .add("paid")
        .add("received");
    counterpart
        .putObject("otherFunds")
        .put("type", "array")
        .putObject("items")
        .put("type", "string");
    counterpart.putObject("otherOwner").putArray("type").add("string").add("null");
    counterpart.putObject("unit").put("type", "string");
    counterpart.putObject("statedHere").put("type", "string");
    counterpart.putObject("statedThere").putArray("type").add("string").add("null");
    counterpart.set("state", state());
    counterpart.putObject("sharedWithOtherFunds").put("type", "boolean");
  }

  private void addAttested() {
    ObjectNode attested = object("Attested");
    integers(attested, "leafIndex", "logSize");
    strings(attested, "statedBy", "recordedBy", "scope", "logRoot", "result");
    attested.putObject("periodFrom").putArray("type").add("string").add("null");
    attested.putObject("periodTo").putArray("type").add("string").add("null");
    attested.putObject("ofThisLog").put("type", "boolean");
  }

  private ObjectNode object(String name) {
    return schemas.putObject(name).put("type", "object").putObject("properties");
  }

  private static ObjectNode state() {
    ObjectNode state = Answers.object().put("type", "string");
    ArrayNode words = state.putArray("enum");
    for (MatchState each : MatchState.values()) {
      words.add(each.word());
    }
    return state;
  }

  private void addTotals() {
    amounts("Evidence", List.of("stated", "confirmed", "tied", "audited"));
    amounts("SpentByClass", List.of("programme", "running", "fundraising", "fee"));
    ObjectNode totals = amounts("Totals", SUMS);
    totals.putObject("unit").put("type", "string");
    totals.putObject("spentByClass").put("$ref", OpenApiSchemas.ref("SpentByClass"));
    totals.putObject("disbursedByEvidence").put("$ref", OpenApiSchemas.ref("Evidence"));
    totals.putObject("spentByEvidence").put("$ref", OpenApiSchemas.ref("Evidence"));
    amounts("GrantTotals", GRANT_SUMS).putObject("unit").put("type", "string");
  }

  private void addParts() {
    ObjectNode text = properties("Text");
    strings(text, "role", "hash", "language");
    text.putObject("text").putArray("type").add("string").add("null");
    ArrayNode day = text.putObject("withdrawnOn").put("format", "date").putArray("type");
    day.add("string").add("null");
    ObjectNode posting = properties("Posting");
    strings(posting, "account", "unit", "grant");
    posting.putObject("amount").put("$ref", OpenApiSchemas.ref(OpenApiSchemas.AMOUNT));
  }

  private void addJoint() {
    ObjectNode joint = properties("Joint");
    ObjectNode asOf = joint.putObject("asOf").put("type", "object").putObject("properties");
    integers(asOf, "height", "size");
    ObjectNode counts = joint.putObject("counts").put("type", "object").putObject("properties");
    for (Kind kind : Kind.values()) {
      integers(counts, kind.plural());
    }
    for (String name : List.of("totals", "managed", "reported")) {
      joint.set(name, OpenApiSchemas.arrayOf(Answers.object(), "Totals"));
    }
  }

  private void addStatus() {
    ObjectNode status = properties("Status");
    ObjectNode ledger = status.putObject("ledger").put("type", "object").putObject("properties");
    strings(ledger, "mode");
    integers(ledger, "height", "indexedHeight", "lagSeconds");
    ObjectNode successor = nullable(ledger, "successor");
    strings(successor, "firstBlock");
    integers(successor, "leafIndex");
    successor.putObject("log").putArray("type").add("string").add("null");
    ledger.putObject("missingBatch").putArray("type").add("integer").add("null");
    ObjectNode chaincode = nullable(status, "chaincode");
    strings(chaincode, "sha256");
    integers(chaincode, "leaf");
    ObjectNode log = status.putObject("log").put("type", "object").putObject("properties");
    strings(log, "origin", "root");
    integers(log, "size");
    log.putObject("vkey").putArray("type").add("string").add("null");
    ObjectNode published = nullable(log, "published");
    integers(published, "size");
    strings(published, "root");
    ObjectNode cosigned = nullable(log, "cosigned");
    integers(cosigned, "size");
    strings(cosigned, "root");
    log.set("witnesses", OpenApiSchemas.arrayOf(Answers.object(), "Witness"));
    strings(nullable(log, "alarm"), "code", "detail");
    status.putObject("witness").putArray("type").add("string").add("null");
    addAnchor(nullable(status, "anchor"));
    ObjectNode timestamp = nullable(status, "timestamp");
    strings(timestamp, "authority");
    ObjectNode stamped = nullable(timestamp, "stamped");
    integers(stamped, "size");
    strings(stamped, "root", "time");
    strings(nullable(timestamp, "trouble"), "code", "detail");
    log.putObject("keyRecorded").put("type", "boolean");
    ObjectNode former = log.putObject("formerKeys").put("type", "array").putObject("items");
    former = former.put("type", "object").putObject("properties");
    strings(former, "vkey");
    integers(former, "replacedAt");
    ObjectNode previous = nullable(log, "previous");
    strings(previous, "origin", "root");
    integers(previous, "size");
    addWitness();
    addOthers(status);
    status.putObject("healthy").put("type", "boolean");
  }

  private void addAnchor(ObjectNode anchor) {
    strings(anchor, "contract", "origin");
    integers(anchor, "chainId");
    ObjectNode anchored = nullable(anchor, "anchored");
    integers(anchored, "size", "block");
    strings(anchored, "root", "time");
    anchored.putObject("transaction").putArray("type").add("string").add("null");
    anchored.putObject("final").put("type", "boolean");
    ObjectNode sent = nullable(anchor, "sent");
    integers(sent, "size");
    strings(sent, "root", "transaction", "since");
    strings(nullable(anchor, "trouble"), "code", "detail");
    ObjectNode signatures = properties("AnchorSignatures");
    strings(signatures, "contract", "origin", "root");
    integers(signatures, "chainId", "size");
    signatures
        .putObject("signatures")
        .put("type", "array")
        .putObject("items")
        .put("type", "string");
  }

  private void addOthers(ObjectNode status) {
    status.set("others", OpenApiSchemas.arrayOf(Answers.object(), "Other"));
    integers(
        status.putObject("texts").put("type", "object").putObject("properties"),
        "missing",
        "fetched");
    ObjectNode other = properties("Other");
    strings(other, "url", "since");
    ArrayNode states = other.putObject("state").put("type", "string").putArray("enum");
    for (Stand stand : Stand.values()) {
      states.add(stand.word());
    }
    integers(other, "height", "size", "theirHeight", "wrongTexts");
    ObjectNode first = nullable(other, "firstDifference");
    integers(first, "height");
    first.putObject("blocksDiffer").put("type", "boolean");
    first.putObject("leafIndex").putArray("type").add("integer").add("null");
    other.putObject("trouble").putArray("type").add("string").add("null");
  }

  private void addWitness() {
    ObjectNode witness = properties("Witness");
    strings(witness, "name", "vkey");
    integers(witness, "size");
    witness.putObject("cosignedAt").putArray("type").add("string").add("null");
    witness.putObject("trouble").putArray("type").add("string").add("null");
  }

  private void addBesideTheLog() {
    ObjectNode root = properties("Root");
    integers(root, "height", "size");
    strings(root, "root");
    root.putObject("headerHash").putArray("type").add("string").add("null");
    strings(properties("SaltedText"), "lang", "salt", "text");
  }

  private void addProblem() {
    ObjectNode problem = properties("Problem");
    strings(problem, "type", "title", "detail", "code");
    integers(problem, "status");
  }

  private ObjectNode amounts(String schema, List<String> names) {
    ObjectNode properties = properties(schema);
    names.forEach(
        name -> properties.putObject(name).put("$ref", OpenApiSchemas.ref(OpenApiSchemas.AMOUNT)));
    return properties;
  }

  private ObjectNode properties(String schema) {
    return schemas.putObject(schema).put("type", "object").putObject("properties");
  }

  private static ObjectNode nullable(ObjectNode properties, String name) {
    ObjectNode schema = properties.putObject(name);
    schema.putArray("type").add("object").add("null");
    return schema.putObject("properties");
  }

  private static void strings(ObjectNode properties, String... names) {
    for (String name : names) {
      properties.putObject(name).put("type", "string");
    }
  }

  private static void integers(ObjectNode properties, String... names) {
    for (String name : names) {
      properties.putObject(name).put("type", "integer");
    }
  }
}
