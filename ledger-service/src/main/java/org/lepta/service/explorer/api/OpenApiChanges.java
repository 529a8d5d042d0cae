package org.lepta.service.explorer.api;

import org.lepta.service.indexing.Measure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of what changed, day by day. */
final class OpenApiChanges {

  private static final String INTEGER = "integer";

  private final ObjectNode schemas;

  private OpenApiChanges(ObjectNode schemas) {
    this.schemas = schemas;
  }

  static void add(ObjectNode schemas) {
    OpenApiChanges changes = new OpenApiChanges(schemas);
    changes.addDays();
    changes.addChange();
  }

  private void addDays() {
    ObjectNode days = properties("Days");
    days.set("items", OpenApiSchemas.arrayOf(Answers.object(), "Day"));
    days.putObject("next").put("format", "date").putArray("type").add("string").add("null");
    day(properties("Day"));
    ObjectNode changes = properties("DayChanges");
    day(changes);
    changes.set("changes", OpenApiSchemas.arrayOf(Answers.object(), "Change"));
    changes.putObject("next").putArray("type").add(INTEGER).add("null");
    ObjectNode sum = properties("DaySum");
    sum.putObject("kind").put("type", "string");
    sum.putObject("entries").put("type", INTEGER);
    sum.putObject("mode").put("type", "string").putArray("enum").add("managed").add("reported");
    sum.putObject("unit").put("type", "string");
    sum.putObject("amount").put("$ref", OpenApiSchemas.ref(OpenApiSchemas.AMOUNT));
  }

  private static void day(ObjectNode day) {
    day.putObject("day").put("type", "string").put("format", "date");
    for (String number : new String[] {"firstLeaf", "size", "entries", "late"}) {
      day.putObject(number).put("type", INTEGER);
    }
    day.set("sums", OpenApiSchemas.arrayOf(Answers.object(), "DaySum"));
  }

  private void addChange() {
    ObjectNode change = properties("Change");
    change.putObject("leafIndex").put("type", INTEGER);
    change.putObject("kind").put("type", "string");
    change.putObject("id").put("type", "string");
    change.putObject("fund").putArray("type").add("string").add("null");
    change.putObject("late").put("type", "boolean");
    change.putObject("happenedOn").put("format", "date").putArray("type").add("string").add("null");
    change.set("parts", OpenApiSchemas.arrayOf(Answers.object(), "ChangedFigure"));
    change.putObject("corrects").put("$ref", OpenApiSchemas.ref("Corrected"));
    ObjectNode part = properties("ChangedFigure");
    ArrayNode measures = part.putObject("measure").put("type", "string").putArray("enum");
    for (Measure measure : Measure.values()) {
      measures.add(CamelCase.of(measure));
    }
    part.putObject("unit").put("type", "string");
    part.putObject("amount").put("$ref", OpenApiSchemas.ref(OpenApiSchemas.AMOUNT));
    ObjectNode corrected = properties("Corrected");
    corrected.putObject("leafIndex").put("type", INTEGER);
    corrected
        .putObject("happenedOn")
        .put("format", "date")
        .putArray("type")
        .add("string")
        .add("null");
    corrected.putObject("recordedOn").put("type", "string").put("format", "date");
  }

  private ObjectNode properties(String name) {
    return schemas.putObject(name).put("type", "object").putObject("properties");
  }
}
