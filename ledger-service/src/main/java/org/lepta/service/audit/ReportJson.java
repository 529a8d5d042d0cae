package org.lepta.service.audit;

import java.util.List;
import org.lepta.service.transparency.proof.BelievedCheckpoint;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.RecordedKeys;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON (docs/reference/audit). */
public final class ReportJson {

  private ReportJson() {}

  /** The report, indented. */
  public static String of(Report report) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode json = mapper.createObjectNode();
    json.put("outcome", report.outcome().name());
    json.put("at", report.at().toString());
    ArrayNode notices = json.putArray("notices");
    report.notices().forEach(notices::add);
    ArrayNode logs = json.putArray("logs");
    report.logs().forEach(log -> put(logs.addObject(), log));
    put(json.putArray("between"), report.differences());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  private static void put(ObjectNode json, Report.OfLog log) {
    json.put("name", log.name());
    BelievedCheckpoint checked = log.checkpoint();
    if (checked != null) {
      Checkpoint checkpoint = checked.checkpoint();
      json.putObject("checkpoint")
          .put("origin", checkpoint.origin())
          .put("size", checkpoint.size())
          .put("root", checkpoint.root().hex())
          .put("key", checked.log().toString())
          .put("witnesses", checked.witnesses().size());
    }
    if (log.unchecked() != null) {
      json.put("unchecked", log.unchecked());
    }
    put(json.putArray("differences"), log.differences());
    ArrayNode changes = json.putArray("keyChanges");
    log.keyChanges().forEach(change -> put(changes.addObject(), change));
    json.put("decisionsReplayed", log.replayed());
    ObjectNode attested = json.putObject("attestations");
    attested.put("ofThisLog", log.attested().ofThisLog());
    ArrayNode others = attested.putArray("contradicting");
    log.attested().contradicting().forEach(others::add);
    json.put("transactionsWithoutLeaf", log.missing());
    json.put("leavesOfVersion1", log.firstVersion());
    json.put("figuresCompared", log.figures());
    json.put("milliseconds", log.duration().toMillis());
    json.putObject("memory")
        .put("recordedBytes", log.recordedBytes())
        .put("stateKeys", log.stateKeys());
  }

  private static void put(ObjectNode json, RecordedKeys.Change change) {
    json.put("leaf", change.leaf()).put("entry", change.entry());
    json.put("from", change.from()).put("to", change.to());
  }

  private static void put(ArrayNode list, List<Difference> differences) {
    for (Difference difference : differences) {
      ObjectNode json = list.addObject();
      json.put("check", difference.check().name());
      if (difference.leaf() != Difference.NO_LEAF) {
        json.put("leaf", difference.leaf());
      }
      if (difference.rule() != null) {
        json.put("rule", difference.rule().name());
      }
      json.put("detail", difference.detail());
    }
  }
}
