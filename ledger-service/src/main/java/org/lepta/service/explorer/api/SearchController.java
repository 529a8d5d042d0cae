package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Finder;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Register;
import org.lepta.service.indexing.read.SearchHits;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a reader has in hand. */
@RestController
class SearchController extends ReadController {

  static final String PATH = "/api/v1/search";

  private final Index index;
  private final Finder finder;
  private final Register register;
  private final Answers answers;

  SearchController(Index index, Finder finder, Register register, Answers answers) {
    this.index = index;
    this.finder = finder;
    this.register = register;
    this.answers = answers;
  }

  @GetMapping(PATH)
  void search(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String q = Parameters.parse(request.getQueryString(), List.of("q")).text("q");
    if (q == null) {
      throw Parameters.invalid("q", "says what to look for");
    }
    if (!answers.isKnown(request, response)) {
      answers.json(response, index.snapshot(() -> json(q)));
    }
  }

  private ObjectNode json(String q) {
    SearchHits hits = finder.find(q);
    ObjectNode json = Answers.object().put("q", q);
    put(json.putArray("exact"), hits.exact());
    put(json.putArray("organisations"), Kind.ORGANISATION, hits.organisations());
    put(json.putArray("funds"), Kind.FUND, hits.funds());
    put(json.putArray("titles"), hits.titles());
    json.put("allTitles", hits.allTitles());
    put(json.putArray("amounts"), hits.amounts());
    put(json.putArray("days"), hits.days());
    put(json.putArray("begins"), hits.begins());
    return json;
  }

  private static void put(ArrayNode items, List<EntryRecord> entries) {
    for (EntryRecord entry : entries) {
      items
          .addObject()
          .put("leafIndex", entry.index())
          .put("kind", entry.kind().label())
          .put("id", entry.id());
    }
  }

  private void put(ArrayNode items, Kind kind, List<String> ids) {
    Map<String, String> names = register.names(kind, ids);
    ids.forEach(id -> items.addObject().put("id", id).put("name", names.get(id)));
  }
}
