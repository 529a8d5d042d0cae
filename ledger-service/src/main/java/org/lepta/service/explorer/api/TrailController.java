package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Lens;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.kernel.Key;
import org.lepta.service.trail.Traced;
import org.lepta.service.trail.TrailJson;
import org.lepta.service.trail.Trails;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Where donations went (docs/reference/trails). */
@RestController
class TrailController extends ReadController {

  static final String PATH = "/api/v1/trails/donations/{key}";
  static final List<String> PARAMETERS = List.of("lens", "fund", "at");

  private final Index index;
  private final Entries entries;
  private final Trails trails;
  private final Answers answers;

  TrailController(Index index, Entries entries, Trails trails, Answers answers) {
    this.index = index;
    this.entries = entries;
    this.trails = trails;
    this.answers = answers;
  }

  @GetMapping(PATH)
  void trail(
      @PathVariable("key") String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Parameters given = Parameters.parse(request.getQueryString(), PARAMETERS);
    Lens asked = Trails.lens(given.text("lens"));
    String id = Key.parse(key).id();
    Long at = given.number("at");
    index.sizeAt(at);
    if (answers.isKnown(request, response)) {
      return;
    }
    ObjectNode trail = index.snapshot(() -> trail(id, given.text("fund"), asked, index.sizeAt(at)));
    answers.json(response, trail);
  }

  private ObjectNode trail(String id, @Nullable String in, @Nullable Lens asked, long size) {
    String fund = Entries.mayBeAnId(id) ? fund(id, in) : null;
    if (fund == null) {
      throw notFound();
    }
    Traced traced =
        trails
            .leafOf(fund, id, size)
            .flatMap(leaf -> trails.trace(leaf, fund, size, asked))
            .orElseThrow(ReadController::notFound);
    return TrailJson.of(traced);
  }

  private @Nullable String fund(String id, @Nullable String given) {
    return given != null
        ? given
        : entries.find(Kind.DONATION, id).map(EntryRecord::fund).orElse(null);
  }
}
