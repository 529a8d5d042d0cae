package org.lepta.service.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every write needs a key and a service that may record; reads of the public API and pages need
 * none, and neither does a checkpoint that is shown to the service as a witness: nothing is
 * recorded, and what counts is whose key has signed it.
 */
@Component
class KeyFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";
  private static final String WITNESS = "/witness/add-checkpoint";

  private final ApiKeys keys;
  private final Writing writing;

  KeyFilter(ApiKeys keys, Writing writing) {
    this.keys = keys;
    this.writing = writing;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS" -> true;
      default -> request.getRequestURI().equals(WITNESS);
    };
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isKnown(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", "Bearer");
      Problems.write(response, 401, "KEY_REQUIRED", "This needs the operator's key.");
      return;
    }
    Writing.Closed closed = writing.closed().orElse(null);
    if (closed == null) {
      chain.doFilter(request, response);
    } else {
      Problems.write(response, closed.status(), closed.name(), closed.detail());
    }
  }

  private boolean isKnown(@Nullable String header) {
    return header != null
        && header.startsWith(SCHEME)
        && keys.accepts(header.substring(SCHEME.length()));
  }
}
