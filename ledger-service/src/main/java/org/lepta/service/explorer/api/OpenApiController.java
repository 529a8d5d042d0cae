package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The description of the read API. */
@RestController
class OpenApiController extends ReadController {

  private final ObjectNode document = OpenApiDocument.make();
  private final Answers answers;

  OpenApiController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping(OpenApiDocument.PATH)
  void openApi(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters.parse(request.getQueryString(), List.of());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    answers.json(response, document);
  }
}
