package org.lepta.service.explorer.api;

import java.util.List;
import org.lepta.service.indexing.finding.FindingRule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of exceptions and of searches. */
final class OpenApiFindings {

  private final ObjectNode schemas;

  private OpenApiFindings(ObjectNode schemas) {
    this.schemas = schemas;
  }

  static void add(ObjectNode schemas) {
    OpenApiFindings findings = new OpenApiFindings(schemas);
    findings.addSums();
    findings.addCases();
    findings.addHits();
  }

  private void addSums() {
    ObjectNode sums = properties("Exceptions");
    sums.putObject("today").put("type", "string").put("format", "date");
    sums.set("exceptions", OpenApiSchemas.arrayOf(Answers.object(), "Exception"));
    ObjectNode sum = properties("Exception");
    ArrayNode rules = sum.putObject("rule").put("type", "string").putArray("enum");
    for (FindingRule rule : FindingRule.values()) {
      rules.add(CamelCase.of(rule));
    }
    rules.add("conflicting");
    sum.putObject("mode").put("type", "string").putArray("enum").add("managed").add("reported");
    sum.putObject("unit").put("type", "string");
    sum.putObject("amount").put("$ref", OpenApiSchemas.ref(OpenApiSchemas.AMOUNT));
    sum.putObject("cases").put("type", "integer");
  }

  private void addCases() {
    ObjectNode cases = properties("Cases");
    cases.set("items", OpenApiSchemas.arrayOf(Answers.object(), "Case"));
    cases.putObject("next").putArray("type").add("string").add("null");
    ObjectNode one = properties("Case");
    entry(one);
    one.putObject("fund").put("type", "string");
    one.putObject("unit").put("type", "string");
    one.putObject("amount").put("$ref", OpenApiSchemas.ref(OpenApiSchemas.AMOUNT));
    one.putObject("since").put("format", "date").putArray("type").add("string").add("null");
  }

  private void addHits() {
    ObjectNode hits = properties("Hits");
    hits.putObject("q").put("type", "string");
    hits.putObject("allTitles").put("type", "boolean");
    for (String name : List.of("exact", "titles", "amounts", "days", "begins")) {
      hits.set(name, OpenApiSchemas.arrayOf(Answers.object(), "Hit"));
    }
    for (String name : List.of("organisations", "funds")) {
      hits.set(name, OpenApiSchemas.arrayOf(Answers.object(), "NamedHit"));
    }
    entry(properties("Hit"));
    ObjectNode named = properties("NamedHit");
    named.putObject("id").put("type", "string");
    named.putObject("name").putArray("type").add("string").add("null");
  }

  private static void entry(ObjectNode node) {
    node.putObject("leafIndex").put("type", "integer");
    node.putObject("kind").put("type", "string");
    node.putObject("id").put("type", "string");
  }

  private ObjectNode properties(String name) {
    return schemas.putObject(name).put("type", "object").putObject("properties");
  }
}
