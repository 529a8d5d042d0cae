package org.lepta.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Static files of the pages. The name of each carries 12 hex digits of the SHA-256 of its content,
 * so a file under a given path never changes and may be cached for ever. Thread-safe.
 */
public final class Assets {
  /** The value of the {@code Cache-Control} header of every asset. */
  public static final String CACHE_CONTROL = "public, max-age=31536000, immutable";

  private static final int NAME_BYTES = 6;
  private static final Asset CSS = load("lepta", "css", "text/css;charset=UTF-8");
  private static final Asset MARK = load("mark", "svg", "image/svg+xml");
  private static final Asset VERIFY_SCRIPT = load("verify", "js", "text/javascript;charset=UTF-8");
  private static final Asset VERIFY_CSS = load("verify", "css", "text/css;charset=UTF-8");
  private static final Asset RECOUNT = load("recount", "js", "text/javascript;charset=UTF-8");
  private static final Map<String, Asset> BY_PATH =
      List.of(CSS, MARK, VERIFY_SCRIPT, VERIFY_CSS, RECOUNT).stream()
          .collect(Collectors.toMap(Asset::path, Function.identity()));

  private Assets() {}

  /** A static file. The bytes are a copy each time. */
  public static final class Asset {
    private final String path;
    private final String mediaType;
    private final byte[] bytes;

    private Asset(String path, String mediaType, byte[] bytes) {
      this.path = path;
      this.mediaType = mediaType;
      this.bytes = bytes;
    }

    /** Path on the server, beginning with {@code /assets/}. */
    public String path() {
      return path;
    }

    public String mediaType() {
      return mediaType;
    }

    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** Path of the style sheet. */
  public static String css() {
    return CSS.path();
  }

  /** Path of the product's mark, also the icon of the site. */
  public static String mark() {
    return MARK.path();
  }

  /** Path of the script that verifies receipts, passports and donors' openings. */
  public static String verifyScript() {
    return VERIFY_SCRIPT.path();
  }

  /** Path of the script that adds up the rows behind a figure. */
  public static String recountScript() {
    return RECOUNT.path();
  }

  /** Path of the styles of what the verifier shows. */
  public static String verifyCss() {
    return VERIFY_CSS.path();
  }

  /** The asset under exactly this path, or empty. */
  public static Optional<Asset> find(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  private static Asset load(String name, String extension, String mediaType) {
    byte[] bytes = read(name + "." + extension);
    String digits = sha256(bytes).substring(0, 2 * NAME_BYTES);
    return new Asset("/assets/" + name + "." + digits + "." + extension, mediaType, bytes);
  }

  /** The bytes of a file beside the assets. */
  static byte[] read(String name) {
    String resource = "assets/" + name;
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("asset is missing: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("asset cannot be read: " + resource, e);
    }
  }

  /** The SHA-256 in hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
