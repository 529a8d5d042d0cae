package org.lepta.service.explorer.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.ui.text.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What changed, day by day: the list, a day, and a feed of the newest days. */
@Controller
class ChangesController {

  private static final String PATH = "/{language:ru|en}/" + PagePaths.CHANGES;

  private final PageHandler handler;
  private final ChangesPages pages;
  private final FeedPages feeds;

  ChangesController(PageHandler handler, Sources sources) {
    this.handler = handler;
    this.pages = new ChangesPages(sources);
    this.feeds = new FeedPages(sources);
  }

  @GetMapping(PATH)
  ResponseEntity<String> changes(@PathVariable String language, HttpServletRequest request) {
    Language in = Language.find(language).orElseThrow();
    String before = ListFilters.single(request.getParameterMap(), "before");
    LocalDate end = before == null ? null : date(before);
    return handler.answer(request, in, standing -> pages.html(standing, in, end));
  }

  @GetMapping(PATH + "/{day:[0-9]{4}-[0-9]{2}-[0-9]{2}}")
  ResponseEntity<String> day(
      @PathVariable String language, @PathVariable String day, HttpServletRequest request) {
    Language in = Language.find(language).orElseThrow();
    LocalDate date = date(day);
    Long from = leaf(ListFilters.single(request.getParameterMap(), "from"));
    return handler.answer(request, in, standing -> pages.day(standing, in, date, from));
  }

  @GetMapping(PATH + "/feed.atom")
  ResponseEntity<byte[]> feed(@PathVariable String language, HttpServletRequest request) {
    Language in = Language.find(language).orElseThrow();
    return handler.file(
        request,
        in,
        FeedPages.MEDIA_TYPE,
        standing -> feeds.ofDays(in).getBytes(StandardCharsets.UTF_8));
  }

  private static LocalDate date(String text) {
    try {
      if (text.matches("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      throw ReadCode.FILTER_INVALID.refusal("That is no day of the calendar.");
    }
    throw ReadCode.FILTER_INVALID.refusal("A day is written such as 2026-03-01.");
  }

  private static @Nullable Long leaf(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw ReadCode.FILTER_INVALID.refusal("from is a leaf index.");
    }
    return Long.valueOf(text);
  }
}
