package org.lepta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lepta.service.testing.SharedFiles;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the documentation names must exist, and what commands offer must be documented. */
class DocumentationTest {

  private static final Path ROOT = SharedFiles.projectRoot();
  private static List<MarkdownFile> files = List.of();

  @BeforeAll
  static void readAll() throws IOException {
    files = MarkdownFile.all(ROOT);
  }

  @Nested
  class Links {

    @Test
    void leadToFilesOfTheProject() {
      List<String> broken =
          broken(file -> file.links().stream().filter(link -> !leads(file, link)));

      assertThat(files).hasSizeGreaterThan(9);
      assertThat(broken).isEmpty();
    }

    @Test
    void leadToHeadingsThatAreThere() {
      List<String> broken =
          broken(file ->
              file.links().stream()
                  .filter(link -> link.matches("([^#]+\\.md)?#.+"))
                  .filter(link -> !isHeading(file, link)));

      assertThat(broken).isEmpty();
    }

    private boolean leads(MarkdownFile file, String link) {
      return Files.exists(file.path().resolveSibling(link.replaceFirst("#.*", "")));
    }

    private boolean isHeading(MarkdownFile file, String link) {
      String name = link.substring(0, link.indexOf('#'));
      Path target = name.isEmpty() ? file.path() : file.path().resolveSibling(name).normalize();
      return files.stream()
          .filter(candidate -> candidate.path().equals(target))
          .anyMatch(found -> found.anchors().contains(link.substring(link.indexOf('#') + 1)));
    }
  }

  @Nested
  class Names {

    @Test
    void ofPathsAreThoseOfFilesAndFolders() {
      List<String> broken =
          broken(file ->
              words(file)
                  .filter(word -> word.matches("(chaincode|docs|scripts|[a-z]+-[a-z]+)/[\\w./-]+"))
                  .filter(word -> Files.exists(ROOT.resolve(word.replaceFirst("/.*", ""))))
                  .filter(word -> !word.contains("/target/"))
                  .filter(word -> !Files.exists(ROOT.resolve(word)))
                  .filter(word -> !Files.exists(ROOT.resolve(word + ".md"))));

      assertThat(broken).isEmpty();
    }

    @Test
    void ofClassesAreThoseOfSources() throws IOException {
      Set<String> classes = classes();

      List<String> broken =
          broken(file ->
              words(file)
                  .filter(word -> word.matches("([A-Z][a-z0-9]+){2,}(\\.[a-z]\\w*)?"))
                  .filter(word -> !classes.contains(word.replaceFirst("\\..*", ""))));

      assertThat(broken).isEmpty();
    }

    private Set<String> classes() throws IOException {
      try (Stream<Path> all = Files.walk(ROOT)) {
        return all.map(path -> path.getFileName().toString())
            .filter(name -> name.endsWith(".java"))
            .map(name -> name.substring(0, name.length() - ".java".length()))
            .collect(Collectors.toSet());
      }
    }
  }

  @Nested
  class Commands {

    private final Map<String, CommandLine> commands = Lepta.commandLine().getSubcommands();

    @Test
    void thatAreNamedAreThereWithTheirOptions() {
      List<String> broken =
          broken(file ->
              file.code().stream()
                  .filter(code -> code.matches("scripts/lepta [a-z].*"))
                  .filter(code -> !isCommand(code.split("\\s+"))));

      assertThat(broken).isEmpty();
    }

    @Test
    void areDocumentedWithAllTheirOptions() throws IOException {
      List<String> documented =
          MarkdownFile.read(ROOT.resolve("docs/reference/configuration.md")).code();

      List<String> missing =
          commands.values().stream()
              .flatMap(DocumentationTest::withSubcommands)
              .flatMap(command -> command.getCommandSpec().options().stream())
              .map(OptionSpec::longestName)
              .filter(name -> !name.matches("--(help|version)"))
              .filter(name -> documented.stream().noneMatch(code -> mentions(code, name)))
              .toList();

      assertThat(commands).containsKeys("serve", "import", "fsck");
      assertThat(missing).isEmpty();
    }

    private boolean isCommand(String[] words) {
      CommandLine found = commands.get(words[1]);
      for (int i = 2; found != null && i < words.length; i++) {
        if (found.getSubcommands().isEmpty() || words[i].startsWith("-")) {
          break;
        }
        found = found.getSubcommands().get(words[i]);
      }
      CommandLine command = found;
      return command != null
          && Arrays.stream(words)
              .filter(word -> word.startsWith("--"))
              .allMatch(word -> command.getCommandSpec().findOption(word) != null);
    }

    private boolean mentions(String code, String name) {
      return code.equals(name) || code.startsWith(name + " ");
    }
  }

  private static Stream<CommandLine> withSubcommands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(DocumentationTest::withSubcommands));
  }

  private interface Finder {
    Stream<String> faults(MarkdownFile file);
  }

  private static List<String> broken(Finder finder) {
    return files.stream()
        .flatMap(
            file -> finder.faults(file).map(fault -> ROOT.relativize(file.path()) + ": " + fault))
        .toList();
  }

  private static Stream<String> words(MarkdownFile file) {
    return file.code().stream().flatMap(code -> Arrays.stream(code.split("\\s+")));
  }
}
