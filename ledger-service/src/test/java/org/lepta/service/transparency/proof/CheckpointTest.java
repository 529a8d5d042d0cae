package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lepta.service.transparency.proof.Faults.assertFault;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lepta.service.kernel.Sha256;

class CheckpointTest {

  /** The sample log at 70,000 entries. */
  private static final String TEXT =
      "ledger.example/donations/2026\n70000\nfcAEQy+weUMHTSLO2fF99tmj20IaxEH5fJTvqRHFCM8=\n";

  private static final Checkpoint CHECKPOINT =
      new Checkpoint(
          "ledger.example/donations/2026",
          70_000,
          Sha256.of(Base64.getDecoder().decode("fcAEQy+weUMHTSLO2fF99tmj20IaxEH5fJTvqRHFCM8=")));

  @Test
  void isThreeLines() throws FaultException {
    assertThat(CHECKPOINT.text()).hasToString(TEXT);
    assertThat(Checkpoint.parse(new NoteText(TEXT))).isEqualTo(CHECKPOINT);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "9223372036854775807"})
  void takesEverySizeInRange(String size) throws FaultException {
    Checkpoint parsed = Checkpoint.parse(new NoteText(TEXT.replace("70000", size)));

    assertThat(parsed.size()).isEqualTo(Long.parseLong(size));
  }

  @ParameterizedTest
  @CsvSource({
    "70000, 070000, 2",
    "70000, -1, 2",
    "70000, +1, 2",
    "70000, '', 2",
    "70000, ' 70000', 2",
    "70000, 9223372036854775808, 2",
    "70000, 99999999999999999999, 2",
    "ledger.example, ledger example, 1",
    "ledger.example/donations/2026, '', 1",
    "HFCM8=, HFCM9=, 3",
    "HFCM8=, HFCM8, 3",
    "fcAE, '', 3"
  })
  void refusesEveryOtherFormAndNamesTheLine(String what, String with, int line) {
    NoteText text = new NoteText(TEXT.replace(what, with));

    assertFault(Fault.CHECKPOINT_MALFORMED, line, () -> Checkpoint.parse(text));
  }

  @Test
  void refusesMoreOrFewerLines() {
    assertFault(
        Fault.CHECKPOINT_MALFORMED, 4, () -> Checkpoint.parse(new NoteText(TEXT + "more\n")));
    assertFault(Fault.CHECKPOINT_MALFORMED, 4, () -> Checkpoint.parse(new NoteText(TEXT + "\n")));
    assertFault(Fault.CHECKPOINT_MALFORMED, 1, () -> Checkpoint.parse(new NoteText("\n")));
  }

  @Test
  void isNotMadeOfAnOriginThatNoKeyMayHaveOrANegativeSize() {
    Sha256 root = CHECKPOINT.root();

    assertThatThrownBy(() -> new Checkpoint("a b", 1, root))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Checkpoint("a", -1, root))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
