package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.lepta.service.indexing.read.Figures;
import org.lepta.service.indexing.read.LedgerFigures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What the whole ledger holds, counted and added up. */
@RestController
class TotalsController extends ReadController {

  static final String PATH = "/api/v1/totals";

  private final Figures figures;
  private final Answers answers;

  TotalsController(Figures figures, Answers answers) {
    this.figures = figures;
    this.answers = answers;
  }

  @GetMapping(PATH)
  void totals(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Long at = Parameters.parse(request.getQueryString(), List.of("at")).number("at");
    if (answers.isKnown(request, response)) {
      return;
    }
    LedgerFigures ledger = figures.ofLedger(at);
    ObjectNode json = Answers.object();
    json.putObject("asOf").put("height", ledger.height()).put("size", ledger.size());
    ObjectNode counts = json.putObject("counts");
    ledger.counts().forEach((kind, count) -> counts.put(kind.plural(), count));
    TotalsJson.put(json.putArray("totals"), ledger.totals().all());
    TotalsJson.put(json.putArray("managed"), ledger.totals().managed());
    TotalsJson.put(json.putArray("reported"), ledger.totals().reported());
    answers.json(response, json);
  }
}
