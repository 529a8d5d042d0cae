package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.indexing.read.Texts;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.SaltedTextJson;
import org.lepta.service.transparency.TextLookup;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Texts with their salts by their hashes, so that services can take them from each other. */
@RestController
class TextController extends ReadController {

  static final String PATH = "/api/v1/texts/{hash}";

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Texts texts;

  TextController(Texts texts) {
    this.texts = texts;
  }

  @GetMapping(PATH)
  void text(
      @PathVariable("hash") String hash, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Parameters.parse(request.getQueryString(), List.of());
    if (!HASH.matcher(hash).matches()) {
      throw notFound();
    }
    switch (texts.find(Sha256.ofHex(hash))) {
      case TextLookup.Present(var text) -> write(response, SaltedTextJson.write(text));
      case TextLookup.Withdrawn(var on) ->
          throw ReadCode.TEXT_WITHDRAWN.refusal(
              "The text was withdrawn on " + on + "; every proof over its hash holds.");
      case TextLookup.Absent() -> throw notFound();
    }
  }

  /** No cache may keep what can be withdrawn. */
  private static void write(HttpServletResponse response, byte[] text) throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }
}
