package org.lepta.service.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.CanonicalJson;
import org.lepta.ledger.codec.CodecException;
import org.lepta.service.kernel.Refusal;
import org.lepta.service.kernel.RefusalException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON object that a request brings; never more of it than an entry can need. */
final class JsonBody {

  /** An entry has at most 32 KiB; beside it stand its texts, at most 64 of at most 64 KiB. */
  static final int MAX_BYTES = 5 << 20;

  private JsonBody() {}

  /**
   * Reads it.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@code MEDIA_TYPE_NOT_SUPPORTED}, {@code
   *     REQUEST_TOO_LARGE} or {@code REQUEST_MALFORMED}
   */
  static ObjectNode read(HttpServletRequest request) {
    requireJson(request.getContentType());
    try {
      if (CanonicalJson.parse(bytes(request)) instanceof ObjectNode object) {
        return object;
      }
      throw new Refusal("REQUEST_MALFORMED", "The body is not a JSON object.").exception();
    } catch (CodecException e) {
      throw new Refusal("REQUEST_MALFORMED", "The body is not JSON: " + e.getMessage()).exception();
    }
  }

  private static void requireJson(@Nullable String type) {
    try {
      if (type != null
          && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(type))) {
        return;
      }
    } catch (InvalidMediaTypeException e) {
      // Not a media type at all, so not JSON either.
    }
    throw new Refusal("MEDIA_TYPE_NOT_SUPPORTED", "Send JSON, with Content-Type: application/json.")
        .exception();
  }

  private static byte[] bytes(HttpServletRequest request) {
    if (request.getContentLengthLong() > MAX_BYTES) {
      throw tooLarge();
    }
    try {
      byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new RefusalException(
          new Refusal("REQUEST_MALFORMED", "The body ends before it is complete."), e);
    }
  }

  private static RefusalException tooLarge() {
    return new Refusal("REQUEST_TOO_LARGE", "The body has more than " + MAX_BYTES + " bytes.")
        .exception();
  }
}
