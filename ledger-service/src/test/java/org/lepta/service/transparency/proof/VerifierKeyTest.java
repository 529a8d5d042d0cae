package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.transparency.proof.Faults.assertFault;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {

  /** The example of the specification of signed notes. */
  private static final String SPEC_VKEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  @Nested
  class Parse {

    @Test
    void readsTheExampleOfTheSpecification() throws FaultException {
      VerifierKey key = VerifierKey.parse(SPEC_VKEY);

      assertThat(key.name()).isEqualTo("example.com/foo");
      assertThat(key.type()).isEqualTo(SignatureType.ED25519);
      assertThat(key.id().hex()).isEqualTo("530d903a");
      assertThat(key).hasToString(SPEC_VKEY);
    }

    @Test
    void readsWhatASignerPublishes() throws FaultException {
      assertThat(NoteSamples.LOG.verifierKey()).hasToString(NoteSamples.PROBE_VKEY);
      assertThat(VerifierKey.parse(NoteSamples.PROBE_VKEY))
          .isEqualTo(NoteSamples.LOG.verifierKey());
    }

    @Test
    void readsTheKeyOfAWitness() throws FaultException {
      VerifierKey key = NoteSamples.WITNESS.verifierKey();

      assertThat(VerifierKey.parse(key.toString())).isEqualTo(key);
      assertThat(key.type()).isEqualTo(SignatureType.COSIGNATURE_V1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "+",
          "++",
          "example.com/foo",
          "example.com/foo+530d903a",
          "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/foo +530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
          "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
          "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
          "example.com/foo+530d903a+"
        })
    void refusesEveryOtherForm(String vkey) {
      assertFault(Fault.KEY_MALFORMED, () -> VerifierKey.parse(vkey));
    }

    @ParameterizedTest
    @ValueSource(bytes = {0x00, 0x02, 0x05, 0x06, (byte) 0xFF})
    void refusesKindsThatAreNotCheckedHere(byte type) {
      byte[] bytes = new byte[33];
      bytes[0] = type;
      String vkey = "example.com/foo+00000000+" + Base64.getEncoder().encodeToString(bytes);

      assertFault(Fault.KEY_UNSUPPORTED, () -> VerifierKey.parse(vkey));
    }
  }

  @Nested
  class Of {

    /** The eight points of low order, and encodings of them that are not canonical. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "0100000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000080",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0000000000000000000000000000000000000000000000000000000000000080",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
        })
    void refusesPointsOfLowOrder(String hex) {
      byte[] publicKey = HexFormat.of().parseHex(hex);

      assertFault(
          Fault.KEY_UNSAFE,
          () -> VerifierKey.of("example.com/foo", SignatureType.ED25519, publicKey));
    }

    @Test
    void refusesNamesThatNoKeyMayHave() {
      byte[] publicKey = NoteSamples.LOG.verifierKey().publicKey();

      for (String name :
          new String[] {"", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\nb", "\ud800"}) {
        assertFault(
            Fault.KEY_MALFORMED, () -> VerifierKey.of(name, SignatureType.ED25519, publicKey));
      }
    }
  }
}
