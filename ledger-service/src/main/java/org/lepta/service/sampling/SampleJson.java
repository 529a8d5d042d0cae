package org.lepta.service.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.lepta.ledger.money.Amount;
import org.lepta.service.transparency.proof.Checkpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A sample as JSON: everything that another person must come to (docs/reference/sample). */
final class SampleJson {

  private static final int VERSION = 1;

  private SampleJson() {}

  static ObjectNode of(Sample sample) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("v", VERSION);
    Plan plan = sample.opening().plan();
    json.put("log", plan.log()).put("fund", plan.fund()).put("unit", plan.unit());
    json.putObject("draw")
        .put("leafIndex", sample.draw())
        .put("commitment", sample.opening().commitment().hex());
    Checkpoint checkpoint = sample.checked().checkpoint();
    json.putObject("checkpoint")
        .put("size", checkpoint.size())
        .put("root", checkpoint.root().hex())
        .put("note", sample.note().hash().hex());
    json.put("seed", sample.seed().hash().hex());
    json.put("interval", amount(sample.selection().interval()));
    json.put("top", amount(sample.selection().top()));
    population(json.putObject("population"), sample.population());
    strata(json.putArray("strata"), sample.selection());
    chosen(json.putArray("selected"), sample.selection());
    return json;
  }

  private static void population(ObjectNode json, Population.Result population) {
    json.put("payments", population.items().size())
        .put("total", amount(population.total()))
        .put("corrected", population.corrected())
        .put("unattributed", amount(population.unattributed()))
        .put("undated", population.undated());
  }

  private static void strata(ArrayNode list, Selection selection) {
    for (Selection.Stratum stratum : selection.strata()) {
      ObjectNode json = list.addObject();
      json.put("name", stratum.name());
      json.put("payments", stratum.items());
      json.put("total", amount(stratum.total()));
      json.put("start", stratum.start() == null ? null : amount(stratum.start()));
      json.put("selected", stratum.selected());
    }
  }

  private static void chosen(ArrayNode list, Selection selection) {
    for (Selection.Chosen chosen : selection.chosen()) {
      ObjectNode json = list.addObject();
      json.put("leafIndex", chosen.item().leaf());
      json.put("kind", chosen.item().kind().label());
      json.put("recorded", amount(chosen.item().recorded()));
      json.put("amount", amount(chosen.item().amount()));
      json.put("stratum", chosen.stratum());
      json.put("hitUnit", chosen.hitUnit() == null ? null : amount(chosen.hitUnit()));
    }
  }

  static String amount(long tenThousandths) {
    return new Amount(tenThousandths).toString();
  }

  /** In whole units with at most four decimals, as amounts are written everywhere. */
  static String amount(BigInteger tenThousandths) {
    BigDecimal value = new BigDecimal(tenThousandths, Amount.SCALE);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  static String text(JsonNode json) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  /** Where two first differ, as a path; empty where they are equal. */
  static String firstDifference(JsonNode made, JsonNode found, String path) {
    if (made.isObject() && found.isObject()) {
      for (var field : made.properties()) {
        String inside = path + '/' + field.getKey();
        String differs = firstDifference(field.getValue(), found.path(field.getKey()), inside);
        if (!differs.isEmpty()) {
          return differs;
        }
      }
      return made.size() == found.size() ? "" : path + " has other fields";
    }
    if (made.isArray() && found.isArray()) {
      for (int i = 0; i < Math.min(made.size(), found.size()); i++) {
        String differs = firstDifference(made.get(i), found.get(i), path + '/' + i);
        if (!differs.isEmpty()) {
          return differs;
        }
      }
      return made.size() == found.size()
          ? ""
          : "%s has %d elements, not %d".formatted(path, found.size(), made.size());
    }
    // Numbers are compared as written: one may have been read from text, the other made here.
    return made.toString().equals(found.toString())
        ? ""
        : "%s is %s, not %s".formatted(path, found.isMissingNode() ? "missing" : found, made);
  }
}
