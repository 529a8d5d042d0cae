package org.lepta.service.network;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with {@code ${name}} and with blocks between the lines {@code # for each x} and {@code #
 * end}, which are repeated for each of the named rows. Blocks do not nest.
 */
final class Template {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^ *# for each (\\w+)\\n(.*?)^ *# end\\n");
  private static final Pattern VALUE = Pattern.compile("\\$\\{(\\w+)}");

  private Template() {}

  /**
   * Fills the text.
   *
   * @throws IllegalArgumentException if it names rows or a value that are not given
   */
  static String fill(
      String text, Map<String, List<Map<String, String>>> rows, Map<String, String> values) {
    String repeated =
        BLOCK
            .matcher(text)
            .replaceAll(block ->
                Matcher.quoteReplacement(repeat(block.group(2), rows.get(block.group(1)))));
    return fill(repeated, values);
  }

  private static String repeat(String block, @Nullable List<Map<String, String>> rows) {
    if (rows == null) {
      throw new IllegalArgumentException("no such rows for: " + block);
    }
    StringBuilder all = new StringBuilder();
    rows.forEach(row -> all.append(fill(block, row)));
    return all.toString();
  }

  private static String fill(String text, Map<String, String> values) {
    return VALUE
        .matcher(text)
        .replaceAll(name -> {
          String value = values.get(name.group(1));
          if (value == null) {
            throw new IllegalArgumentException("no value for " + name.group());
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
