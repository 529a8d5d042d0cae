package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lepta.service.testing.SharedFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public vectors of Wycheproof, and our verdicts on the edge points of CCTV. */
class Ed25519VectorsTest {

  private static final Path VERDICTS =
      SharedFiles.projectRoot().resolve("docs/reference/vectors/ed25519-cctv.json");

  @TestFactory
  Stream<DynamicTest> wycheproof() {
    JsonNode groups = shared("wycheproof-ed25519.json").get("testGroups");
    return groups
        .valueStream()
        .flatMap(group -> group.get("tests").valueStream().map(c -> wycheproof(group, c)));
  }

  private static DynamicTest wycheproof(JsonNode group, JsonNode c) {
    return DynamicTest.dynamicTest(
        c.get("tcId") + " " + c.get("comment").stringValue(),
        () ->
            assertThat(
                    Ed25519Check.holds(
                        hex(group.get("publicKey").get("pk")),
                        hex(c.get("msg")),
                        hex(c.get("sig"))))
                .isEqualTo(c.get("result").stringValue().equals("valid")));
  }

  @Test
  void wycheproofHas151Cases() {
    assertThat(shared("wycheproof-ed25519.json").get("numberOfTests").intValue()).isEqualTo(151);
  }

  @Test
  void cctvGivesTheVerdictsThatAreWrittenDown() {
    JsonNode cases = shared("cctv-ed25519.json");
    JsonNode verdicts = JsonMapper.shared().readTree(VERDICTS);

    List<Integer> accepted =
        cases
            .valueStream()
            .filter(c ->
                Ed25519Check.holds(
                    hex(c.get("key")),
                    c.get("msg").stringValue().getBytes(StandardCharsets.UTF_8),
                    hex(c.get("sig"))))
            .map(c -> c.get("number").intValue())
            .toList();

    assertThat(cases).hasSize(verdicts.get("cases").intValue());
    assertThat(accepted)
        .isEqualTo(verdicts.get("accepted").valueStream().map(JsonNode::intValue).toList());
  }

  private static JsonNode shared(String file) {
    return SharedFiles.find("vectors/" + file)
        .map(path -> JsonMapper.shared().readTree(path))
        .orElseGet(() -> abort("../shared/vectors/" + file + " is missing"));
  }

  private static byte[] hex(JsonNode text) {
    return HexFormat.of().parseHex(text.stringValue());
  }
}
