package org.lepta.service.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ledger.example.org",
        "http://localhost:8080",
        "https://[2001:db8::1]:8443"
      })
  void anAddressThatIsConfiguredIsTheOneOfEveryPage(String address) {
    assertThat(new SiteAddress(address).now()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger.example.org",
        "https://ledger.example.org/",
        "https://ledger.example.org/path",
        "https://user@ledger.example.org",
        "ftp://ledger.example.org",
        "https://",
        "https://a b"
      })
  void anythingButSchemeAndHostIsRefused(String address) {
    assertThatThrownBy(() -> new SiteAddress(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lepta.address");
  }
}
