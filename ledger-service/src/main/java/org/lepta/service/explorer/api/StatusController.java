package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.lepta.service.indexing.read.LedgerStatus;
import org.lepta.service.indexing.read.StatusReader;
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
  private final String origin;

  StatusController(
      StatusReader status,
      Answers answers,
      @Value("${lepta.ledger:embedded}") String mode,
      @Value("${lepta.log.origin}") String origin) {
    this.status = status;
    this.answers = answers;
    this.mode = mode;
    this.origin = origin;
  }

  @GetMapping(PATH)
  void status(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters.parse(request.getQueryString(), List.of());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    LedgerStatus now = status.read();
    ObjectNode json = Answers.object();
    json.putObject("ledger")
        .put("mode", mode)
        .put("height", now.ledgerHeight())
        .put("indexedHeight", now.height())
        .put("lagSeconds", now.lagSeconds());
    json.putObject("log")
        .put("origin", origin)
        .put("size", now.size())
        .put("root", now.root().hex());
    json.putNull("anchor");
    json.put("healthy", now.healthy());
    answers.json(response, json);
  }
}
