package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.lepta.service.consortium.Others;
import org.lepta.service.consortium.TextFetcher;
import org.lepta.service.explorer.SealGap;
import org.lepta.service.indexing.read.Builds;
import org.lepta.service.indexing.read.LedgerStatus;
import org.lepta.service.indexing.read.LogKeys;
import org.lepta.service.indexing.read.StatusReader;
import org.lepta.service.transparency.log.LogState;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Checkpoint;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
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
  private final Builds builds;
  private final SealGap gap;

  StatusController(
      StatusReader status,
      Answers answers,
      @Value("${lepta.ledger:embedded}") String mode,
      TransparencyLog log,
      Others others,
      TextFetcher texts,
      LogKeys keys,
      Builds builds,
      SealGap gap) {
    this.status = status;
    this.answers = answers;
    this.mode = mode;
    this.log = log;
    this.others = others;
    this.texts = texts;
    this.keys = keys;
    this.builds = builds;
    this.gap = gap;
  }

  @GetMapping(PATH)
  void status(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters.parse(request.getQueryString(), List.of());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    LedgerStatus now = status.read();
    ObjectNode json = Answers.object();
    ObjectNode ledger = json.putObject("ledger");
    ledger
        .put("mode", mode)
        .put("height", now.ledgerHeight())
        .put("indexedHeight", now.height())
        .put("lagSeconds", now.lagSeconds());
    gap.missing()
        .ifPresentOrElse(
            batch -> ledger.put("missingBatch", batch), () -> ledger.putNull("missingBatch"));
    putChaincode(json);
    LogState published = log.state();
    ObjectNode logJson = json.putObject("log");
    put(logJson, now, published);
    logJson.put("keyRecorded", keys.isRecorded(published.vkey()));
    json.putNull("anchor");
    OthersJson.put(json, others, texts);
    json.put("healthy", now.healthy() && published.alarm() == null);
    answers.json(response, json);
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
    Checkpoint published = state.published();
    if (published == null) {
      log.putNull("published");
    } else {
      log.putObject("published").put("size", published.size()).put("root", published.root().hex());
    }
    LogState.Alarm alarm = state.alarm();
    if (alarm == null) {
      log.putNull("alarm");
    } else {
      log.putObject("alarm").put("code", alarm.code().name()).put("detail", alarm.detail());
    }
  }
}
