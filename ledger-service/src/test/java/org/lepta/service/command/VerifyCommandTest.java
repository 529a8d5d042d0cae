package org.lepta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.testing.SharedFiles;

/** The command on the sample receipt of the documentation. */
class VerifyCommandTest {

  private static final Path SAMPLES =
      SharedFiles.projectRoot().resolve("docs/reference/vectors/receipts");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copySample() throws IOException {
    for (String name : List.of("sample.entry", "sample.tlog-proof", "policy")) {
      Files.copy(SAMPLES.resolve(name), folder.resolve(name));
    }
  }

  @Nested
  class Holds {

    @Test
    void saysWhatWasProvenByWhomAndSinceWhen() {
      int exit = verify("sample.tlog-proof");

      assertThat(exit).isZero();
      assertThat(out.toString())
          .contains("sample.tlog-proof: proven")
          .contains("Entry 5 (the first is 0) of the log ledger.example/donations/2026")
          .contains("is exactly the 21 bytes of sample.entry.")
          .contains("The log signed its first 11 entries, root ")
          .contains("  ledger.example/donations/2026+f569a8b0")
          .containsPattern("2026-03-01T12:00:00Z  witness.example/w1\\+[0-9a-f]{8}")
          .contains("So the entry is in the log since 2026-03-01T12:00:00Z at the latest");
    }

    @Test
    void saysWhatNoReceiptProves() {
      verify("sample.tlog-proof");

      assertThat(out.toString())
          .contains("What no receipt proves:")
          .contains("that the money moved")
          .contains("that no later entry corrects it");
    }

    @Test
    void takesEitherFileOfAReceiptAndVerifiesItOnce() {
      int exit = verify("sample.entry", "sample.tlog-proof");

      assertThat(exit).isZero();
      assertThat(out.toString()).containsOnlyOnce(": proven");
    }
  }

  @Nested
  class DoesNotHold {

    @Test
    void namesTheCodeAndTheLine() throws IOException {
      rewrite("sample.tlog-proof", "index 5", "index five");

      assertThat(verify("sample.tlog-proof")).isEqualTo(1);
      assertThat(out.toString())
          .contains("sample.tlog-proof: DOES NOT HOLD")
          .contains("PROOF_MALFORMED, line 2: ")
          .doesNotContain("What no receipt proves");
    }

    @Test
    void forAnAlteredEntry() throws IOException {
      rewrite("sample.entry", "10.00", "90.00");

      assertThat(verify("sample.tlog-proof")).isEqualTo(1);
      assertThat(out.toString()).contains("ROOT_DIFFERS: ");
    }

    @Test
    void forAKeyThatThePolicyDoesNotNameUnlessThatIsAllowed() throws IOException {
      String policy = Files.readString(folder.resolve("policy"));
      String log = policy.lines().findFirst().orElseThrow();
      Files.writeString(folder.resolve("policy"), log + "\nquorum none\n");

      assertThat(verify("sample.tlog-proof")).isEqualTo(1);
      assertThat(out.toString()).contains("SIGNATURE_UNKNOWN: ");
      assertThat(verify("--allow-unknown-signatures", "sample.tlog-proof")).isZero();
      assertThat(out.toString())
          .contains("Overlooked, since its key is not known: a signature of witness.example/w1+")
          .contains("rests on the log's word alone");
    }

    @Test
    void countsMoreThanWhatCannotBeChecked() throws IOException {
      rewrite("sample.entry", "10.00", "90.00");

      assertThat(verify("missing.tlog-proof", "sample.tlog-proof")).isEqualTo(1);
    }

    @Test
    void forGarbageOfAnySize() throws IOException {
      Files.write(folder.resolve("sample.tlog-proof"), new byte[64 << 20]);

      assertThat(verify("sample.tlog-proof")).isEqualTo(1);
      assertThat(out.toString()).contains("PROOF_TOO_LARGE: ");
    }
  }

  @Nested
  class CannotBeChecked {

    @Test
    void withoutAKeyOfTheLog() throws IOException {
      rewrite("sample.tlog-proof", "ledger.example/donations/2026\n11", "other\u009b\u202e\n11");

      assertThat(verify("sample.tlog-proof")).isEqualTo(3);
      assertThat(out.toString())
          .contains("sample.tlog-proof: cannot be checked")
          .contains("ORIGIN_UNKNOWN: no key is known for the log other\\u{9b}\\u{202e}.");
    }

    @Test
    void withoutAFile() throws IOException {
      Files.delete(folder.resolve("sample.entry"));

      assertThat(verify("sample.tlog-proof")).isEqualTo(3);
      assertThat(out.toString()).contains("there is no file ").contains("sample.entry");
    }
  }

  @Nested
  class WrongUsage {

    @Test
    void isAFileOfAnotherName() {
      assertThat(verify("policy")).isEqualTo(2);
      assertThat(err.toString())
          .contains("is no .tlog-proof, no .entry, no .passport.json and no .passport.html.");
    }

    @Test
    void isAPolicyThatCannotBeRead() throws IOException {
      rewrite("policy", "quorum both", "quorum all");
      assertThat(verify("sample.tlog-proof")).isEqualTo(2);
      assertThat(err.toString()).contains("POLICY_MALFORMED, line 5: ");

      Files.delete(folder.resolve("policy"));
      assertThat(verify("sample.tlog-proof")).isEqualTo(2);
      assertThat(err.toString()).contains("there is no file ");
    }
  }

  private int verify(String... words) {
    List<String> arguments = new ArrayList<>(List.of("verify", "--policy", path("policy")));
    for (String word : words) {
      arguments.add(word.startsWith("--") ? word : path(word));
    }
    return Lepta.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void rewrite(String name, String what, String with) throws IOException {
    String text = Files.readString(folder.resolve(name));
    assertThat(text).contains(what);
    Files.writeString(folder.resolve(name), text.replace(what, with));
  }
}
