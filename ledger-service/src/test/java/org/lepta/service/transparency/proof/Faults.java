package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expectations on refusals. */
final class Faults {

  private Faults() {}

  static void assertFault(Fault fault, ThrowingCallable run) {
    assertThatThrownBy(run)
        .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  static void assertFault(Fault fault, int line, ThrowingCallable run) {
    assertThatThrownBy(run)
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.line()).isEqualTo(line);
            });
  }
}
