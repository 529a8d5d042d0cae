package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.transparency.proof.NoteSamples.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lepta.service.testing.SharedFiles;
import org.lepta.service.transparency.proof.ReceiptVectors.Case;

class ReceiptVectorsTest {

  private static final Path REFERENCE = SharedFiles.projectRoot().resolve("docs/reference");

  @Test
  void areAsTheCodeMakesThem() throws IOException {
    Path vectors = REFERENCE.resolve("vectors");

    ReceiptVectors.all()
        .forEach(
            (name, bytes) -> assertThat(vectors.resolve(name)).as(name).hasBinaryContent(bytes));
    try (Stream<Path> files = Files.list(vectors.resolve("receipts"))) {
      assertThat(files.map(file -> "receipts/" + file.getFileName()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      ReceiptVectors.all().keySet().stream(), Stream.of("receipts/mutated.json"))
                  .toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> haveTheVerdictsThatTheyState() throws FaultException {
    ReceiptVerifier verifier = ReceiptVerifier.strict(Policy.parse(bytes(ReceiptVectors.POLICY)));
    return ReceiptVectors.cases().stream()
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(verifier, c)));
  }

  private static void check(ReceiptVerifier verifier, Case c) {
    String verdict =
        switch (verifier.verify(c.entry(), c.file())) {
          case Verdict.Proven _ -> "proven";
          case Verdict.Unchecked _ -> "unchecked";
          case Verdict.Refused refused -> refused.fault().name();
        };
    assertThat(verdict).isEqualTo(c.verdict());
  }

  @Test
  void theDocumentListsAllCodesInTheirOrder() throws IOException {
    List<String> documented =
        Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|")
            .matcher(Files.readString(REFERENCE.resolve("receipts.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(Arrays.stream(Fault.values()).map(Fault::name).toList());
  }
}
