package org.lepta.service.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.ledger.recording.RecordingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * The one place where what goes wrong becomes an answer of the API, also before any controller was
 * chosen. What goes wrong under a page is answered by a page first.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(RefusalException.class)
  ResponseEntity<ProblemDetail> refused(RefusalException e) {
    String code = e.refusal().code();
    return answer(statusOf(code), code, e.refusal().detail());
  }

  private static int statusOf(String code) {
    return switch (code) {
      case "NOT_FOUND", "invalid-key" -> 404;
      case "REQUEST_MALFORMED", "ID_MISSING" -> 400;
      case "EXISTS_WITH_OTHER_CONTENT" -> 409;
      case "REQUEST_TOO_LARGE" -> 413;
      case "MEDIA_TYPE_NOT_SUPPORTED" -> 415;
      default -> 422;
    };
  }

  /** Nothing is known to be wrong with the request; what is known of its fate is said. */
  @ExceptionHandler(RecordingException.class)
  ResponseEntity<ProblemDetail> trouble(RecordingException e) {
    LOG.warn("recording: {}", e.getMessage());
    return e.isOutcomeUnknown()
        ? answer(503, "OUTCOME_UNKNOWN", "It may have been recorded; sending it again is safe.")
        : answer(503, "NOT_RECORDED", "It was not recorded; please send it again.");
  }

  /** No form data where a file is expected, or form data that cannot be read to their end. */
  @ExceptionHandler(MultipartException.class)
  ResponseEntity<ProblemDetail> form(MultipartException e, HttpServletRequest request) {
    if (e instanceof MaxUploadSizeExceededException) {
      return answer(413, "REQUEST_TOO_LARGE", "The upload is larger than this server takes.");
    }
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
        ? answer(400, "REQUEST_MALFORMED", "The form data cannot be read to their end.")
        : answer(
            415,
            "MEDIA_TYPE_NOT_SUPPORTED",
            "Send the file as part \"file\" of multipart/form-data.");
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> other(Exception e) {
    if (e instanceof ErrorResponse known) {
      return answer(
          known.getStatusCode().value(),
          codeOf(known.getStatusCode()),
          "The request cannot be answered as it is.");
    }
    LOG.error("a request failed", e);
    return answer(500, "INTERNAL", "Something went wrong here; it is in our log.");
  }

  private static String codeOf(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> "NOT_FOUND";
      case 405 -> "METHOD_NOT_ALLOWED";
      case 406, 415 -> "MEDIA_TYPE_NOT_SUPPORTED";
      case 413 -> "REQUEST_TOO_LARGE";
      default -> "REQUEST_MALFORMED";
    };
  }

  private static ResponseEntity<ProblemDetail> answer(int status, String code, String detail) {
    return ResponseEntity.status(status).body(Problems.of(status, code, detail));
  }
}
