package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Lens;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.lepta.service.trail.Trail;
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
    Lens asked = lens(given.text("lens"));
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
    Lens declared = trails.declared(fund);
    Trail trail =
        trails
            .leafOf(fund, id, size)
            .flatMap(leaf -> trails.find(leaf, size, asked == null ? declared : asked))
            .orElseThrow(ReadController::notFound);
    boolean earmarked = trail.hops().getFirst().earmarked();
    requireLens(asked, earmarked);
    return TrailJson.of(trail, earmarked ? Lens.EARMARKED : declared);
  }

  private @Nullable String fund(String id, @Nullable String given) {
    return given != null
        ? given
        : entries.find(Kind.DONATION, id).map(EntryRecord::fund).orElse(null);
  }

  private static @Nullable Lens lens(@Nullable String word) {
    if (word == null) {
      return null;
    }
    for (Lens lens : Lens.values()) {
      if (lens.word().equals(word)) {
        return lens;
      }
    }
    String known = Arrays.stream(Lens.values()).map(Lens::word).collect(Collectors.joining(", "));
    throw ReadCode.LENS_INVALID.refusal("lens is one of " + known + '.');
  }

  /** An earmarked gift has a line of its own under every lens; any other one stands on none. */
  private static void requireLens(@Nullable Lens asked, boolean earmarked) {
    if (asked != null && earmarked != (asked == Lens.EARMARKED)) {
      throw ReadCode.LENS_UNAVAILABLE.refusal(
          earmarked
              ? "This donation is earmarked; available for it: earmarked."
              : "This donation is not earmarked; available for it: first-in-first-out,"
                  + " proportional.");
    }
  }
}
