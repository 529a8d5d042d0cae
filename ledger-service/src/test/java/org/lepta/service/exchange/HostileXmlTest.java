package org.lepta.service.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** XML that is broken, deep, huge or reaches outside. */
class HostileXmlTest extends HostileFile {

  @Test
  void documentTypesAreRefusedWhateverTheyHold() throws IOException {
    assertRefused("<!DOCTYPE x><iati-activities/>", FileRefusal.FILE_HAS_DTD, "line 1");
    assertRefused(
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
            + "<iati-activities>&a;</iati-activities>",
        FileRefusal.FILE_HAS_DTD,
        "line 1");
    assertRefused(
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
            + "<iati-activities>&b;</iati-activities>",
        FileRefusal.FILE_HAS_DTD,
        "line 1");
    assertRefused(
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'><iati-activities/>",
        FileRefusal.FILE_HAS_DTD,
        "line 1");
  }

  @Test
  void undeclaredEntitiesAreRefused() throws IOException {
    assertRefused("<iati-activities>\n&a;</iati-activities>", FileRefusal.FILE_MALFORMED, "line 2");
  }

  @Test
  void brokenTextIsRefusedWithItsLine() throws IOException {
    assertRefused(
        "<iati-activities>\n<a></b>\n</iati-activities>", FileRefusal.FILE_MALFORMED, "line 2");
    assertRefused("<iati-activities/>\n<x/>", FileRefusal.FILE_MALFORMED, "line 2");
  }

  @Test
  void aCutOffFileIsTruncated() throws IOException {
    String whole = Files.readString(Samples.own("activities.xml"));

    assertRefused(whole.substring(0, whole.length() - 60), FileRefusal.FILE_TRUNCATED, "line");
    assertRefused("<iati-activities", FileRefusal.FILE_TRUNCATED, "line 1");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertRefused("<iati-activities>" + "<a>".repeat(10_000), FileRefusal.FILE_TOO_DEEP, "line 1");
  }

  @Test
  void endlessTextsAttributesAndCommentsAreRefused() throws IOException {
    String start = "<iati-activities><iati-activity><iati-identifier>";
    byte[] filler = "x".repeat(1 << 20).getBytes(UTF_8);
    assertThat(refused(filled(start, filler)).code()).isEqualTo(FileRefusal.FILE_TOO_LARGE);
    assertThat(refused(filled("<iati-activities><!--", filler)).code())
        .isEqualTo(FileRefusal.FILE_TOO_LARGE);
    assertThat(refused(filled("<iati-activities><iati-activity a='", filler)).code())
        .isEqualTo(FileRefusal.FILE_TOO_LARGE);
  }

  private Path filled(String start, byte[] filler) throws IOException {
    Path file = folder.resolve("filled");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(start.getBytes(UTF_8));
      for (int i = 0; i < 64; i++) {
        out.write(filler);
      }
    }
    return file;
  }

  @Test
  void theDeclaredEncodingIsHonoured() throws IOException {
    String whole = Files.readString(Samples.own("activities.xml"));
    byte[] wide = whole.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);

    assertThat(Samples.load(ledger, file(wide)).lines().imported()).isEqualTo(10);
    assertThat(ledger.allTexts())
        .anyMatch(text ->
            text.text()
                .equals(
                    "\u0427\u0438\u0441\u0442\u044b\u0435"
                        + " \u043a\u043e\u043b\u043e\u0434\u0446\u044b"));
  }

  @Test
  void bytesOutsideTheEncodingAreRefused() throws IOException {
    byte[] latin =
        "<iati-activities><x>caf\u00e9 au lait</x></iati-activities>"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refused(file(latin)).code()).isEqualTo(FileRefusal.FILE_ENCODING);
  }

  @Test
  void namespacesThatCannotBeAreRefused() throws IOException {
    assertRefused(
        "<iati-activities>\n<xmlns:a/></iati-activities>", FileRefusal.FILE_MALFORMED, "line 2");
  }

  @Test
  void whateverIsChangedInAFileItIsReadOrRefused() throws IOException {
    byte[] whole = Files.readAllBytes(Samples.own("activities.xml"));
    Random random = new Random(20261122);
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      Path changed = file(changed(whole, random));
      try {
        Samples.load(new RuleIntake(), changed);
      } catch (RefusedFileException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(500, 999);
  }

  private static final List<String> PIECES =
      List.of(
          "<", "&", "]]>", "<![CDATA[", "-->", "&#0;", "&lt;", "\u0001", "<a:b/>", "<?p ?>", "\"");

  /** One byte changed, or a piece of markup put in. */
  private static byte[] changed(byte[] whole, Random random) {
    int at = random.nextInt(whole.length);
    byte[] piece =
        random.nextBoolean()
            ? new byte[] {(byte) random.nextInt(256)}
            : PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(whole, 0, at);
    out.writeBytes(piece);
    out.write(whole, at + 1, whole.length - at - 1);
    return out.toByteArray();
  }

  @Test
  void twoTypesInOneTransactionRejectIt() throws IOException {
    String content =
        "<iati-activities version='2.03'><iati-activity default-currency='EUR'>"
            + "<iati-identifier>A</iati-identifier><reporting-org ref='XI-OWN-1'/>"
            + "<transaction><transaction-type code='3'/><transaction-type code='4'/>"
            + "<value>1</value></transaction></iati-activity></iati-activities>";

    ImportReport report = Samples.load(ledger, file(content.getBytes(UTF_8)));

    assertThat(report.rejects())
        .singleElement()
        .returns(RejectCode.TYPE_UNKNOWN, ImportReport.Reject::code);
  }
}
