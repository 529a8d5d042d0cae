package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How reads are answered: tagged with the state of the log, to be asked again before reuse. */
@Component
final class Answers {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Changes when the same log gives other answers. */
  private static final String FORM = "1";

  private final Index index;
  private final Texts texts;

  Answers(Index index, Texts texts) {
    this.index = index;
    this.texts = texts;
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static byte[] bytes(JsonNode body) {
    return JSON.writeValueAsBytes(body);
  }

  /**
   * Whether the reader already holds the answer for this state of the log; then it is told so.
   * Asked before the answer is read, so that the tag is never newer than the answer.
   */
  boolean isKnown(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    long generation = texts.generation();
    String tag =
        index.snapshot(() -> FORM + '.' + index.height() + '.' + index.size() + '.' + generation);
    return new ServletWebRequest(request, response).checkNotModified("W/\"" + tag + '"');
  }

  void json(HttpServletResponse response, JsonNode body) throws IOException {
    write(response, MediaType.APPLICATION_JSON_VALUE, body);
  }

  /** An answer that depends on more than the log, so that it has no tag. */
  static void anew(HttpServletResponse response, JsonNode body) throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    write(response, MediaType.APPLICATION_JSON_VALUE, body);
  }

  /** A problem of RFC 9457; what was written so far is thrown away. */
  static void problem(HttpServletResponse response, int status, String code, String detail)
      throws IOException {
    response.reset();
    response.setStatus(status);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    write(
        response,
        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
        object()
            .put("type", "about:blank")
            .put("title", HttpStatus.valueOf(status).getReasonPhrase())
            .put("status", status)
            .put("detail", detail)
            .put("code", code));
  }

  private static void write(HttpServletResponse response, String type, JsonNode body)
      throws IOException {
    byte[] bytes = bytes(body);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
