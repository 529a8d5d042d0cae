package org.lepta.service.explorer.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.ui.text.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sends addresses without a language to the reader's, with their query. */
@Controller
class LanguageController {

  /** The first segments that are no pages and stay as they are. */
  private static final String PAGE = "{list:(?!(?:api|log|r|assets|ru|en)$).+}";

  @GetMapping({"/", "/" + PAGE, "/" + PAGE + "/{key}"})
  ResponseEntity<Void> choose(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!PagePaths.isPage(path)) {
      throw ReadCode.NOT_FOUND.refusal("There is no such page.");
    }
    Language language = AcceptedLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return redirect(HttpStatus.FOUND, language.path(path) + query(request));
  }

  /** The overview has one address in each language. */
  @GetMapping({"/ru", "/en"})
  ResponseEntity<Void> overview(HttpServletRequest request) {
    return redirect(HttpStatus.MOVED_PERMANENTLY, request.getRequestURI() + "/" + query(request));
  }

  /** Whatever else is asked for in a language does not exist. */
  @GetMapping({"/ru/**", "/en/**"})
  ResponseEntity<Void> unknown() {
    throw ReadCode.NOT_FOUND.refusal("There is no such page.");
  }

  private static ResponseEntity<Void> redirect(HttpStatus status, String target) {
    return ResponseEntity.status(status)
        .location(address(target))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private static URI address(String target) {
    try {
      return URI.create(target);
    } catch (IllegalArgumentException e) {
      throw ReadCode.FILTER_INVALID.refusal("The address is not a valid URI.");
    }
  }

  private static String query(HttpServletRequest request) {
    return request.getQueryString() == null ? "" : "?" + request.getQueryString();
  }
}
