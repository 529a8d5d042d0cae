package org.lepta.service.explorer.api;

import java.util.Locale;

/** Names of constants as the API writes all names: {@code OVER_AWARD} is {@code overAward}. */
final class CamelCase {

  private CamelCase() {}

  static String of(Enum<?> constant) {
    StringBuilder word = new StringBuilder();
    for (String part : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      word.append(
          word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return word.toString();
  }
}
