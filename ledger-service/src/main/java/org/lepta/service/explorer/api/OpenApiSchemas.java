package org.lepta.service.explorer.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Words;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of entries, read off the records that the ledger itself writes. */
final class OpenApiSchemas {

  static final String AMOUNT = "Amount";

  private final ObjectNode schemas;
  private final Set<String> done = new LinkedHashSet<>();

  OpenApiSchemas(ObjectNode schemas) {
    this.schemas = schemas;
    schemas
        .putObject(AMOUNT)
        .put("type", "string")
        .put("pattern", "^-?[0-9]+(\\.[0-9]{1,4})?$")
        .put("description", "Exact amount in units as a decimal string.");
  }

  /** The name of the schema of a kind's entries; {@code Entry} for all kinds. */
  static String nameOf(@Nullable Kind kind) {
    return kind == null ? "AnyEntry" : kind.type().getSimpleName() + "Entry";
  }

  /** Adds the schema of a kind's entries. */
  void addKind(Kind kind) {
    ObjectNode schema = schemas.putObject(nameOf(kind));
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    addComponents(Header.class, properties, required);
    addComponents(kind.type(), properties, required);
    properties.putObject("kind").put("type", "string").put("const", kind.label());
    addLedgerFields(properties, required);
    switch (kind) {
      case FUND -> {
        addTotals("Totals", properties, required);
        properties.set("counterparts", arrayOf(Answers.object(), "Counterpart"));
        properties.set("attestations", arrayOf(Answers.object(), "Attested"));
      }
      case ORGANISATION -> {
        addTotals("Totals", properties, required);
        properties.set("attestations", arrayOf(Answers.object(), "Attested"));
      }
      case DONATION, DISBURSEMENT, PASS_ON ->
          properties.putObject("match").put("$ref", ref("Match"));
      case GRANT -> addTotals("GrantTotals", properties, required);
      default -> {}
    }
  }

  /** Adds the schema of entries of any kind. */
  void addAny() {
    ObjectNode schema = schemas.putObject(nameOf(null));
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    addComponents(Header.class, properties, required);
    ArrayNode kinds = properties.putObject("kind").put("type", "string").putArray("enum");
    for (Kind kind : Kind.values()) {
      kinds.add(kind.label());
    }
    addLedgerFields(properties, required);
  }

  private static void addLedgerFields(ObjectNode properties, ArrayNode required) {
    required.add("kind");
    for (String name : new String[] {"key", "leafHash", "recordedBy", "through"}) {
      properties.putObject(name).put("type", "string");
      required.add(name);
    }
    properties.putObject("leafIndex").put("type", "integer");
    properties.putObject("committed").put("type", "string").put("format", "date-time");
    ObjectNode position = properties.putObject("position").put("type", "object");
    ObjectNode places = position.putObject("properties");
    for (String name : new String[] {"block", "transaction", "position"}) {
      places.putObject(name).put("type", "integer");
    }
    properties.putObject("fundOwner").put("type", "string");
    properties
        .putObject("fundMode")
        .put("type", "string")
        .putArray("enum")
        .add("managed")
        .add("reported");
    properties.putObject("fundSeq").put("type", "integer");
    properties.putObject("repeatOf").put("type", "integer");
    properties.putObject("flags").put("type", "array").putObject("items").put("type", "string");
    properties.set("texts", arrayOf(Answers.object(), "Text"));
    properties.set("postings", arrayOf(Answers.object(), "Posting"));
    properties.set("balances", arrayOf(Answers.object(), "Posting"));
    required.add("leafIndex").add("committed").add("position").add("flags").add("texts");
    required.add("postings").add("balances");
  }

  private static void addTotals(String schema, ObjectNode properties, ArrayNode required) {
    properties.set("totals", arrayOf(Answers.object(), schema));
    required.add("totals");
  }

  static ObjectNode arrayOf(ObjectNode node, String schema) {
    node.put("type", "array").putObject("items").put("$ref", ref(schema));
    return node;
  }

  static String ref(String schema) {
    return "#/components/schemas/" + schema;
  }

  private void addComponents(Class<?> type, ObjectNode properties, ArrayNode required) {
    for (RecordComponent component : type.getRecordComponents()) {
      properties.set(component.getName(), schema(component.getGenericType()));
      boolean list = component.getType() == List.class;
      if (!list && !isOptional(component.getAnnotatedType())) {
        required.add(component.getName());
      }
    }
  }

  private static boolean isOptional(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private ObjectNode schema(Type type) {
    ObjectNode node = Answers.object();
    if (type instanceof ParameterizedType list) {
      node.put("type", "array").set("items", schema(list.getActualTypeArguments()[0]));
      return node;
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class || raw == Unit.class) {
      return node.put("type", "string");
    } else if (raw == Amount.class) {
      return node.put("$ref", ref(AMOUNT));
    } else if (raw == Hash.class) {
      return node.put("type", "string").put("pattern", "^[0-9a-f]{64}$");
    } else if (raw == LocalDate.class) {
      return node.put("type", "string").put("format", "date");
    } else if (raw.isEnum()) {
      ArrayNode words = node.put("type", "string").putArray("enum");
      for (Object constant : raw.getEnumConstants()) {
        words.add(((Words) constant).word());
      }
      return node;
    } else if (raw == Flow.class || raw == Body.class || raw == Entry.class) {
      return node.put("type", "object").put("description", "The fields of the corrected entry.");
    } else if (raw.isRecord()) {
      addRecord(raw);
      return node.put("$ref", ref(raw.getSimpleName()));
    }
    return node.put("type", "integer");
  }

  private void addRecord(Class<?> type) {
    if (done.add(type.getSimpleName())) {
      ObjectNode schema = schemas.putObject(type.getSimpleName()).put("type", "object");
      ObjectNode properties = schema.putObject("properties");
      ArrayNode required = Answers.object().putArray("required");
      addComponents(type, properties, required);
      schema.set("required", required);
    }
  }
}
