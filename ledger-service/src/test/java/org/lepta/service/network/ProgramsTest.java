package org.lepta.service.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.network.NetworkException.Code;

class ProgramsTest {
  @TempDir Path temp;

  @Test
  void whatIsMissingIsNamedWithTheVersionToTake() throws Exception {
    program("peer", "3.1.5");

    assertThatThrownBy(() -> Programs.find(Map.of("PATH", temp.toString())))
        .isInstanceOfSatisfying(
            NetworkException.class, e -> assertThat(e.code()).isEqualTo(Code.PROGRAMS_MISSING))
        .hasMessageContaining("not here: orderer, configtxgen, discover.")
        .hasMessageContaining("Hyperledger Fabric 3.1")
        .hasMessageContaining("LEPTA_FABRIC_BIN");
  }

  @Test
  void theNamedFolderGoesBeforeThePath() throws Exception {
    all("3.1.5");

    Programs found = Programs.find(Map.of("PATH", "/nowhere", "LEPTA_FABRIC_BIN", temp.toString()));

    assertThat(found.orderer()).isEqualTo(temp.resolve("orderer"));
    assertThat(found.version()).isEqualTo("v3.1.5");
  }

  @Test
  void anOldReleaseIsRefused() throws Exception {
    all("2.5.12");

    assertThatThrownBy(() -> Programs.find(Map.of("PATH", temp.toString())))
        .isInstanceOf(NetworkException.class)
        .hasMessageContaining("is not a peer of Fabric 3 or newer");
  }

  private void all(String version) throws Exception {
    for (String name : new String[] {"peer", "orderer", "configtxgen", "discover"}) {
      program(name, version);
    }
  }

  private void program(String name, String version) throws Exception {
    Path file = temp.resolve(name);
    Files.writeString(file, "#!/bin/sh\nprintf 'peer:\\n Version: v" + version + "\\n'\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
