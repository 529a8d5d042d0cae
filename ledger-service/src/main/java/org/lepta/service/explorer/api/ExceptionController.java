package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.lepta.service.indexing.finding.FindingRule;
import org.lepta.service.indexing.read.FindingReader;
import org.lepta.service.indexing.read.FindingReader.Finding;
import org.lepta.service.indexing.read.Findings;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands out, by rule (docs/reference/exceptions). */
@RestController
class ExceptionController extends ReadController {

  static final String PATH = "/api/v1/exceptions";
  static final String RULE = PATH + "/{rule}";
  static final List<String> PARAMETERS = List.of("at");
  static final List<String> LIST_PARAMETERS = List.of("limit", "after", "at");

  private static final String CONFLICTING = "conflicting";

  private final Index index;
  private final Findings findings;

  ExceptionController(Index index, Findings findings) {
    this.index = index;
    this.findings = findings;
  }

  @GetMapping(PATH)
  void sums(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters given = Parameters.parse(request.getQueryString(), PARAMETERS);
    Long at = given.number("at");
    Answers.anew(response, index.snapshot(() -> sums(findings.of(today(), at))));
  }

  private static ObjectNode sums(FindingReader known) {
    ObjectNode json = Answers.object().put("today", known.day().toString());
    ArrayNode sums = json.putArray("exceptions");
    for (FindingReader.Summed sum : known.sums()) {
      sums.addObject()
          .put("rule", CamelCase.of(sum.rule()))
          .put("mode", sum.managed() ? "managed" : "reported")
          .put("unit", sum.unit())
          .put("amount", TotalsJson.text(sum.amount()))
          .put("cases", sum.entries());
    }
    for (FindingReader.Disputed sum : known.disputed()) {
      sums.addObject()
          .put("rule", CONFLICTING)
          .put("mode", "reported")
          .put("unit", sum.unit())
          .put("amount", TotalsJson.text(sum.amount()))
          .put("cases", sum.payments());
    }
    return json;
  }

  @GetMapping(RULE)
  void cases(
      @PathVariable("rule") String word, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Parameters given = Parameters.parse(request.getQueryString(), LIST_PARAMETERS);
    FindingRule rule = rule(word);
    Long at = given.number("at");
    String after = given.text("after");
    int limit = ListRequest.limit(given);
    Answers.anew(
        response, index.snapshot(() -> cases(findings.of(today(), at).page(rule, after, limit))));
  }

  private static ObjectNode cases(Page<Finding> page) {
    ObjectNode json = Answers.object();
    ArrayNode items = json.putArray("items");
    for (Finding found : page.items()) {
      items
          .addObject()
          .put("leafIndex", found.entry().index())
          .put("kind", found.entry().kind().label())
          .put("id", found.entry().id())
          .put("fund", found.fund())
          .put("unit", found.unit())
          .put("amount", TotalsJson.text(found.amount()))
          .put("since", found.countsAtOnce() ? null : found.since().toString());
    }
    json.put("next", page.next());
    return json;
  }

  private static FindingRule rule(String word) {
    for (FindingRule rule : FindingRule.values()) {
      if (CamelCase.of(rule).equals(word)) {
        return rule;
      }
    }
    throw notFound();
  }

  private static LocalDate today() {
    return LocalDate.now(Clock.systemUTC());
  }
}
