package org.lepta.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Static files of the pages. The name of each, or that of the folder in which scripts fetch each
 * other, carries 12 hex digits of the SHA-256 of all that is in it, so a file under a given path
 * never changes and may be cached for ever. Thread-safe.
 */
public final class Assets {
  /** The value of the {@code Cache-Control} header of every asset. */
  public static final String CACHE_CONTROL = "public, max-age=31536000, immutable";

  private static final int NAME_BYTES = 6;
  private static final String SCRIPT = "text/javascript;charset=UTF-8";
  private static final Asset CSS = load("lepta", "css", "text/css;charset=UTF-8");
  private static final Asset MARK = load("mark", "svg", "image/svg+xml");
  private static final Asset VERIFY_CSS = load("verify", "css", "text/css;charset=UTF-8");
  private static final Asset RECOUNT = load("recount", "js", SCRIPT);
  private static final Asset DONOR = load("donor", "js", SCRIPT);
  private static final List<Asset> VERIFIER =
      loadTogether(
          "verify",
          "verify.js",
          "on-server.js",
          "ed25519.js",
          "passports.js",
          "texts-en.js",
          "texts-ru.js");
  private static final Map<String, Asset> BY_PATH =
      Stream.concat(Stream.of(CSS, MARK, VERIFY_CSS, RECOUNT, DONOR), VERIFIER.stream())
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

  /** Path of the module that verifies receipts and passports; it fetches others beside it. */
  public static String verifyScript() {
    return VERIFIER.getFirst().path();
  }

  /** Path of the script that opens a donor's link. */
  public static String donorScript() {
    return DONOR.path();
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
    return new Asset("/assets/" + name + "." + digits(bytes) + "." + extension, mediaType, bytes);
  }

  /** Scripts of one folder, which name each other without hashes. */
  private static List<Asset> loadTogether(String folder, String... names) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : names) {
      byte[] bytes = read(folder + "/" + name);
      files.put(name, bytes);
      all.writeBytes(bytes);
    }
    String path = "/assets/" + folder + "." + digits(all.toByteArray()) + "/";
    return files.entrySet().stream()
        .map(file -> new Asset(path + file.getKey(), SCRIPT, file.getValue()))
        .toList();
  }

  private static String digits(byte[] bytes) {
    return sha256(bytes).substring(0, 2 * NAME_BYTES);
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
