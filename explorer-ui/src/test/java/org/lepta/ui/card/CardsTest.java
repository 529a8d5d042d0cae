package org.lepta.ui.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Figure;
import org.lepta.ui.view.FigureName;

class CardsTest {

  private static final int PAPER = 0xfff7f6f2;

  private static final String LONG =
      "Помощь детям и взрослым с тяжёлыми заболеваниями, их семьям, врачам и больницам на всём"
          + " протяжении лечения, восстановления и возвращения к обычной жизни";

  @Test
  void isAPngOfTheSizeThatProgramsExpect() throws IOException {
    byte[] png = new Cards().png(fund(Language.EN, "Clean water", "1500.25"));

    BufferedImage picture = decoded(png);
    assertThat(png.length).isBetween(5_000, 60_000);
    assertThat(picture.getWidth()).isEqualTo(1200);
    assertThat(picture.getHeight()).isEqualTo(630);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Clean water", "Чистая вода", "Ёжик", "Қазақстан"})
  void drawsTheLettersOfANameInBothAlphabets(String name) throws IOException {
    BufferedImage named = decoded(new Cards().png(fund(Language.RU, name, "1")));
    BufferedImage other = decoded(new Cards().png(fund(Language.RU, ".", "1")));

    assertThat(drawnInName(named)).isGreaterThan(10 * drawnInName(other));
  }

  @Test
  void everyLetterOfBothAlphabetsAndEverySignOfAnAmountIsInTheFont() {
    Face face = Face.read("IBMPlexSans-SemiBold.ttf");

    assertThat(face.has("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")).isTrue();
    assertThat(face.has("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"))
        .isTrue();
    assertThat(face.has("0123456789.,\u00a0\u2212+£€₽₸₴₹«»—…")).isTrue();
    assertThat(face.width("1", 100)).isEqualTo(face.width("0", 100)).isEqualTo(60);
  }

  @Test
  void aLongNameTakesTwoLinesAndEndsWithAnEllipsis() {
    Face face = Face.read("IBMPlexSans-SemiBold.ttf");

    List<String> lines = new TextBlock(face, 54, 1056).lines(face.drawable(LONG), 2);

    assertThat(lines)
        .containsExactly(
            "Помощь детям и взрослым с тяжёлыми", "заболеваниями, их семьям, врачам и…");
    assertThat(lines).allMatch(line -> face.width(line, 54) <= 1056);
  }

  @Test
  void aWordWithoutAnEndIsBrokenWhereTheLineEnds() {
    Face face = Face.read("IBMPlexSans-SemiBold.ttf");

    List<String> lines = new TextBlock(face, 54, 400).lines("W".repeat(100_000), 2);

    assertThat(lines).hasSize(2).allMatch(line -> face.width(line, 54) <= 400);
    assertThat(lines.getLast()).startsWith("WWW").endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "👩‍🚒🧑🏽‍🌾",
        "\u202eevil\u202c مرحبا بالعالم",
        "\u0000\u0007\n\t\u001b[31m",
        "Z\u0351\u036a\u0301\u0301\u0301\u0301",
        "\ud800 half",
        "<script>alert(1)</script>",
      })
  void aHostileNameIsDrawnAsFarAsItHasLetters(String name) throws IOException {
    for (String given : List.of(name, name.repeat(20_000))) {
      BufferedImage picture = decoded(new Cards().png(fund(Language.EN, given, "1")));

      assertThat(drawnInName(picture)).isPositive();
    }
  }

  @Test
  void aNameWithoutAnyLetterOfTheFontIsReplacedByTheId() {
    Face face = Face.read("IBMPlexSans-SemiBold.ttf");
    Cards cards = new Cards();

    assertThat(face.drawable("مرحبا 👩‍🚒")).isEmpty();
    assertThat(face.drawable("a\u202eb\u0000  c\n")).isEqualTo("ab c");
    assertThat(cards.png(fund(Language.EN, "مرحبا", "1")))
        .isEqualTo(cards.png(fund(Language.EN, "XI-TEST-water", "1")));
  }

  @Test
  void anAmountIsNeverCut() throws IOException {
    String longest = "-" + "9".repeat(38) + ".9999";
    BufferedImage picture = decoded(new Cards().png(fund(Language.EN, "Large", longest)));

    assertThat(IntStream.range(430, 560).noneMatch(y -> picture.getRGB(1160, y) == 0xff1d2426))
        .isTrue();
    assertThat(IntStream.range(430, 560).anyMatch(y -> isDrawn(picture, 80, y))).isTrue();
  }

  @Test
  void theSameCardGivesTheSameBytesAndAnotherAmountOthers() {
    byte[] first = new Cards().png(fund(Language.EN, "Clean water", "10"));

    assertThat(new Cards().png(fund(Language.EN, "Clean water", "10"))).isEqualTo(first);
    assertThat(new Cards().png(fund(Language.EN, "Clean water", "11"))).isNotEqualTo(first);
    assertThat(new Cards().png(fund(Language.RU, "Clean water", "10"))).isNotEqualTo(first);
  }

  /** As on a machine with a bare JDK, where the first use of its fonts fails. */
  @Test
  void noFontOfTheMachineIsLookedFor() throws Exception {
    Process drawing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                CardsTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String loaded = new String(drawing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(drawing.waitFor()).isZero();
    assertThat(loaded).contains("org.lepta.ui.card.CardPainter");
    assertThat(loaded)
        .doesNotContain(
            "FontManager", "FcFontConfiguration", "FontConfiguration", "sun.font.Font2D");
  }

  /** Draws a card in a process of its own. */
  public static void main(String[] arguments) {
    new Cards().png(fund(Language.RU, "Чистая вода", "1500.25"));
  }

  private static Card fund(Language language, String name, String received) {
    List<Figure> figures =
        List.of(
            new Figure(FigureName.RECEIVED, MoneyFormat.format(language, "RUB", received)),
            new Figure(FigureName.PAID_OUT, MoneyFormat.format(language, "RUB", "0")),
            new Figure(FigureName.NOT_YET_SPENT, MoneyFormat.format(language, "RUB", "1200.25")));
    return new Card(language, "Fund", name, "XI-TEST-water", null, figures, "7");
  }

  private static BufferedImage decoded(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** How many pixels of the name's place are not paper. */
  private static long drawnInName(BufferedImage picture) {
    return IntStream.range(210, 400)
        .mapToLong(y -> IntStream.range(0, 1200).filter(x -> picture.getRGB(x, y) != PAPER).count())
        .sum();
  }

  private static boolean isDrawn(BufferedImage picture, int from, int y) {
    return IntStream.range(from, 1160).anyMatch(x -> picture.getRGB(x, y) == 0xff1d2426);
  }
}
