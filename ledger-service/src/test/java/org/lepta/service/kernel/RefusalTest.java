package org.lepta.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  @Test
  void theExceptionSaysCodeAndDetailAndKeepsItsCause() {
    Refusal refusal = new Refusal("unknown-fund", "There is no fund with the id x.");
    Exception cause = new Exception("why");

    assertThat(refusal.exception()).hasMessage("unknown-fund: There is no fund with the id x.");
    assertThat(new RefusalException(refusal, cause)).hasCause(cause);
    assertThat(refusal.exception().refusal()).isSameAs(refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1abc", "not a code", "a\nb", "код"})
  void aCodeIsAPlainWord(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Refusal(code, "Why."));
  }

  @Test
  void aRefusalNeedsAReason() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Refusal("code", " "));
  }
}
