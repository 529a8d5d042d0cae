package org.lepta.service.explorer.page;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.Pages;
import org.lepta.ui.text.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Pages as answers, with the headers that every page has. */
final class Answers {

  private Answers() {}

  /**
   * The page, or 304 if the reader has it already; then it is not made.
   *
   * @param known the header {@code If-None-Match}
   */
  static ResponseEntity<String> page(
      Standing standing, Language language, @Nullable String known, Supplier<String> html) {
    return file(standing, language, Pages.MEDIA_TYPE, known, html);
  }

  /** The same of any type. */
  static <T> ResponseEntity<T> file(
      Standing standing,
      Language language,
      String mediaType,
      @Nullable String known,
      Supplier<T> body) {
    String tag = eTag(standing, language);
    HttpHeaders headers = headers(language);
    headers.setETag(tag);
    headers.setCacheControl("no-cache");
    headers.set(HttpHeaders.CONTENT_TYPE, mediaType);
    return isKnown(known, tag)
        ? new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED)
        : new ResponseEntity<>(body.get(), headers, HttpStatus.OK);
  }

  /** A page without a tag. */
  static ResponseEntity<String> anew(Language language, String html) {
    HttpHeaders headers = headers(language);
    headers.setCacheControl("no-cache");
    return new ResponseEntity<>(html, headers, HttpStatus.OK);
  }

  /** A page without a tag that may run the verifier's script. */
  static ResponseEntity<String> withScript(Language language, String html) {
    HttpHeaders headers = headers(language);
    headers.set("Content-Security-Policy", Pages.CONTENT_SECURITY_POLICY_WITH_SCRIPT);
    headers.setCacheControl("no-cache");
    return new ResponseEntity<>(html, headers, HttpStatus.OK);
  }

  /** A page that says what went wrong; never cached. */
  static ResponseEntity<String> error(int status, Language language, String html) {
    HttpHeaders headers = headers(language);
    headers.setCacheControl("no-store");
    return new ResponseEntity<>(html, headers, HttpStatus.valueOf(status));
  }

  /** Weak, because compression changes the bytes and not the page. */
  private static String eTag(Standing standing, Language language) {
    return "W/\"%d-%d-%d-%d%s-%d-%s-%s-%s\""
        .formatted(
            standing.size(),
            standing.height(),
            standing.lagSeconds(),
            standing.publishedSize(),
            standing.signing() ? "" : "!",
            standing.texts(),
            standing.today(),
            language.code(),
            Release.tag());
  }

  private static boolean isKnown(@Nullable String known, String tag) {
    return known != null
        && Arrays.stream(known.split(",")).map(String::strip).anyMatch(tag::equals);
  }

  private static HttpHeaders headers(Language language) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CONTENT_TYPE, Pages.MEDIA_TYPE);
    headers.set(HttpHeaders.CONTENT_LANGUAGE, language.code());
    headers.set("Content-Security-Policy", Pages.CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
    return headers;
  }
}
