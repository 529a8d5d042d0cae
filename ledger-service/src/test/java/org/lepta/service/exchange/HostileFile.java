package org.lepta.service.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the tests of hostile files have in common: the answer is a code and a place, nothing is
 * recorded.
 */
abstract class HostileFile {

  static final String FUNDER = "\"fundingOrganization\":[{\"id\":\"GB-CHC-1\"}]";

  @TempDir Path folder;

  final RuleIntake ledger = new RuleIntake();

  Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }

  RefusedFileException refused(Path file) {
    RefusedFileException e =
        catchThrowableOfType(RefusedFileException.class, () -> Samples.load(ledger, file));
    assertThat(e).as("the file is refused").isNotNull();
    assertThat(ledger.submissions()).isZero();
    return e;
  }

  void assertRefused(String content, FileRefusal code, String place) throws IOException {
    RefusedFileException e = refused(file(content.getBytes(UTF_8)));
    assertThat(e.code()).isEqualTo(code);
    assertThat(e).hasMessageContaining(place);
  }

  static String grant(String fields) {
    return "[{\"id\":\"g\",\"currency\":\"GBP\"," + FUNDER + "," + fields + "}]";
  }

  static byte[] gzip(byte[] chunk, int times) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        out.write(chunk);
      }
    }
    return bytes.toByteArray();
  }
}
