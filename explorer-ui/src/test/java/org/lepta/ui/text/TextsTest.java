package org.lepta.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lepta.ui.page.ErrorPage;
import org.lepta.ui.view.Absence;
import org.lepta.ui.view.Agreement;
import org.lepta.ui.view.EntryFlag;
import org.lepta.ui.view.EntryKind;
import org.lepta.ui.view.EvidenceStep;
import org.lepta.ui.view.ExceptionRule;
import org.lepta.ui.view.FieldName;
import org.lepta.ui.view.FigureName;
import org.lepta.ui.view.FlowRole;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.GiftDays;
import org.lepta.ui.view.Lens;
import org.lepta.ui.view.LifeState;
import org.lepta.ui.view.MatchState;
import org.lepta.ui.view.OtherSide;
import org.lepta.ui.view.Ranking;
import org.lepta.ui.view.Reconciliation;
import org.lepta.ui.view.Restriction;
import org.lepta.ui.view.Role;
import org.lepta.ui.view.Section;
import org.lepta.ui.view.Sentences;
import org.lepta.ui.view.SpendClass;
import org.lepta.ui.view.Term;
import org.lepta.ui.view.Tone;
import org.lepta.ui.view.TrailAction;
import org.lepta.ui.view.TrancheState;

class TextsTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern QUOTED = Pattern.compile("\"([a-z][A-Za-z0-9.]*)\"");

  @Nested
  class Keys {

    @Test
    void areTheSameInBothLanguages() {
      assertThat(Texts.of(Language.RU).keys())
          .containsExactlyInAnyOrderElementsOf(Texts.of(Language.EN).keys());
    }

    @Test
    void areAllUsed() {
      Set<String> unused = new TreeSet<>(Texts.of(Language.RU).keys());

      unused.removeAll(used());

      assertThat(unused).isEmpty();
    }

    @Test
    void ofEveryLabelExist() {
      Set<String> missing = new TreeSet<>(labels());

      missing.removeAll(Texts.of(Language.RU).keys());

      assertThat(missing).isEmpty();
    }

    @Test
    void ofOtherNamesAreAnError() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Texts.of(Language.EN).text("no.such.key"));
    }
  }

  @Nested
  class Values {

    @Test
    void haveThePlaceholdersOfTheOtherLanguage() {
      Texts ru = Texts.of(Language.RU);
      Texts en = Texts.of(Language.EN);

      for (String key : ru.keys()) {
        assertThat(placeholders(ru.text(key))).as(key).isEqualTo(placeholders(en.text(key)));
        assertThat(ru.text(key)).as(key).isNotBlank();
        assertThat(en.text(key)).as(key).isNotBlank();
      }
    }

    @Test
    void ofCountsHaveAllFormsOfTheLanguage() {
      for (String key : Texts.of(Language.RU).keys()) {
        if (key.startsWith("count.")) {
          assertThat(Texts.of(Language.RU).forms(key)).as(key).hasSize(4);
          assertThat(Texts.of(Language.EN).forms(key)).as(key).hasSize(2);
        }
      }
    }

    @Test
    void insertArgumentsAsTheyAre() {
      assertThat(Texts.of(Language.EN).text("life.waiting", "{0} $1 \\"))
          .isEqualTo("waiting for {0} $1 \\");
    }

    @Test
    void withoutAnArgumentForAPlaceholderAreAnError() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Texts.of(Language.EN).text("trail.paid", "one"));
    }
  }

  @Nested
  class Templates {

    @Test
    void holdNoWordsOfTheirOwn() {
      for (Path template : files(TEMPLATES)) {
        String words =
            read(template)
                .replaceAll("(?m)^@(import|param).*$", "")
                .replaceAll("!\\{[^}]*}", "")
                .replaceAll("\\$\\{(\"[^\"]*\"|[^}\"])*}", "")
                .replaceAll("(?m)^@(if|elseif|else|endif|for|endfor|template).*$", "")
                .replaceAll("@template\\.[a-z.]+\\([^\\n]*?\\)(?=[ <]|$)", "")
                .replaceAll("<[^>]*>", "");

        assertThat(words.replaceAll("[^\\p{L}]", "")).as(template.toString()).isEmpty();
      }
    }

    @Test
    void takeTheNamesOfThingsFromTheTexts() {
      Pattern named = Pattern.compile("(aria-label|title|alt|placeholder)=\"(?!\")(?!\\$\\{)");
      for (Path template : files(TEMPLATES)) {
        assertThat(read(template)).as(template.toString()).doesNotContainPattern(named);
      }
    }

    @Test
    void askOnlyForTextsThatExist() {
      Pattern asked =
          Pattern.compile("(?:text\\(\"|\"(?=(?:column|table|empty)\\.))([a-zA-Z0-9.]+)\"[,)]");
      for (Path source :
          Stream.concat(files(TEMPLATES).stream(), files(SOURCES).stream()).toList()) {
        Matcher matcher = asked.matcher(read(source));
        while (matcher.find()) {
          assertThat(Texts.of(Language.RU).keys()).as(source.toString()).contains(matcher.group(1));
        }
      }
    }

    @Test
    void holdNoInlineStyleAndNoScript() {
      for (Path template : files(TEMPLATES)) {
        assertThat(read(template).replace("<script src=\"${Assets.", ""))
            .as(template.toString())
            .doesNotContain("<script", "<style", " style=", " onclick", "$unsafe");
      }
    }
  }

  private static Set<String> used() {
    Set<String> used = new HashSet<>(labels());
    Stream.concat(files(TEMPLATES).stream(), files(SOURCES).stream())
        .forEach(file -> used.addAll(quoted(read(file))));
    IntStream.rangeClosed(1, 12).forEach(month -> used.add("month." + month));
    Sentences.kindsWithPattern()
        .forEach(kind -> used.add("says." + kind.key().substring("kind.".length())));
    // The builder of fields and the pages with a meaning compose these keys.
    quoted(read(SOURCES.resolve("org/lepta/ui/view/Fields.java")))
        .forEach(name -> used.add("field." + name));
    Stream.of(FundMode.values()).forEach(mode -> used.add("means." + mode.key()));
    Stream.of(EntryKind.values()).forEach(kind -> used.add(kind.pluralKey()));
    Stream.of(ExceptionRule.values()).forEach(rule -> used.add("means." + rule.key()));
    Stream.of(Lens.values()).forEach(lens -> used.add("means." + lens.key()));
    Stream.of(ErrorPage.Problem.values()).forEach(problem -> used.add("help." + problem.key()));
    return used;
  }

  private static Set<String> labels() {
    Set<String> labels = new HashSet<>();
    Stream.<Labelled[]>of(
            Absence.values(),
            Agreement.values(),
            EntryFlag.values(),
            EntryKind.values(),
            EvidenceStep.values(),
            ExceptionRule.values(),
            FieldName.values(),
            FlowRole.values(),
            FigureName.values(),
            FundMode.values(),
            Lens.values(),
            LifeState.values(),
            MatchState.values(),
            OtherSide.values(),
            GiftDays.values(),
            Ranking.values(),
            Reconciliation.Outcome.values(),
            Restriction.values(),
            Role.values(),
            Section.values(),
            SpendClass.values(),
            Term.values(),
            Tone.values(),
            TrailAction.values(),
            TrancheState.values(),
            ErrorPage.Problem.values())
        .forEach(values -> Stream.of(values).map(Labelled::key).forEach(labels::add));
    return labels;
  }

  private static Set<String> quoted(String source) {
    Set<String> found = new HashSet<>();
    Matcher matcher = QUOTED.matcher(source);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Set<String> placeholders(String message) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{[^}]*}").matcher(message);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
