package org.lepta.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The texts of one language. Texts are plain, never markup: whoever writes them into a page escapes
 * them. Immutable and thread-safe.
 */
public final class Texts {
  private static final Texts RU = new Texts(Language.RU);
  private static final Texts EN = new Texts(Language.EN);

  private final Language language;
  private final Map<String, String> messages;

  private Texts(Language language) {
    this.language = language;
    this.messages = load(language);
  }

  /** The texts of the language; the same object each time. */
  public static Texts of(Language language) {
    return language == Language.RU ? RU : EN;
  }

  public Language language() {
    return language;
  }

  /** Every key of this language. */
  public Set<String> keys() {
    return messages.keySet();
  }

  /**
   * The text under the key.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  public String text(String key) {
    String message = messages.get(key);
    if (message == null) {
      throw new IllegalArgumentException("no text for key " + key + " in " + language.code());
    }
    return message;
  }

  /**
   * The text under the key with {@code {0}}, {@code {1}} … replaced by the arguments. Arguments are
   * inserted as they are: a placeholder inside an argument is not replaced again.
   *
   * @throws IllegalArgumentException if there is no such key or a placeholder has no argument
   */
  public String text(String key, String... arguments) {
    return fill(text(key), arguments);
  }

  /** The label of an enum constant. */
  public String label(Labelled value) {
    return text(value.key());
  }

  /** The forms of a text written as {@code one|few|many|other} (ru) or {@code one|other} (en). */
  public List<String> forms(String key) {
    return List.of(text(key).split("\\|", -1));
  }

  private static String fill(String pattern, String... arguments) {
    StringBuilder out = new StringBuilder(pattern.length() + 32);
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int close = pattern.indexOf('}', open);
      int index = close == open + 2 ? pattern.charAt(open + 1) - '0' : -1;
      if (index < 0 || index >= arguments.length) {
        throw new IllegalArgumentException("no argument for a placeholder of: " + pattern);
      }
      out.append(pattern, from, open).append(arguments[index]);
      from = close + 1;
    }
    return out.append(pattern, from, pattern.length()).toString();
  }

  private static Map<String, String> load(Language language) {
    Properties properties = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(language.code() + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("texts are missing: " + language.code());
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("texts cannot be read: " + language.code(), e);
    }
    Map<String, String> messages = new HashMap<>();
    properties.forEach((key, value) -> messages.put((String) key, (String) value));
    return Map.copyOf(messages);
  }
}
