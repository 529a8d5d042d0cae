package org.lepta.service.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OtherAddressTest {

  @Test
  void slashesAtTheEndAndEmptyPlacesAreLeftOut() {
    assertThat(
            OtherAddress.of(List.of(" https://a.example.org/ ", "", "http://10.0.0.1:8081/lepta")))
        .extracting(OtherAddress::toString)
        .containsExactly("https://a.example.org", "http://10.0.0.1:8081/lepta");
  }

  @Test
  void theSameServiceTwiceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OtherAddress.of(List.of("http://a.org", "http://a.org/")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.example.org",
        "ftp://a.example.org",
        "http://user@a.example.org",
        "http://a.example.org/?q=1",
        "http://a.example.org/#x",
        "file:///etc/passwd",
        "http://",
        "http://a b"
      })
  void whatIsNoAddressOfAServiceIsRefused(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> OtherAddress.of(List.of(address)));
  }
}
