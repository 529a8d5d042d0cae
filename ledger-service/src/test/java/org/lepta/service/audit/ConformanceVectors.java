package org.lepta.service.audit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.lepta.service.indexing.read.GrantTotals;
import org.lepta.service.indexing.read.Totals;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What another auditor must find in the conformance log, as JSON. */
final class ConformanceVectors {

  private ConformanceVectors() {}

  static Path folder() {
    return Path.of("..", "docs", "reference", "vectors", "audit");
  }

  static byte[] policy() {
    return ("log " + TestLogs.SIGNER.verifierKey() + "\nquorum none\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The figures of a published log, computed from it. */
  static byte[] expected(Path log, long size) throws IOException, InterruptedException {
    Findings found = new LogReplay().run(FolderLog.in(log), size, done -> {});
    if (!found.differences().isEmpty()) {
      throw new IllegalStateException(found.differences().toString());
    }
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("size", size);
    json.put("root", found.root().hex());
    ObjectNode counts = json.putObject("counts");
    found.figures().counts().forEach((kind, count) -> counts.put(kind.plural(), count));
    put(json.putArray("totals"), found.figures().all().all());
    put(json.putArray("managed"), found.figures().all().managed());
    put(json.putArray("reported"), found.figures().all().reported());
    ObjectNode funds = json.putObject("funds");
    for (String fund : found.figures().funds()) {
      put(funds.putArray(fund), found.figures().fund(fund));
    }
    ArrayNode grant = json.putObject("grants").putArray("a-grant");
    found.figures().grant("a-fund", "a-grant").forEach(line -> put(grant.addObject(), line));
    return (JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ArrayNode list, List<Totals> totals) {
    for (Totals line : totals) {
      ObjectNode json = list.addObject();
      json.put("unit", line.unit());
      ServerFigures.fields(line).forEach((field, sum) -> json.put(field, text(sum)));
    }
  }

  private static void put(ObjectNode json, GrantTotals line) {
    json.put("unit", line.unit());
    ServerFigures.fields(line).forEach((field, sum) -> json.put(field, text(sum)));
  }

  private static String text(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
