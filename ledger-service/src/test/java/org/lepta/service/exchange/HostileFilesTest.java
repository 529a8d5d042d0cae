package org.lepta.service.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Files that are nothing, too much, or something else. */
class HostileFilesTest extends HostileFile {

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
  void aBrokenPackedFileIsMalformed() throws IOException {
    byte[] packed = gzip(Files.readAllBytes(Samples.own("activities.xml")), 1);
    packed[2] = 7;

    assertThat(refused(file(packed)).code()).isEqualTo(FileRefusal.FILE_MALFORMED);
  }

  @Test
  void aFileOfTooManyRecordsIsRefusedBeforeTheFirstIsRecorded() throws IOException {
    Path file = folder.resolve("many");
    try (var out = Files.newBufferedWriter(file)) {
      out.write('[');
      for (int i = 0; i <= 500_000; i++) {
        String id = i == 0 ? "" : ",";
        out.write(id + "{\"id\":\"" + i + "\",\"currency\":\"GBP\",\"amountAwarded\":1,");
        out.write(FUNDER + "}");
      }
      out.write(']');
    }

    assertThat(refused(file).code()).isEqualTo(FileRefusal.FILE_TOO_LARGE);
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
        catchThrowableOfType(RefusedFileException.class, () -> Samples.load(ledger, file, forced));

    assertThat(e.code()).isEqualTo(FileRefusal.FILE_NOT_SUPPORTED);
  }
}
