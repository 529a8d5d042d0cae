package org.lepta.service.exchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.FileRefusal;
import org.lepta.service.exchange.RefusedFileException;
import tools.jackson.core.JsonToken;

/** Reads 360Giving JSON, a package or a bare list, one grant at a time. */
final class GrantReader {

  private static final Set<String> VALUES =
      Set.of(
          "id",
          "title",
          "description",
          "currency",
          "amountAwarded",
          "amountDisbursed",
          "awardDate",
          "fromOpenCall",
          "regrantType");

  private static final Map<String, Set<String>> LISTS =
      Map.of(
          "fundingOrganization", Set.of("id", "name"),
          "recipientOrganization", Set.of("id", "name"),
          "grantProgramme", Set.of("code", "title"),
          "plannedDates", Set.of("startDate", "endDate"),
          "disbursementTransaction",
              Set.of("id", "transactionDate", "currency", "value", "recipient"));

  private static final Set<String> INDIVIDUAL =
      Set.of("recipientIndividual", "toIndividualsDetails");

  /** Fields of the schema 1.4.3 that say nothing the ledger holds. */
  private static final Set<String> KNOWN =
      Set.of(
          "amountAppliedFor",
          "url",
          "actualDates",
          "beneficiaryLocation",
          "fundingType",
          "classifications",
          "relatedDocument",
          "applicationTransaction",
          "commitmentTransaction",
          "relatedActivity",
          "dateModified",
          "dataSource",
          "locationScope");

  private final JsonCursor json;
  private int index;

  private GrantReader(JsonCursor json) {
    this.json = json;
  }

  /**
   * Reads a whole file.
   *
   * @throws RefusedFileException if its structure is not sound; records may have been given before
   */
  static void read(BoundedStream in, Consumer<GrantRecord> each) {
    try (JsonCursor json = new JsonCursor(in)) {
      new GrantReader(json).file(each);
    }
  }

  private void file(Consumer<GrantRecord> each) {
    JsonToken root = json.next();
    if (root == JsonToken.START_ARRAY) {
      grants(each);
    } else if (root != JsonToken.START_OBJECT || !packageOf(each)) {
      throw new RefusedFileException(
          FileRefusal.FILE_NOT_SUPPORTED, "there is no list of grants in it");
    }
    json.beginRecord();
    if (json.next() != null) {
      throw json.fault(FileRefusal.FILE_MALFORMED, "something follows the end");
    }
  }

  private boolean packageOf(Consumer<GrantRecord> each) {
    boolean found = false;
    while (json.next() == JsonToken.PROPERTY_NAME) {
      boolean grants = json.key().equals("grants");
      if (json.next() == JsonToken.START_ARRAY && grants) {
        grants(each);
        found = true;
      } else {
        json.skip();
      }
    }
    return found;
  }

  private void grants(Consumer<GrantRecord> each) {
    while (true) {
      json.beginRecord();
      JsonToken token = json.next();
      if (token == JsonToken.END_ARRAY) {
        return;
      }
      each.accept(token == JsonToken.START_OBJECT ? grant() : other());
      index++;
    }
  }

  private GrantRecord other() {
    json.skip();
    return new GrantRecord(index, false, Map.of(), Map.of(), false, List.of(), 0);
  }

  private GrantRecord grant() {
    Map<String, String> values = new HashMap<>();
    Map<String, List<Map<String, String>>> lists = new HashMap<>();
    List<String> asText = new ArrayList<>();
    boolean individual = false;
    int unknown = 0;
    while (json.next() == JsonToken.PROPERTY_NAME) {
      String field = json.key();
      JsonToken token = json.next();
      if (VALUES.contains(field)) {
        value(field, values);
        if (field.startsWith("amount") && token == JsonToken.VALUE_STRING) {
          asText.add(field);
        }
      } else if (LISTS.containsKey(field)) {
        lists.put(field, objects(LISTS.getOrDefault(field, Set.of())));
      } else {
        individual |= INDIVIDUAL.contains(field) && token != JsonToken.VALUE_NULL;
        unknown += KNOWN.contains(field) || INDIVIDUAL.contains(field) ? 0 : 1;
        json.skip();
      }
    }
    return new GrantRecord(index, true, values, lists, individual, asText, unknown);
  }

  /** A list of objects; a single object counts as a list of one. */
  private List<Map<String, String>> objects(Set<String> wanted) {
    List<Map<String, String>> all = new ArrayList<>();
    if (json.token() == JsonToken.START_OBJECT) {
      all.add(object(wanted));
    } else if (json.token() == JsonToken.START_ARRAY) {
      while (json.next() != JsonToken.END_ARRAY) {
        if (json.token() == JsonToken.START_OBJECT) {
          all.add(object(wanted));
        } else {
          json.skip();
        }
      }
    }
    return all;
  }

  private Map<String, String> object(Set<String> wanted) {
    Map<String, String> values = new HashMap<>();
    while (json.next() == JsonToken.PROPERTY_NAME) {
      String field = json.key();
      json.next();
      if (wanted.contains(field)) {
        value(field, values);
      } else {
        json.skip();
      }
    }
    return values;
  }

  private void value(String field, Map<String, String> values) {
    @Nullable JsonToken token = json.token();
    if (token == null || !token.isScalarValue()) {
      json.skip();
    } else if (token != JsonToken.VALUE_NULL) {
      String text = json.literal();
      if (!text.isEmpty()) {
        values.put(field, text);
      }
    }
  }
}
