package org.lepta.service.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lepta.service.testing.SharedFiles;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.ReceiptVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of passports, which the verifier in the browser passes as well. */
final class PassportVectorsTest {

  private static final Path FOLDER =
      SharedFiles.projectRoot().resolve("docs/reference/vectors/passports");

  private static PassportVerifier verifier(String policy) throws Exception {
    return new PassportVerifier(
        ReceiptVerifier.strict(Policy.parse(policy.getBytes(StandardCharsets.UTF_8))));
  }

  private static String word(PassportVerdict verdict) {
    return switch (verdict) {
      case PassportVerdict.Proven _ -> "proven";
      case PassportVerdict.Unchecked _ -> "unchecked";
      case PassportVerdict.Refused refused -> refused.code();
    };
  }

  @TestFactory
  List<DynamicTest> everyCaseHasItsVerdict() throws Exception {
    String sample = Files.readString(FOLDER.resolve("sample.passport.json"));
    JsonNode file = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("cases.json")));
    PassportVerifier verifier = verifier(file.get("policy").asString());
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode each : file.get("cases")) {
      tests.add(
          DynamicTest.dynamicTest(
              each.get("name").asString(),
              () ->
                  assertThat(word(verifier.verify(changed(sample, each))))
                      .isEqualTo(each.get("verdict").asString())));
    }
    assertThat(tests).hasSizeGreaterThan(40);
    return tests;
  }

  private static byte[] changed(String sample, JsonNode each) {
    int at = each.get("at").asInt();
    String text =
        sample.substring(0, at)
            + each.get("insert").asString()
            + sample.substring(at + each.get("remove").asInt());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void isUtf8WithoutAByteOrderMark() throws Exception {
    String sample = Files.readString(FOLDER.resolve("sample.passport.json"));
    PassportVerifier verifier = verifier("quorum none\n");

    assertThat(word(verifier.verify(("\uFEFF" + sample).getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("PASSPORT_MALFORMED");
    assertThat(word(verifier.verify(sample.getBytes(StandardCharsets.UTF_16))))
        .isEqualTo("PASSPORT_MALFORMED");
    assertThat(word(verifier.verify(new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'})))
        .isEqualTo("PASSPORT_MALFORMED");
  }
}
