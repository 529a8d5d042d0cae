package org.lepta.service.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, the answer is a code and a place, and nothing is recorded. */
class HostileFilesTest {

  private static final String FUNDER = "\"fundingOrganization\":[{\"id\":\"GB-CHC-1\"}]";

  @TempDir private Path folder;

  private final RuleIntake ledger = new RuleIntake();

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }

  private RefusedFileException refused(Path file) {
    RefusedFileException e =
        catchThrowableOfType(RefusedFileException.class, () -> Samples.load(ledger, file));
    assertThat(e).as("the file is refused").isNotNull();
    assertThat(ledger.submissions()).isZero();
    return e;
  }

  private void assertRefused(String content, FileRefusal code, String place) throws IOException {
    RefusedFileException e = refused(file(content.getBytes(UTF_8)));
    assertThat(e.code()).isEqualTo(code);
    assertThat(e).hasMessageContaining(place);
  }

  private static String grant(String fields) {
    return "[{\"id\":\"g\",\"currency\":\"GBP\"," + FUNDER + "," + fields + "}]";
  }

  private static byte[] gzip(byte[] chunk, int times) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        out.write(chunk);
      }
    }
    return bytes.toByteArray();
  }

  @Nested
  class AnyFile {

    @Test
    void emptyOrBlankIsRefused() throws IOException {
      assertRefused("", FileRefusal.FILE_EMPTY, "empty");
      assertRefused(" \n\t ", FileRefusal.FILE_EMPTY, "blanks");
    }

    @Test
    void aGigabyteOfNothingIsRefusedAtOnce() throws IOException {
      Path file = folder.resolve("zeros");
      try (RandomAccessFile zeros = new RandomAccessFile(file.toFile(), "rw")) {
        zeros.setLength(1L << 30);
      }

      assertThat(refused(file).code()).isEqualTo(FileRefusal.FILE_EMPTY);
    }

    @Test
    void aGigabyteOfBlanksInsideIsRefusedEarly() throws IOException {
      Path file = folder.resolve("blanks");
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write("{\"grants\":[".getBytes(UTF_8));
        for (int i = 0; i < 64; i++) {
          out.write(blanks);
        }
      }

      assertThat(refused(file).code()).isEqualTo(FileRefusal.FILE_TOO_LARGE);
    }

    @Test
    void aPackedBombIsRefused() throws IOException {
      byte[] chunk = ("<x>" + " ".repeat(1 << 20) + "</x>").getBytes(UTF_8);
      Path bomb = file(gzip("<iati-activities>".getBytes(UTF_8), 1));
      byte[] head = Files.readAllBytes(bomb);
      byte[] rest = gzip(chunk, 300);
      byte[] all = Arrays.copyOf(head, head.length + rest.length);
      System.arraycopy(rest, 0, all, head.length, rest.length);

      assertThat(refused(file(all)).code()).isEqualTo(FileRefusal.FILE_TOO_LARGE);
    }

    @Test
    void aCutOffPackedFileIsTruncated() throws IOException {
      byte[] packed = gzip(Files.readAllBytes(Samples.own("activities.xml")), 1);

      assertThat(refused(file(Arrays.copyOf(packed, packed.length - 20))).code())
          .isEqualTo(FileRefusal.FILE_TRUNCATED);
      assertThat(refused(file(Arrays.copyOf(packed, 5))).code())
          .isEqualTo(FileRefusal.FILE_TRUNCATED);
    }

    @Test
    void aPackedFileIsReadLikeAPlainOne() throws IOException {
      ImportReport plain = Samples.load(new RuleIntake(), Samples.own("activities.xml"));

      ImportReport packed =
          Samples.load(
              new RuleIntake(), file(gzip(Files.readAllBytes(Samples.own("activities.xml")), 1)));

      assertThat(packed.lines()).isEqualTo(plain.lines());
      assertThat(packed.sha256()).isNotEqualTo(plain.sha256());
    }

    @Test
    void otherKindsAreNotSupported() throws IOException {
      assertRefused("Identifier,Title\n1,x\n", FileRefusal.FILE_NOT_SUPPORTED, "neither");
      assertRefused("{\"other\":[]}", FileRefusal.FILE_NOT_SUPPORTED, "no list of grants");
      assertRefused("{\"grants\":{}}", FileRefusal.FILE_NOT_SUPPORTED, "no list of grants");
      assertRefused("<html></html>", FileRefusal.FILE_NOT_SUPPORTED, "root");
      assertRefused("<iati-activities version='1.05'/>", FileRefusal.FILE_NOT_SUPPORTED, "2.01");
      assertRefused("PK\u0003\u0004...", FileRefusal.FILE_SPREADSHEET, "not supported yet");
    }

    @Test
    void aForcedKindMustFit() throws IOException {
      Path file = file("<iati-activities/>".getBytes(UTF_8));
      ImportOptions forced = ImportOptions.standard().as(FileKind.THREE_SIXTY_GIVING);

      RefusedFileException e =
          catchThrowableOfType(
              RefusedFileException.class, () -> Samples.load(ledger, file, forced));

      assertThat(e.code()).isEqualTo(FileRefusal.FILE_NOT_SUPPORTED);
    }
  }

  @Nested
  class Json {

    @Test
    void brokenTextIsRefusedWithItsLine() throws IOException {
      assertRefused("[\n{\"id\":\n,}]", FileRefusal.FILE_MALFORMED, "line 3");
      assertRefused("[] x", FileRefusal.FILE_MALFORMED, "line 1");
      assertRefused("[] []", FileRefusal.FILE_MALFORMED, "something follows");
      assertRefused("[{\"amountAwarded\":NaN}]", FileRefusal.FILE_MALFORMED, "line 1");
      assertRefused("[{\"amountAwarded\":01}]", FileRefusal.FILE_MALFORMED, "line 1");
    }

    @Test
    void aCutOffFileIsTruncated() throws IOException {
      String whole = Files.readString(Samples.own("grants.json"));

      assertRefused(whole.substring(0, 700), FileRefusal.FILE_TRUNCATED, "line");
    }

    @Test
    void aRepeatedKeyIsRefusedWhereverItStands() throws IOException {
      assertRefused("[{\"id\":1,\n\"id\":2}]", FileRefusal.FILE_MALFORMED, "twice, line 2");
      assertRefused("[{\"x\":{\"a\":1,\"a\":2}}]", FileRefusal.FILE_MALFORMED, "twice");
      assertRefused("{\"grants\":[],\"grants\":[]}", FileRefusal.FILE_MALFORMED, "twice");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
      assertRefused("[".repeat(10_000), FileRefusal.FILE_TOO_DEEP, "line 1");
      assertRefused("[{\"x\":" + "[".repeat(10_000), FileRefusal.FILE_TOO_DEEP, "line 1");
    }

    @Test
    void wrongEncodingsAreRefused() throws IOException {
      for (Charset wide : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
        assertThat(refused(file("[{}]".getBytes(wide))).code())
            .isEqualTo(FileRefusal.FILE_ENCODING);
      }
      assertThat(refused(file("[{}]".getBytes(StandardCharsets.UTF_16))).code())
          .isEqualTo(FileRefusal.FILE_ENCODING);
      byte[] latin = "[{\"title\":\"caf\u00e9\"}]".getBytes(StandardCharsets.ISO_8859_1);
      assertThat(refused(file(latin)))
          .returns(FileRefusal.FILE_ENCODING, RefusedFileException::code)
          .hasMessageContaining("line 1, column 16");
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
      byte[] marked = ("\ufeff" + grant("\"amountAwarded\":1")).getBytes(UTF_8);

      assertThat(Samples.load(ledger, file(marked)).lines().imported()).isEqualTo(1);
    }

    @Test
    void aHugeNumberOrTextIsRefused() throws IOException {
      assertRefused(
          grant("\"amountAwarded\":" + "9".repeat(100_000)), FileRefusal.FILE_TOO_LARGE, "line 1");
      assertRefused(
          grant("\"title\":\"" + "x".repeat(2_000_000) + "\""),
          FileRefusal.FILE_TOO_LARGE,
          "line 1");
    }

    @Test
    void oddValuesRejectTheirLineAlone() throws IOException {
      assertReject("\"amountAwarded\":1e400", RejectCode.AMOUNT_TOO_LARGE);
      assertReject("\"amountAwarded\":100000000000001", RejectCode.AMOUNT_TOO_LARGE);
      assertReject("\"amountAwarded\":\"ten\"", RejectCode.AMOUNT_UNREADABLE);
      assertReject("\"amountAwarded\":true", RejectCode.AMOUNT_UNREADABLE);
      assertReject("\"amountAwarded\":-1", RejectCode.AMOUNT_NEGATIVE);
      assertReject("\"amountAwarded\":{}", RejectCode.AMOUNT_MISSING);
      assertReject("\"amountAwarded\":null", RejectCode.AMOUNT_MISSING);
    }

    private void assertReject(String field, RejectCode code) throws IOException {
      ImportReport report = Samples.load(ledger, file(grant(field).getBytes(UTF_8)));

      assertThat(report.rejects())
          .singleElement()
          .returns(code, ImportReport.Reject::code)
          .returns("grants[0]", ImportReport.Reject::position);
      assertThat(report.verdict()).isEqualTo(ImportReport.Verdict.REFUSED);
      assertThat(ledger.submissions()).isZero();
    }

    @Test
    void unknownUnitsMissingFundersAndBadIdsRejectTheirLine() throws IOException {
      String content =
          "[7,{\"id\":\"a\",\"amountAwarded\":1,\"currency\":\"GBP\"},"
              + "{\"id\":\"b\",\"amountAwarded\":1,\"currency\":\"QQQ\","
              + FUNDER
              + "},{\"id\":\"c\\u0007\",\"amountAwarded\":1,\"currency\":\"GBP\","
              + FUNDER
              + "},{\"id\":\"d\",\"amountAwarded\":1,\"currency\":\"GBP\","
              + "\"fundingOrganization\":[{\"id\":\"RU-INN-123456789012\"}]}]";

      ImportReport report = Samples.load(ledger, file(content.getBytes(UTF_8)));

      assertThat(report.rejects())
          .extracting(ImportReport.Reject::code)
          .containsExactly(
              RejectCode.RECORD_UNREADABLE,
              RejectCode.FUNDER_MISSING,
              RejectCode.UNIT_UNKNOWN,
              RejectCode.ID_INVALID,
              RejectCode.FUNDER_MISSING);
    }
  }

  @Nested
  class Xml {

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
      assertRefused(
          "<iati-activities>\n&a;</iati-activities>", FileRefusal.FILE_MALFORMED, "line 2");
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
      assertRefused(
          "<iati-activities>" + "<a>".repeat(10_000), FileRefusal.FILE_TOO_DEEP, "line 1");
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
}
