package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.lepta.service.kernel.Refusal;
import org.lepta.service.kernel.RefusalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What all reads share: how what goes wrong is answered. */
abstract class ReadController {

  private static final Logger LOG = LoggerFactory.getLogger(ReadController.class);

  @ExceptionHandler(RefusalException.class)
  void refused(RefusalException e, HttpServletResponse response) throws IOException {
    requireUncommitted(e, response);
    Refusal refusal = e.refusal();
    ReadCode code =
        refusal.code().equals(Key.INVALID)
            ? ReadCode.KEY_INVALID
            : ReadCode.valueOf(refusal.code());
    Answers.problem(response, code.status(), code.name(), refusal.detail());
  }

  @ExceptionHandler({QueryTimeoutException.class, TransientDataAccessException.class})
  void tooSlow(RuntimeException e, HttpServletResponse response) throws IOException {
    requireUncommitted(e, response);
    LOG.warn("a read was cut off: {}", e.getMessage());
    Answers.problem(
        response,
        ReadCode.TOO_SLOW.status(),
        ReadCode.TOO_SLOW.name(),
        "This would take too long; ask for less, or again later.");
  }

  @ExceptionHandler(RuntimeException.class)
  void failed(RuntimeException e, HttpServletResponse response) throws IOException {
    requireUncommitted(e, response);
    LOG.error("a read failed", e);
    Answers.problem(response, 500, "INTERNAL", "Something went wrong here; it is in our log.");
  }

  /** An answer that has begun cannot be turned into a problem: the connection is cut instead. */
  private static void requireUncommitted(RuntimeException e, HttpServletResponse response) {
    if (response.isCommitted()) {
      throw e;
    }
  }

  static RefusalException notFound() {
    return ReadCode.NOT_FOUND.refusal("Nothing is recorded under this address.");
  }
}
