package org.lepta.service.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that a peer calls to launch chaincode. */
class BuilderTest {
  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\nab+/cd==\n-----END CERTIFICATE-----\n";

  @TempDir Path temp;

  @BeforeEach
  void write() throws Exception {
    Resources.writeTo(temp.resolve("config"));
    for (String folder : List.of("source", "metadata", "output", "launch")) {
      Files.createDirectory(temp.resolve(folder));
    }
  }

  @Test
  void detectTakesOurTypeOnly() throws Exception {
    metadata("{\"path\":\"\",\"type\":\"lepta-jar\",\"label\":\"lepta_1\"}");
    assertThat(script("detect", Map.of(), "source", "metadata").exitCode()).isZero();

    metadata("{\"path\":\"\",\"type\":\"java\",\"label\":\"lepta-jar\"}");
    assertThat(script("detect", Map.of(), "source", "metadata").exitCode()).isNotZero();
  }

  @Test
  void buildTakesTheJarAsItIs() throws Exception {
    Files.write(temp.resolve("source/chaincode.jar"), new byte[] {1, 2, 3});

    assertThat(script("build", Map.of(), "source", "metadata", "output").exitCode()).isZero();
    assertThat(temp.resolve("output/chaincode.jar")).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void runGivesTheShimWhatThePeerSaid() throws Exception {
    String pem = CERTIFICATE.replace("\n", "\\n");
    Files.writeString(
        temp.resolve("launch/chaincode.json"),
        "{\"chaincode_id\":\"lepta_1:0123456789abcdef\",\"peer_address\":\"127.0.0.1:7052\","
            + "\"client_cert\":\"%s\",\"client_key\":\"%s\",\"root_cert\":\"%s\",\"mspid\":\"A\"}"
                .formatted(pem, pem, pem));
    Path java = temp.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\nenv\nbase64 -d <$CORE_TLS_CLIENT_KEY_PATH\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));

    Map<String, String> given =
        Map.of(
            "LEPTA_JAVA", java.toString(),
            "LEPTA_CHAINCODE_RUN", temp.resolve("a-chaincode").toString(),
            "LEPTA_CHAINCODE_LOG", temp.resolve("log").toString(),
            "LEPTA_CHAINCODE_OPTIONS", "-Xmx1m -Dx=y");
    Output output = script("run", given, "output", "launch");

    assertThat(output.exitCode()).as(output.all()).isZero();
    assertThat(Files.readString(temp.resolve("log")))
        .startsWith("-Xmx1m -Dx=y -jar " + temp.resolve("output/chaincode.jar"))
        .contains(
            "CORE_CHAINCODE_ID_NAME=lepta_1:0123456789abcdef\n",
            "CORE_PEER_ADDRESS=127.0.0.1:7052\n",
            "CORE_PEER_LOCALMSPID=A\n",
            "CORE_PEER_TLS_ENABLED=true\n",
            "CORE_CHAINCODE_LOGGING_SHIM=ERROR\n")
        .endsWith(CERTIFICATE);
    assertThat(temp.resolve("launch/root_cert.pem")).hasContent(CERTIFICATE);
    assertThat(Files.readString(temp.resolve("a-chaincode-0123456789ab.pid"))).matches("\\d+\n");
  }

  private void metadata(String json) throws Exception {
    Files.writeString(temp.resolve("metadata/metadata.json"), json);
  }

  private Output script(String name, Map<String, String> environment, String... folders)
      throws Exception {
    List<String> words = new ArrayList<>();
    words.add(temp.resolve("config/builder/bin").resolve(name).toString());
    for (String folder : folders) {
      words.add(temp.resolve(folder).toString());
    }
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(environment);
    return Output.of(builder, Duration.ofSeconds(20));
  }
}
