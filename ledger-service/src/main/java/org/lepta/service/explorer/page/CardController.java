package org.lepta.service.explorer.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Key;
import org.lepta.ui.card.Card;
import org.lepta.ui.card.Cards;
import org.lepta.ui.text.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pictures by which other programs show links to pages. */
@Controller
class CardController {

  private static final String LANGUAGE = "/{language:ru|en}";

  private final PageHandler handler;
  private final CardPages pages;
  private final Cards cards = new Cards();

  CardController(PageHandler handler, Sources sources) {
    this.handler = handler;
    this.pages = new CardPages(sources);
  }

  @GetMapping(LANGUAGE + "/card.png")
  ResponseEntity<byte[]> overview(@PathVariable String language, HttpServletRequest request) {
    return answer(language, request, pages::overview);
  }

  @GetMapping(LANGUAGE + "/funds/{key}/card.png")
  ResponseEntity<byte[]> fund(
      @PathVariable String language, @PathVariable String key, HttpServletRequest request) {
    Key id = PageController.key(key);
    return answer(language, request, (standing, in) -> pages.fund(standing, in, id));
  }

  @GetMapping(LANGUAGE + "/organisations/{key}/card.png")
  ResponseEntity<byte[]> organisation(
      @PathVariable String language, @PathVariable String key, HttpServletRequest request) {
    Key id = PageController.key(key);
    return answer(language, request, (standing, in) -> pages.organisation(standing, in, id));
  }

  @GetMapping(LANGUAGE + "/grants/{key}/card.png")
  ResponseEntity<byte[]> grant(
      @PathVariable String language,
      @PathVariable String key,
      @RequestParam(required = false) @Nullable String fund,
      HttpServletRequest request) {
    Key id = PageController.key(key);
    return answer(language, request, (standing, in) -> pages.grant(standing, in, id, fund));
  }

  @GetMapping(LANGUAGE + "/donations/{key}/card.png")
  ResponseEntity<byte[]> donation(
      @PathVariable String language,
      @PathVariable String key,
      @RequestParam(required = false) @Nullable String fund,
      HttpServletRequest request) {
    Key id = PageController.key(key);
    return answer(language, request, (standing, in) -> pages.donation(standing, in, id, fund));
  }

  @FunctionalInterface
  private interface Maker {
    Card make(Standing standing, Language language);
  }

  /** Drawing waits for other drawings, so it holds no connection to the database. */
  private ResponseEntity<byte[]> answer(String language, HttpServletRequest request, Maker maker) {
    Language in = Language.find(language).orElseThrow();
    ResponseEntity<Card> card =
        handler.file(request, in, Cards.MEDIA_TYPE, standing -> maker.make(standing, in));
    Card drawn = card.getBody();
    return ResponseEntity.status(card.getStatusCode())
        .headers(card.getHeaders())
        .body(drawn == null ? null : cards.png(drawn));
  }
}
