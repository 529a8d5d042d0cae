package org.lepta.service.explorer.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lepta.service.explorer.SiteAddress;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.LedgerStatus;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.indexing.read.StatusReader;
import org.lepta.service.indexing.read.Texts;
import org.lepta.service.transparency.log.LogState;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.ui.text.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads and renders each page from one moment of the index, unless the reader has it already. */
@Component
class PageHandler {

  private final Index index;
  private final StatusReader status;
  private final TransparencyLog log;

  private final Texts texts;
  private final Lineage lineage;
  private final SiteAddress site;

  PageHandler(
      Index index,
      StatusReader status,
      TransparencyLog log,
      Texts texts,
      Lineage lineage,
      SiteAddress site) {
    this.index = index;
    this.status = status;
    this.log = log;
    this.texts = texts;
    this.lineage = lineage;
    this.site = site;
  }

  /**
   * Refuses what is asked for as known then: some pages only show what is known now, and a figure
   * of today must not pass for one of then.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#AT_NOT_OFFERED}
   */
  static void requireNow(HttpServletRequest request) {
    if (request.getParameterMap().containsKey("at")) {
      throw ReadCode.AT_NOT_OFFERED.refusal("Pages show what is known now.");
    }
  }

  ResponseEntity<String> answer(
      HttpServletRequest request, Language language, Function<Standing, String> html) {
    requireNow(request);
    return answerAsKnown(request, language, html);
  }

  /** A page that also shows what was known earlier. */
  ResponseEntity<String> answerAsKnown(
      HttpServletRequest request, Language language, Function<Standing, String> html) {
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    Long at = ListFilters.at(request.getParameterMap());
    return index.snapshot(() -> {
      Standing standing = standing(at);
      return Answers.page(standing, language, known, () -> html.apply(standing));
    });
  }

  /** A page that also shows what is no part of the log: made anew each time. */
  ResponseEntity<String> answerAnew(
      HttpServletRequest request, Language language, Function<Standing, String> html) {
    requireNow(request);
    return index.snapshot(() -> Answers.anew(language, html.apply(standing(null))));
  }

  /** A file that is made like a page: tagged with the state of the log. */
  <T> ResponseEntity<T> file(
      HttpServletRequest request,
      Language language,
      String mediaType,
      Function<Standing, T> content) {
    requireNow(request);
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    return index.snapshot(() -> {
      Standing standing = standing(null);
      return Answers.file(standing, language, mediaType, known, () -> content.apply(standing));
    });
  }

  /** A page of a script of ours that shows a figure as known then: {@code at} is its own. */
  ResponseEntity<String> answerThen(Language language, Function<Standing, String> html) {
    return index.snapshot(() -> Answers.withScript(language, html.apply(standing(null))));
  }

  /** A page with the verifier's script, made anew each time. */
  ResponseEntity<String> answerWithScript(
      HttpServletRequest request, Language language, Function<Standing, String> html) {
    requireNow(request);
    return index.snapshot(() -> Answers.withScript(language, html.apply(standing(null))));
  }

  private Standing standing(@Nullable Long at) {
    if (at != null) {
      index.sizeAt(at);
    }
    long generation = texts.generation();
    LedgerStatus now = status.read();
    LogState published = log.state();
    return new Standing(
        now.size(),
        at,
        now.height(),
        now.lagSeconds(),
        published.publishedSize(),
        published.alarm() == null,
        generation,
        LocalDate.now(ZoneOffset.UTC),
        lineage.successor().map(this::ended).orElse(null),
        site.now());
  }

  private Standing.Ended ended(Lineage.Successor successor) {
    return new Standing.Ended(
        successor.entry().index(), texts.text(successor.entry().entry(), Lineage.LOG).orElse(null));
  }
}
