package org.lepta.service.transparency.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.transparency.proof.Faults.assertFault;
import static org.lepta.service.transparency.proof.NoteSamples.LOG;
import static org.lepta.service.transparency.proof.NoteSamples.ORIGIN;
import static org.lepta.service.transparency.proof.NoteSamples.bytes;
import static org.lepta.service.transparency.proof.NoteSamples.seed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lepta.service.transparency.proof.Policy.Witness;

class PolicyTest {

  @Nested
  class Quorum {

    /** Two levels, as in the specification's example. */
    private static final String NESTED =
        """
        # whom we believe
        log $LOG https://ledger.example/log
        \twitness X1 $X1  https://x1.example/

        witness X2 $X2
        witness X3 $X3
        group X-witnesses 2 X1 X2 X3
        witness Y1 $Y1
        witness Y2 $Y2
        group Y-witnesses any Y1 Y2
        group X-and-Y all X-witnesses Y-witnesses
        quorum X-and-Y
        """;

    @ParameterizedTest
    @CsvSource(
        value = {
          "'', false",
          "X1 X2 X3, false",
          "Y1 Y2, false",
          "X1 Y1, false",
          "X1 X3 Y2, true",
          "X1 X2 X3 Y1 Y2, true"
        })
    void isMetByEnoughMembersOfEveryGroup(String cosigners, boolean met) throws FaultException {
      Policy policy = policy(NESTED);

      assertThat(policy.isQuorumMet(cosignatures(cosigners))).isEqualTo(met);
      assertThat(policy.asksForWitnesses()).isTrue();
      assertThat(policy.quorum()).isEqualTo("2 of X-witnesses, Y-witnesses");
    }

    @Test
    void isWrittenSoThatAReaderAsksTheSame() throws FaultException {
      Policy policy = policy(NESTED);

      Policy read =
          Policy.parse(policy.text(List.of(NoteSamples.LOG.verifierKey())).getBytes(UTF_8));

      assertThat(read.witnesses()).isEqualTo(policy.witnesses());
      assertThat(read.quorum()).isEqualTo("2 of X-witnesses, Y-witnesses");
      assertThat(read.isQuorumMet(cosignatures("X1 X3 Y2"))).isTrue();
      assertThat(read.isQuorumMet(cosignatures("X1 Y1"))).isFalse();
      assertThat(read.knows(ORIGIN)).isTrue();
    }

    @Test
    void canBeOneWitness() throws FaultException {
      Policy policy = policy("witness X1 $X1\nwitness X2 $X2\nquorum X2\n");

      assertThat(policy.isQuorumMet(cosignatures("X1"))).isFalse();
      assertThat(policy.isQuorumMet(cosignatures("X2"))).isTrue();
    }

    @Test
    void canBeNone() throws FaultException {
      Policy policy = policy("quorum none\nlog $LOG\n");

      assertThat(policy.isQuorumMet(List.of())).isTrue();
      assertThat(policy.asksForWitnesses()).isFalse();
      assertThat(policy.knows(ORIGIN)).isTrue();
      assertThat(policy.knows("other.example")).isFalse();
    }

    @Test
    void isNotMetByAnotherKeyUnderTheNameOfAWitness() throws FaultException {
      Policy policy = policy("witness X1 $X1\nquorum X1\n");
      VerifierKey other = NoteSigner.ofWitness("X1.example", seed("other")).verifierKey();

      assertThat(policy.isQuorumMet(List.of(new VerifiedSignature(other, NoteSamples.NOON))))
          .isFalse();
    }

    @Test
    void keepsNamesApartThatAreNotUtf8() throws FaultException {
      byte[] file =
          resolve("witness \u00e9 $X1\nwitness \u00c3\u00a9 $X2\nquorum \u00e9\n")
              .getBytes(ISO_8859_1);

      Policy policy = Policy.parse(file);

      assertThat(policy.isQuorumMet(cosignatures("X1"))).isTrue();
      assertThat(policy.isQuorumMet(cosignatures("X2"))).isFalse();
    }
  }

  @Nested
  class Parse {

    @Test
    void keepsKeysAndAddresses() throws FaultException {
      Policy policy =
          policy("log $LOG https://ledger.example/log\nwitness \u0416 $X1\nquorum \u0416\n");

      assertThat(policy.logs()).containsExactly(LOG.verifierKey());
      assertThat(policy.logList().getFirst().url()).contains("https://ledger.example/log");
      assertThat(policy.witnesses())
          .containsExactly(new Witness("\u0416", witness("X1"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'' | 0",
          "log $LOG~ | 0",
          "quorum none | 0",
          "quorum none~quorum none~ | 2",
          "quorum X1~witness X1 $X1~ | 1",
          "quorum~ | 1",
          "quorum none none~ | 1",
          "log~quorum none~ | 1",
          "log $LOG url more~quorum none~ | 1",
          "log $X1~quorum none~ | 1",
          "log $LOG~log $LOG~quorum none~ | 2",
          "witness X1 $LOG~quorum none~ | 1",
          "witness X1~quorum none~ | 1",
          "witness none $X1~quorum none~ | 1",
          "witness X1 $X1~witness X1 $X2~quorum none~ | 2",
          "witness X1 $X1~witness X2 $X1~quorum none~ | 2",
          "witness X1 $X1~group g 0 X1~quorum g~ | 2",
          "witness X1 $X1~group g 2 X1~quorum g~ | 2",
          "witness X1 $X1~group g 01 X1~quorum g~ | 2",
          "witness X1 $X1~group g most X1~quorum g~ | 2",
          "witness X1 $X1~group g any~quorum g~ | 2",
          "witness X1 $X1~group g any X1 X1~quorum g~ | 2",
          "witness X1 $X1~group g any X1~group h any X1~quorum h~ | 3",
          "witness X1 $X1~group g any none~quorum g~ | 2",
          "witness X1 $X1~group g any g~quorum g~ | 2",
          "witness X1 $X1~group X1 any X1~quorum X1~ | 2",
          "witnesses X1 $X1~quorum none~ | 1",
          "LOG $LOG~quorum none~ | 1"
        })
    void refusesWhatTheGrammarDoesNotHaveAndNamesTheLine(String file, int line) {
      assertFault(Fault.POLICY_MALFORMED, line, () -> policy(file.replace("~", "\n")));
    }

    @Test
    void refusesControlCharactersAndWrongKeys() {
      assertFault(Fault.POLICY_MALFORMED, 1, () -> policy("quorum none\r\n"));
      assertFault(Fault.POLICY_MALFORMED, 1, () -> policy("#\u007f\nquorum none\n"));
      assertFault(Fault.KEY_MALFORMED, 1, () -> policy("log example.com\nquorum none\n"));
      assertFault(
          Fault.KEY_UNSUPPORTED,
          2,
          () -> policy("\nwitness pq pq.example+00000000+BgAA\nquorum none\n"));
      assertFault(Fault.POLICY_MALFORMED, 0, () -> Policy.parse(new byte[300 * 1024]));
    }

    @Test
    void takesThousandsOfNestedGroups() throws FaultException {
      StringBuilder file = new StringBuilder("witness g0 $X1\n");
      for (int at = 1; at <= 5000; at++) {
        file.append("group g%d any g%d\n".formatted(at, at - 1));
      }

      Policy policy = policy(file + "quorum g5000\n");

      assertThat(policy.isQuorumMet(cosignatures("X1"))).isTrue();
      assertThat(policy.isQuorumMet(List.of())).isFalse();
    }
  }

  private static VerifierKey witness(String name) {
    return NoteSigner.ofWitness(name + ".example", seed(name)).verifierKey();
  }

  private static List<VerifiedSignature> cosignatures(String names) {
    return Arrays.stream(names.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> new VerifiedSignature(witness(name), NoteSamples.NOON))
        .toList();
  }

  private static Policy policy(String file) throws FaultException {
    return Policy.parse(bytes(resolve(file)));
  }

  private static String resolve(String file) {
    String resolved = file.replace("$LOG", LOG.verifierKey().toString());
    for (String name : List.of("X1", "X2", "X3", "Y1", "Y2")) {
      resolved = resolved.replace("$" + name, witness(name).toString());
    }
    return resolved;
  }
}
