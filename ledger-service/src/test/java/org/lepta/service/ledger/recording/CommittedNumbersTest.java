package org.lepta.service.ledger.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CommittedNumbersTest {
  private final CommittedNumbers numbers = new CommittedNumbers(4);

  @Test
  void nothingIsMissingBeforeALaterOneIsThere() {
    assertThat(numbers.upTo()).isEqualTo(4);
    assertThat(numbers.missing()).isEmpty();
  }

  @Test
  void aWithheldNumberIsNamedAndHoldsUpWhatFollows() {
    numbers.add(6);
    numbers.add(7);

    assertThat(numbers.upTo()).isEqualTo(4);
    assertThat(numbers.missing()).hasValue(5);
  }

  @Test
  void whenItComesAllThatWaitedForItCounts() {
    numbers.add(6);
    numbers.add(7);
    numbers.add(5);

    assertThat(numbers.upTo()).isEqualTo(7);
    assertThat(numbers.missing()).isEmpty();
  }
}
