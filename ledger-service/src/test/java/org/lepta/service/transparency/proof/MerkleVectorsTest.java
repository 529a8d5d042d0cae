package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.testing.SharedFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public vectors of transparency-dev/merkle, case by case. */
class MerkleVectorsTest {

  @TestFactory
  Stream<DynamicTest> inclusion() {
    return cases("merkle-inclusion.json", MerkleVectorsTest::verifyInclusion);
  }

  @TestFactory
  Stream<DynamicTest> consistency() {
    return cases("merkle-consistency.json", MerkleVectorsTest::verifyConsistency);
  }

  private static void verifyInclusion(JsonNode c) throws ProofException {
    InclusionProof.parse(unsigned(c, "leafIdx"), hashes(c.get("proof")))
        .verify(
            MerkleHash.parse(bytes(c.get("leafHash"))),
            unsigned(c, "treeSize"),
            MerkleHash.parse(bytes(c.get("root"))));
  }

  private static void verifyConsistency(JsonNode c) throws ProofException {
    long oldSize = unsigned(c, "size1");
    long newSize = unsigned(c, "size2");
    boolean onlyCompared = oldSize == newSize;
    ConsistencyProof.parse(hashes(c.get("proof")))
        .verify(
            oldSize, root(c.get("root1"), onlyCompared), newSize, root(c.get("root2"), onlyCompared));
  }

  private static Stream<DynamicTest> cases(String file, Verification verification) {
    Optional<Path> path = SharedFiles.find("vectors/" + file);
    if (path.isEmpty()) {
      return Stream.of(
          DynamicTest.dynamicTest(file, () -> abort("../shared/vectors/" + file + " is missing")));
    }
    JsonNode list = JsonMapper.shared().readTree(path.get());
    DynamicTest count = DynamicTest.dynamicTest("98 cases", () -> assertThat(list).hasSize(98));
    return Stream.concat(Stream.of(count), list.valueStream().map(c -> test(c, verification)));
  }

  private static DynamicTest test(JsonNode c, Verification verification) {
    ThrowingCallable run = () -> verification.run(c);
    return DynamicTest.dynamicTest(
        c.get("name").stringValue(),
        () -> {
          if (c.get("wantErr").booleanValue()) {
            assertThatThrownBy(run).isInstanceOf(ProofException.class);
          } else {
            assertThatCode(run).doesNotThrowAnyException();
          }
        });
  }

  /** Sizes of the vectors are unsigned; those above our range become negative. */
  private static long unsigned(JsonNode c, String field) {
    return c.get(field).bigIntegerValue().longValue();
  }

  private static List<byte[]> hashes(JsonNode list) {
    List<byte[]> hashes = new ArrayList<>();
    list.forEach(hash -> hashes.add(bytes(hash)));
    return hashes;
  }

  /**
   * Where the sizes are equal some cases have words instead of roots and ask only whether they are
   * compared; the hash of such a word keeps that question and has the length of a root.
   */
  private static Sha256 root(JsonNode base64, boolean onlyCompared) throws ProofException {
    byte[] root = bytes(base64);
    return onlyCompared && root.length != Sha256.LENGTH
        ? Sha256.digest(root)
        : MerkleHash.parse(root);
  }

  private static byte[] bytes(JsonNode base64) {
    return base64.isNull() ? new byte[0] : Base64.getDecoder().decode(base64.stringValue());
  }

  private interface Verification {
    void run(JsonNode c) throws ProofException;
  }
}
