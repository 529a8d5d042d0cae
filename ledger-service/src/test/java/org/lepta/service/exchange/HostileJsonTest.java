package org.lepta.service.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** JSON that is broken, deep, huge or odd. */
class HostileJsonTest extends HostileFile {

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
      assertThat(refused(file("[{}]".getBytes(wide))).code()).isEqualTo(FileRefusal.FILE_ENCODING);
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
        grant("\"title\":\"" + "x".repeat(2_000_000) + "\""), FileRefusal.FILE_TOO_LARGE, "line 1");
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
