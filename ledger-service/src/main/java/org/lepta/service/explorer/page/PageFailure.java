package org.lepta.service.explorer.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.Pages;
import org.lepta.ui.page.ErrorPage;
import org.lepta.ui.page.PageFrame;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.Links;
import org.springframework.http.ResponseEntity;

/** Makes the pages that say what went wrong. */
final class PageFailure {

  private PageFailure() {}

  /**
   * The answer to a request that cannot be answered.
   *
   * @param status HTTP status, 400 and above
   * @param code stable code
   * @param detail in the language of the page, or null
   */
  static ResponseEntity<String> answer(
      int status, String code, @Nullable String detail, Language language) {
    ErrorPage.Problem problem = ErrorPage.Problem.ofStatus(status);
    Texts texts = Texts.of(language);
    String help = texts.text("help." + problem.key());
    PageFrame frame =
        new PageFrame(language, texts.label(problem), help, "/", "", null, null, null, null, null);
    Links links = Links.of(language);
    ErrorPage page =
        new ErrorPage(
            frame,
            problem,
            code,
            detail,
            null,
            List.of(
                links.overview(),
                links.allFunds(language.path("/funds")),
                links.allGrants(language.path("/grants")),
                links.allEntries(language.path("/entries"))));
    return Answers.error(status, language, Pages.error(page));
  }
}
