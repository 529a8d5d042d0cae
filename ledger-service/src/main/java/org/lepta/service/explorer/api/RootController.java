package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.lepta.service.indexing.read.BlockRoot;
import org.lepta.service.indexing.read.Roots;
import org.lepta.service.kernel.Sha256;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The log after so many blocks, by which services compare what they computed. */
@RestController
class RootController extends ReadController {

  static final String PATH = "/api/v1/roots/{height}";

  private static final Pattern HEIGHT = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Roots roots;
  private final Answers answers;

  RootController(Roots roots, Answers answers) {
    this.roots = roots;
    this.answers = answers;
  }

  @GetMapping(PATH)
  void root(
      @PathVariable("height") String height,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Parameters.parse(request.getQueryString(), List.of());
    if (!HEIGHT.matcher(height).matches()) {
      throw notFound();
    }
    BlockRoot root = roots.at(Long.parseLong(height)).orElseThrow(ReadController::notFound);
    Sha256 header = root.headerHash();
    // It never changes, but an index that computed it wrongly can be built anew.
    response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    answers.json(
        response,
        Answers.object()
            .put("height", root.height())
            .put("size", root.size())
            .put("root", root.root().hex())
            .put("headerHash", header == null ? null : header.hex()));
  }
}
