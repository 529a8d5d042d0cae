package org.lepta.service.explorer.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes queries of addresses. */
final class Query {

  private Query() {}

  /** {@code ?name=value&…} in the order of the map; empty without parameters. */
  static String of(SequencedMap<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream().map(Query::pair).collect(Collectors.joining("&", "?", ""));
  }

  /** That names a fund; empty without one. */
  static String fund(@Nullable String id) {
    return id == null ? "" : "?fund=" + encoded(id);
  }

  /** The same page at that size of the log; null for now. */
  static String asKnown(String page, @Nullable Long at) {
    return at == null ? page : page + (page.indexOf('?') < 0 ? '?' : '&') + "at=" + at;
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String pair(Map.Entry<String, String> parameter) {
    return parameter.getKey() + "=" + encoded(parameter.getValue());
  }
}
