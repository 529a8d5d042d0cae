package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.transparency.proof.Faults.assertFault;
import static org.lepta.service.transparency.proof.NoteSamples.WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.bytes;
import static org.lepta.service.transparency.proof.NoteSamples.text;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lepta.service.kernel.Sha256;

class LogProofTest {

  /** Header, index, two hashes, empty line, three lines of checkpoint, empty line, a signature. */
  private static final LogProof PROOF = Receipts.receipt(2, 3, WITNESS).proof();

  private static final String FILE = text(PROOF.bytes());

  @Nested
  class Parse {

    @Test
    void givesWhatWasWritten() throws FaultException {
      assertThat(LogProof.parse(PROOF.bytes())).isEqualTo(PROOF);
      assertThat(FILE)
          .startsWith(
              """
              c2sp.org/tlog-proof@v1
              index 2
              YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng=

              ledger.example/donations/2026
              3
              sbCFQlU8Sw0xWvB1F8O+Oq8594Qu4rCOLZ9jJ+wSMSs=

              \u2014 ledger.example/donations/2026 9Wmos\
              """);
    }

    @Test
    void takesAnEmptyPath() throws FaultException {
      LogProof single = Receipts.receipt(0, 1).proof();

      assertThat(text(single.bytes())).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\n");
      assertThat(LogProof.parse(single.bytes())).isEqualTo(single);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "c2sp.org/tlog-proof@v1 | c2sp.org/tlog-proof@v2 | PROOF_MALFORMED | 1",
          "c2sp.org/tlog-proof@v1 | '' | PROOF_MALFORMED | 1",
          "index 2 | index 02 | PROOF_MALFORMED | 2",
          "index 2 | index -2 | PROOF_MALFORMED | 2",
          "index 2 | index +2 | PROOF_MALFORMED | 2",
          "index 2 | index  2 | PROOF_MALFORMED | 2",
          "index 2 | index 9223372036854775808 | PROOF_MALFORMED | 2",
          "index 2 | index ٢ | PROOF_MALFORMED | 2",
          "index 2 | INDEX 2 | PROOF_MALFORMED | 2",
          "index 2 | extra AAAA~index 2 | PROOF_EXTRA | 2",
          "index 2 | extra ~index 2 | PROOF_EXTRA | 2",
          "index 2 | extra~index 2 | PROOF_EXTRA | 2",
          "index 2 | index 2~ | CHECKPOINT_MALFORMED | 7",
          "YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng= |"
              + " YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Nh= | PROOF_MALFORMED | 3",
          "YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng= |"
              + " YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng | PROOF_MALFORMED | 3",
          "YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng= |"
              + " YASvx52A_11wZhzEj8NmHiy_mod6QwVxFMxdW55G5Ng= | PROOF_MALFORMED | 3",
          "YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng= | AAAA | PROOF_MALFORMED | 3",
          "2026~3 | 2026~03 | CHECKPOINT_MALFORMED | 6",
          "2026~3 | 2026~18446744073709551615 | CHECKPOINT_MALFORMED | 6",
          "donations/2026~ | donations 2026~ | CHECKPOINT_MALFORMED | 5",
          "jJ+wSMSs=~ | jJ+wSMSt=~ | CHECKPOINT_MALFORMED | 7",
          "jJ+wSMSs=~ | jJ+wSMSs=~extension~ | CHECKPOINT_MALFORMED | 8",
          "2026~3 | 2026 ~3 | CHECKPOINT_MALFORMED | 5",
          "— ledger | - ledger | NOTE_MALFORMED | 9",
          "— witness | —  witness | NOTE_MALFORMED | 10"
        })
    void refusesEveryOtherFormAndNamesTheLine(String what, String with, Fault fault, int line) {
      String changed =
          FILE.replaceFirst(what.replace("~", "\n").replace("+", "\\+"), with.replace("~", "\n"));

      assertThat(changed).isNotEqualTo(FILE);
      assertFault(fault, line, () -> LogProof.parse(bytes(changed)).parseCheckpoint());
    }

    @Test
    void refusesCarriageReturnsAndMissingParts() {
      assertFault(
          Fault.PROOF_MALFORMED, 1, () -> LogProof.parse(bytes(FILE.replace("\n", "\r\n"))));
      assertFault(Fault.PROOF_MALFORMED, 1, () -> LogProof.parse(new byte[0]));
      assertFault(Fault.PROOF_MALFORMED, 2, () -> LogProof.parse(bytes(FILE.substring(0, 23))));
      assertFault(Fault.NOTE_MALFORMED, () -> LogProof.parse(bytes(FILE.substring(0, 77))));
      assertFault(
          Fault.NOTE_MALFORMED, () -> LogProof.parse(bytes(FILE.substring(0, FILE.length() - 1))));
      assertFault(Fault.NOTE_MALFORMED, () -> LogProof.parse(bytes(FILE + "\n")));
    }

    @Test
    void refusesMoreThanItsLimits() {
      String hash = "YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng=\n";
      String longPath = FILE.replace(hash, hash.repeat(64));

      assertFault(Fault.PROOF_MALFORMED, 66, () -> LogProof.parse(bytes(longPath)));
      assertFault(Fault.PROOF_TOO_LARGE, () -> LogProof.parse(new byte[LogProof.MAX_BYTES + 1]));
    }

    @Test
    void takesALongestPath() throws FaultException {
      List<Sha256> path = new ArrayList<>();
      for (int at = 0; at < 63; at++) {
        path.add(Sha256.digest(new byte[] {(byte) at}));
      }
      LogProof proof = new LogProof(new InclusionProof(Long.MAX_VALUE, path), PROOF.checkpoint());

      assertThat(LogProof.parse(proof.bytes())).isEqualTo(proof);
    }
  }
}
