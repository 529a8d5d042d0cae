package org.lepta.service.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaincodePackageTest {

  @Test
  void theSameJarGivesTheSamePackageEverywhere() {
    ChaincodePackage chaincode = ChaincodePackage.of("lepta", "a jar".getBytes(US_ASCII));

    assertThat(chaincode.version())
        .isEqualTo("fc8bd814a3051a9717431182d5af2a2d654481aac82a028c05c73afa4ca38823");
    assertThat(chaincode.id())
        .isEqualTo(
            "lepta_fc8bd814a305:10bd5799349ff1b1d242fc3c362605efacbba866f921df1e167889c5ce254faf");
  }

  @Test
  void thePackageHoldsMetadataAndTheJarAsItIs() throws Exception {
    byte[] jar = new byte[200_000];
    new Random(7).nextBytes(jar);
    byte[] outer = unpacked(ChaincodePackage.of("lepta", jar).content());

    String metadata = new String(outer, 512, 60, US_ASCII);
    assertThat(new String(outer, 0, 13, US_ASCII)).isEqualTo("metadata.json");
    assertThat(metadata).startsWith("{\"path\":\"\",\"type\":\"lepta-jar\",\"label\":\"lepta_");
    assertThat(new String(outer, 1024, 11, US_ASCII)).isEqualTo("code.tar.gz");

    int length = Integer.parseInt(new String(outer, 1024 + 124, 11, US_ASCII), 8);
    byte[] inner = unpacked(Arrays.copyOfRange(outer, 1536, 1536 + length));
    assertThat(new String(inner, 0, 13, US_ASCII)).isEqualTo("chaincode.jar");
    assertThat(Arrays.copyOfRange(inner, 512, 512 + jar.length)).isEqualTo(jar);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_534, 65_535, 65_536, 131_070, 131_071})
  void gzipOfAnyLengthIsUnpacked(int length) throws Exception {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);

    assertThat(unpacked(StoredGzip.of(content))).isEqualTo(content);
  }

  private static byte[] unpacked(byte[] gzip) throws Exception {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    }
  }
}
