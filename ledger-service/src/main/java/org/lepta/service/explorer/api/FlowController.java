package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.Scope;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.FlowReader;
import org.lepta.service.indexing.read.Flows;
import org.lepta.service.indexing.read.Index;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the money of a fund, an organisation or the ledger came from and what became of it. */
@RestController
class FlowController extends ReadController {

  static final String PATH = "/api/v1/flows";
  static final List<String> PARAMETERS = List.of("fund", "organisation", "unit", "at");

  private final Index index;
  private final Entries entries;
  private final Flows flows;
  private final Answers answers;

  FlowController(Index index, Entries entries, Flows flows, Answers answers) {
    this.index = index;
    this.entries = entries;
    this.flows = flows;
    this.answers = answers;
  }

  @GetMapping(PATH)
  void flows(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters given = Parameters.parse(request.getQueryString(), PARAMETERS);
    Scope scope = scope(given.text("fund"), given.text("organisation"));
    String unit = given.unit("unit");
    Long at = given.number("at");
    index.sizeAt(at);
    if (answers.isKnown(request, response)) {
      return;
    }
    answers.json(response, index.snapshot(() -> json(scope, unit, at)));
  }

  private static Scope scope(@Nullable String fund, @Nullable String organisation) {
    if (fund != null && organisation != null) {
      throw Parameters.invalid("organisation", "cannot be given beside fund");
    }
    if (fund != null) {
      return Scope.fund(fund);
    }
    return organisation == null ? Scope.LEDGER : Scope.owner(organisation);
  }

  private ObjectNode json(Scope scope, @Nullable String unit, @Nullable Long at) {
    require(scope, index.sizeAt(at));
    FlowReader known = flows.of(scope, at);
    ObjectNode json = Answers.object();
    json.putObject("asOf").put("size", index.sizeAt(at));
    ArrayNode pictures = json.putArray("flows");
    for (Pot pot : known.pots(scope)) {
      if (unit == null || unit.equals(pot.unit())) {
        FlowJson.put(pictures.addObject(), known.graph(pot));
      }
    }
    return json;
  }

  private void require(Scope scope, long size) {
    Kind kind =
        switch (scope.kind()) {
          case FUND -> Kind.FUND;
          case OWNER -> Kind.ORGANISATION;
          case LEDGER -> null;
        };
    boolean known =
        kind == null
            || (Entries.mayBeAnId(scope.id())
                && entries.find(kind, scope.id()).filter(e -> e.index() < size).isPresent());
    if (!known) {
      throw notFound();
    }
  }
}
