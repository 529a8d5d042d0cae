package org.lepta.service.explorer.page;

import jakarta.servlet.http.HttpServletRequest;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.lepta.service.kernel.RefusalException;
import org.lepta.ui.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The one place where what goes wrong under a page becomes a page. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);

  @ExceptionHandler(RefusalException.class)
  ResponseEntity<String> refused(RefusalException e, HttpServletRequest request) {
    String code = e.refusal().code();
    return PageFailure.answer(statusOf(code), code, null, language(request));
  }

  /** The database does not answer, or not in time. */
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<String> unavailable(Exception e, HttpServletRequest request) {
    LOG.error("a page cannot be read", e);
    return PageFailure.answer(503, "UNAVAILABLE", null, language(request));
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<String> other(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse known) {
      int status = known.getStatusCode().value();
      return PageFailure.answer(
          status, status == 404 ? "NOT_FOUND" : "REQUEST_MALFORMED", null, language(request));
    }
    LOG.error("a page failed", e);
    return PageFailure.answer(500, "INTERNAL", null, language(request));
  }

  private static int statusOf(String code) {
    if (code.equals(Key.INVALID)) {
      return 400;
    }
    for (ReadCode known : ReadCode.values()) {
      if (known.name().equals(code)) {
        return known.status();
      }
    }
    return 400;
  }

  private static Language language(HttpServletRequest request) {
    for (Language language : Language.values()) {
      if (request.getRequestURI().startsWith(language.path("/"))) {
        return language;
      }
    }
    return AcceptedLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
