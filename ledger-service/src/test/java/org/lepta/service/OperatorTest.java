package org.lepta.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.connection.Connection.KeyFiles;
import org.lepta.service.ledger.connection.Connection.Peer;
import org.lepta.service.ledger.connection.ConnectionFile;

final class OperatorTest {
  @TempDir Path folder;

  private static LeptaSettings settings(String ledger, String operator, String connection) {
    Duration second = Duration.ofSeconds(1);
    return new LeptaSettings(
        Path.of("data"),
        ledger,
        operator,
        "",
        new LeptaSettings.NetworkAddress(connection, 1, second, second, second, second, second),
        "",
        List.of(),
        second,
        new LeptaSettings.LogSettings("lepta.test/log", "", false),
        new LeptaSettings.AnchorAddress("", 0, "", "", "", List.of(), second, 1, second, 0, second),
        new LeptaSettings.TimestampAddress("", "", second, second),
        new LeptaSettings.DatabaseAddress("", "", ""));
  }

  private String connection(boolean endorsing) throws IOException {
    Path pem = Files.createFile(folder.resolve("any.pem"));
    KeyFiles keys = new KeyFiles(pem, pem);
    Path file = folder.resolve(ConnectionFile.NAME);
    ConnectionFile.write(
        file,
        new Connection(
            "gifts",
            "lepta",
            "XX-TEST-a",
            "OrgAMSP",
            endorsing,
            new Peer("a", "XX-TEST-a", "OrgAMSP", endorsing, "127.0.0.1:1", pem),
            List.of(
                new Peer("b", "XX-TEST-b", "OrgBMSP", true, "127.0.0.1:2", pem),
                new Peer("b2", "XX-TEST-b", "OrgBMSP", true, "127.0.0.1:3", pem),
                new Peer("c", "XX-TEST-c", "OrgCMSP", false, "127.0.0.1:4", pem)),
            keys,
            keys,
            keys));
    return file.toString();
  }

  @Test
  void theKeeperOfAnEmbeddedLedgerHasADefault() throws Exception {
    Operator operator = Operator.of(settings("embedded", "", ""));

    assertThat(operator)
        .isEqualTo(new Operator("XI-LEPTA-LOCAL", "Operator of this ledger", "lepta", null));
    assertThat(operator.isRecording()).isTrue();
    assertThat(operator.otherMembers()).isEmpty();
  }

  @Test
  void onANetworkTheConnectionFileNamesTheOrganisation() throws Exception {
    Operator operator = Operator.of(settings("fabric", "", connection(true)));

    assertThat(operator.organisation()).isEqualTo("XX-TEST-a");
    assertThat(operator.name()).isEqualTo("XX-TEST-a");
    assertThat(operator.channel()).isEqualTo("gifts");
    assertThat(operator.isRecording()).isTrue();
  }

  @Test
  void theOtherMembersAreThoseThatEndorseEachOnce() throws Exception {
    assertThat(Operator.of(settings("fabric", "", connection(true))).otherMembers())
        .containsExactly(new Member("XX-TEST-b", "OrgBMSP"));
  }

  @Test
  void anAuditorDoesNotRecord() throws Exception {
    assertThat(Operator.of(settings("fabric", "", connection(false))).isRecording()).isFalse();
  }

  @Test
  void settingsThatContradictThemselvesAreRefused() throws Exception {
    String file = connection(true);

    assertThatThrownBy(() -> Operator.of(settings("fabric", "XX-TEST-z", file)))
        .hasMessage("lepta.operator is XX-TEST-z, the connection file is of XX-TEST-a");
    assertThatThrownBy(() -> Operator.of(settings("fabric", "", "")))
        .hasMessage("lepta.fabric.connection names no connection file");
    assertThatThrownBy(() -> Operator.of(settings("paper", "", "")))
        .hasMessage("lepta.ledger is embedded or fabric, not paper");
  }
}
