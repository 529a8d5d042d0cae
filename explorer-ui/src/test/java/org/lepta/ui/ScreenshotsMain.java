package org.lepta.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lepta.ui.text.Language;

/**
 * Writes every sample page, in both languages and once with hostile texts, into a folder for
 * looking at them in a browser. Not a test. Argument: the folder; without it a new temporary one.
 */
final class ScreenshotsMain {
  private static final String LONG_ID = "x".repeat(500);

  private ScreenshotsMain() {}

  public static void main(String[] arguments) throws IOException {
    Path folder =
        arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("lepta-pages");
    for (String asset :
        List.of(Assets.css(), Assets.mark(), Assets.verifyCss(), Assets.verifyScript())) {
      Path file = folder.resolve(asset.substring(1));
      Files.createDirectories(file.getParent());
      Files.write(file, Assets.find(asset).orElseThrow().bytes());
    }
    for (Language language : Language.values()) {
      write(folder.resolve(language.code()), new Samples(language, null).all());
      write(folder.resolve(language.code() + "-long"), new Samples(language, LONG_ID).all());
    }
    System.out.println(folder);
  }

  private static void write(Path folder, Map<String, String> pages) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      // Opened from a folder there is no server, so the assets are one level up.
      String html = page.getValue().replace("\"/assets/", "\"../assets/");
      Files.writeString(folder.resolve(page.getKey() + ".html"), html);
    }
  }
}
