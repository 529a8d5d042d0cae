package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Fund;
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
    Trail trail =
        index.snapshot(() -> {
          Trail found =
              find(id, given.text("fund"), index.sizeAt(at)).orElseThrow(ReadController::notFound);
          requireLens(asked, found);
          return found;
        });
    answers.json(response, TrailJson.of(trail));
  }

  private Optional<Trail> find(String id, @Nullable String fund, long size) {
    if (!Entries.mayBeAnId(id)) {
      return Optional.empty();
    }
    String in =
        fund != null ? fund : entries.find(Kind.DONATION, id).map(EntryRecord::fund).orElse(null);
    return in == null ? Optional.empty() : trails.find(in, id, size);
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

  /**
   * A gift stands either on a line of its own or on its fund's general line, so exactly one rule
   * can trace it so far. The default is the fund's declared rule; an earmark goes before it.
   */
  private void requireLens(@Nullable Lens asked, Trail trail) {
    Trail.Hop gift = trail.hops().getFirst();
    boolean proportional =
        asked == Lens.PROPORTIONAL
            || (asked == null && !gift.earmarked() && declared(gift.fund()) == Lens.PROPORTIONAL);
    if (proportional) {
      throw ReadCode.LENS_NOT_COMPUTED.refusal(
          "The proportional lens is not computed yet; " + available(trail));
    }
    if (asked != null && !asked.word().equals(trail.lens())) {
      throw ReadCode.LENS_UNAVAILABLE.refusal(
          "This donation is "
              + (gift.earmarked() ? "" : "not ")
              + "earmarked; "
              + available(trail));
    }
  }

  private static String available(Trail trail) {
    return "available for this donation: " + trail.lens() + '.';
  }

  private @Nullable Lens declared(String fund) {
    return entries
        .find(Kind.FUND, fund)
        .map(entry -> ((Fund) entry.entry().body()).lens())
        .orElse(null);
  }
}
