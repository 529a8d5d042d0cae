package org.lepta.service.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Problem details of RFC 9457 with our stable {@code code}. */
final class Problems {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Problems() {}

  static ProblemDetail of(int status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), detail);
    problem.setProperty("code", code);
    return problem;
  }

  /** Answers before any controller does. */
  static void write(HttpServletResponse response, int status, String code, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            JSON.writeValueAsBytes(
                JSON.createObjectNode()
                    .put("status", status)
                    .put("title", HttpStatus.valueOf(status).getReasonPhrase())
                    .put("detail", detail)
                    .put("code", code)));
  }
}
