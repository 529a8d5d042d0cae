package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the tests of the documentation look at in one Markdown file.
 *
 * @param path absolute path
 * @param prose lines outside fenced blocks
 * @param code one element per inline code and per line of a fenced block
 */
record MarkdownFile(Path path, List<String> prose, List<String> code) {

  private static final Pattern INLINE_CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");

  /** The project's own files: those of its root and of {@code docs}. */
  static List<MarkdownFile> all(Path root) throws IOException {
    List<MarkdownFile> files = new ArrayList<>();
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      for (Path path : Stream.concat(top, docs).sorted().toList()) {
        if (path.toString().endsWith(".md")) {
          files.add(read(path));
        }
      }
    }
    return files;
  }

  static MarkdownFile read(Path path) throws IOException {
    List<String> prose = new ArrayList<>();
    List<String> code = new ArrayList<>();
    boolean fenced = false;
    for (String line : Files.readAllLines(path)) {
      if (line.strip().startsWith("```")) {
        fenced = !fenced;
      } else if (fenced) {
        code.add(line.strip());
      } else {
        prose.add(line);
        matches(INLINE_CODE, line).forEach(found -> code.add(found.group(1).strip()));
      }
    }
    return new MarkdownFile(path, List.copyOf(prose), List.copyOf(code));
  }

  /** The targets of links and pictures, without those that leave the project. */
  List<String> links() {
    return prose.stream()
        .map(line -> INLINE_CODE.matcher(line).replaceAll(""))
        .flatMap(line -> matches(LINK, line))
        .map(found -> found.group(1))
        .filter(target -> !target.matches("[a-z]+:.*"))
        .toList();
  }

  /** The names by which headings are linked to. */
  List<String> anchors() {
    return prose.stream()
        .flatMap(line -> matches(HEADING, line))
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  private static Stream<MatchResult> matches(Pattern pattern, String line) {
    return pattern.matcher(line).results();
  }
}
