package org.lepta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Lepta.commandLine();
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void withoutANameTheNamesAreListed() {
    int exit = run("bench");

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("ledger ", "fabric ", "log ", "import FILE ");
  }

  @Test
  void anUnknownNameExitsWithTwo() {
    int exit = run("bench", "weather");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("no benchmark weather");
  }

  @Test
  void fabricNeedsAChaincodeBeforeAnythingIsStarted(@TempDir Path folder) {
    int exit = run("bench", "fabric", "--chaincode", folder.resolve("none.jar").toString());

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).containsAnyOf("PROGRAMS_MISSING", "CHAINCODE_MISSING");
    assertThat(out.toString()).doesNotContain("starting");
  }

  @Test
  void theLogIsMeasuredAtTheSizeThatWasAskedFor() {
    int exit = run("bench", "log", "--entries", "150000");

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("100,000 ", "150,000 ", "leaves/s, the slowest of these")
        .containsPattern("bytes of the longest .tlog-proof of 1000, one cosignature +1,\\d{3} ");
  }

  @Test
  void anImportNeedsAFile() {
    int exit = run("bench", "import");

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theLedgerCountsEveryEntryOfBothWays(@TempDir Path folder) throws Exception {
    try (LedgerBench bench = LedgerBench.open(folder.resolve("ledger"))) {
      LedgerBench.Result first = bench.run(2_040);
      LedgerBench.Result second = bench.run(40);

      assertThat(first.single().entries()).isEqualTo(102);
      assertThat(first.packed().entries()).isEqualTo(2_040);
      assertThat(first.packed().blocks()).isBetween(1L, 3L);
      assertThat(second.single().entries()).isEqualTo(2);
      assertThat(second.packed().blocks()).isEqualTo(1);
    }
  }

  @Test
  void anImportCountsWhatIsInTheIndex(@TempDir Path folder) throws Exception {
    Path file =
        Path.of(
            Objects.requireNonNull(BenchTest.class.getResource("/exchange/grants.json")).toURI());

    ImportBench result = ImportBench.run(folder, file);

    assertThat(result.lines()).isEqualTo(7);
    assertThat(result.entries()).as("2 organisations, 3 funds, 4 grants, 4 payments").isEqualTo(13);
    assertThat(result.blocks()).isPositive();
    assertThat(result.server()).startsWith("18").contains("fsync on, synchronous_commit on");
  }
}
