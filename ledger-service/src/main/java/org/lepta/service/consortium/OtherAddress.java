package org.lepta.service.consortium;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where another service answers: scheme, host, port and at most a path, without a slash at the end.
 *
 * @param base of its addresses, such as {@code https://ledger.example.org}
 */
public record OtherAddress(URI base) {

  /** The most that one service may name. */
  public static final int MOST = 32;

  private static final int LONGEST = 200;

  /**
   * Reads the setting {@code lepta.others}.
   *
   * @throws IllegalArgumentException if one is no such address, one is named twice, or there are
   *     more than {@link #MOST}
   */
  public static List<OtherAddress> of(List<String> settings) {
    List<OtherAddress> all =
        settings.stream()
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .map(OtherAddress::of)
            .toList();
    if (all.size() > MOST || all.stream().distinct().count() < all.size()) {
      throw new IllegalArgumentException(
          "lepta.others names at most " + MOST + " services, each once");
    }
    return all;
  }

  static OtherAddress of(String setting) {
    URI uri = parsed(setting);
    boolean plain =
        uri != null
            && setting.length() <= LONGEST
            && List.of("http", "https").contains(lower(uri.getScheme()))
            && uri.getHost() != null
            && uri.getRawUserInfo() == null
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    if (!plain || uri == null) {
      throw new IllegalArgumentException(
          "lepta.others holds addresses such as https://ledger.example.org, not " + setting);
    }
    return new OtherAddress(URI.create(uri.toString().replaceAll("/+$", "")));
  }

  private static @Nullable URI parsed(String setting) {
    try {
      return URI.create(setting);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String lower(@Nullable String scheme) {
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  URI resolve(String path) {
    return URI.create(base + path);
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
