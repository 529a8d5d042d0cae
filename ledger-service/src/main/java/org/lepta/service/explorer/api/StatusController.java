package org.lepta.service.explorer.api;

import static java.time.temporal.ChronoUnit.SECONDS;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.anchoring.Anchors;
import org.lepta.service.consortium.Others;
import org.lepta.service.consortium.TextFetcher;
import org.lepta.service.explorer.OwnWitness;
import org.lepta.service.explorer.SealGap;
import org.lepta.service.indexing.read.Builds;
import org.lepta.service.indexing.read.LedgerStatus;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.indexing.read.LogKeys;
import org.lepta.service.indexing.read.StatusReader;
import org.lepta.service.indexing.read.Texts;
import org.lepta.service.transparency.log.LogState;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Checkpoint;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How far ledger, index and log came. */
@RestController
class StatusController extends ReadController {

  static final String PATH = "/api/v1/status";

  private final StatusReader status;
  private final Answers answers;
  private final String mode;
  private final TransparencyLog log;
  private final Others others;
  private final TextFetcher texts;
  private final LogKeys keys;
  private final OwnWitness witness;
  private final Lineage lineage;
  private final Texts words;
  private final Builds builds;
  private final SealGap gap;
  private final Anchors anchors;

  StatusController(
      StatusReader status,
      Answers answers,
      @Value("${lepta.ledger:embedded}") String mode,
      TransparencyLog log,
      Others others,
      TextFetcher texts,
      LogKeys keys,
      OwnWitness witness,
      Lineage lineage,
      Texts words,
      Builds builds,
      SealGap gap,
      Anchors anchors) {
    this.status = status;
    this.answers = answers;
    this.mode = mode;
    this.log = log;
    this.others = others;
    this.texts = texts;
    this.keys = keys;
    this.witness = witness;
    this.lineage = lineage;
    this.words = words;
    this.builds = builds;
    this.gap = gap;
    this.anchors = anchors;
  }

  @GetMapping(PATH)
  void status(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters.parse(request.getQueryString(), List.of());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    LedgerStatus now = status.read();
    ObjectNode json = Answers.object();
    ObjectNode ledger =
        json.putObject("ledger")
            .put("mode", mode)
            .put("height", now.ledgerHeight())
            .put("indexedHeight", now.height())
            .put("lagSeconds", now.lagSeconds());
    LineageJson.putSuccessor(ledger, lineage, words);
    gap.missing()
        .ifPresentOrElse(
            batch -> ledger.put("missingBatch", batch), () -> ledger.putNull("missingBatch"));
    putChaincode(json);
    LogState published = log.state();
    ObjectNode logJson = json.putObject("log");
    put(logJson, now, published);
    logJson.put("keyRecorded", keys.isRecorded(published.vkey()));
    ArrayNode former = logJson.putArray("formerKeys");
    keys.leadingTo(published.vkey())
        .forEach(change ->
            former.addObject().put("vkey", change.from()).put("replacedAt", change.leaf()));
    json.put("witness", witness.witness().map(own -> own.key().toString()).orElse(null));
    LineageJson.putPrevious(logJson, lineage);
    AnchorJson.put(json, anchors);
    OthersJson.put(json, others, texts);
    json.put("healthy", now.healthy() && published.alarm() == null);
    answers.json(response, json);
  }

  private static void put(ObjectNode log, String name, @Nullable Checkpoint checkpoint) {
    if (checkpoint == null) {
      log.putNull(name);
    } else {
      log.putObject(name).put("size", checkpoint.size()).put("root", checkpoint.root().hex());
    }
  }

  private static void put(ObjectNode json, LogState.WitnessState witness) {
    Instant lastSeen = witness.lastSeen();
    json.put("name", witness.name())
        .put("vkey", witness.vkey())
        .put("size", witness.size())
        .put("cosignedAt", lastSeen == null ? null : lastSeen.truncatedTo(SECONDS).toString())
        .put("trouble", witness.trouble());
  }

  private void putChaincode(ObjectNode json) {
    builds
        .newest()
        .ifPresentOrElse(
            build ->
                json.putObject("chaincode").put("sha256", build.sha256()).put("leaf", build.leaf()),
            () -> json.putNull("chaincode"));
  }

  private static void put(ObjectNode log, LedgerStatus now, LogState state) {
    log.put("origin", state.origin())
        .put("size", now.size())
        .put("root", now.root().hex())
        .put("vkey", state.vkey());
    put(log, "published", state.published());
    put(log, "cosigned", state.cosigned());
    ArrayNode witnesses = log.putArray("witnesses");
    state.witnesses().forEach(witness -> put(witnesses.addObject(), witness));
    LogState.Alarm alarm = state.alarm();
    if (alarm == null) {
      log.putNull("alarm");
    } else {
      log.putObject("alarm").put("code", alarm.code().name()).put("detail", alarm.detail());
    }
  }
}
