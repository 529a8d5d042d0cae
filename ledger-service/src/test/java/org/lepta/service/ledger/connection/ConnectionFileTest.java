package org.lepta.service.ledger.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.connection.Connection.KeyFiles;
import org.lepta.service.ledger.connection.Connection.Peer;

class ConnectionFileTest {
  @TempDir Path temp;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Path own = Files.createDirectories(temp.resolve("first/own"));
    Path other = Files.createDirectories(temp.resolve("first/other"));
    file = own.resolve(ConnectionFile.NAME);
    ConnectionFile.write(file, connection(own, other));
  }

  private static Connection connection(Path own, Path other) throws IOException {
    return new Connection(
        "lepta",
        "lepta",
        "XI-LEPTA-A",
        "OrgAMSP",
        true,
        new Peer("a-peer", "XI-LEPTA-A", "OrgAMSP", true, "127.0.0.1:7051", made(own, "ca.crt")),
        List.of(
            new Peer(
                "b-peer", "XI-LEPTA-B", "OrgBMSP", false, "127.0.0.1:8051", made(other, "ca.crt"))),
        new KeyFiles(made(own, "tls.crt"), made(own, "tls.key")),
        new KeyFiles(made(own, "signer.crt"), made(own, "signer.key")),
        new KeyFiles(made(own, "reader.crt"), made(own, "reader.key")));
  }

  private static Path made(Path folder, String name) throws IOException {
    Path path = folder.resolve(name);
    return Files.exists(path) ? path : Files.createFile(path);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Connection expected = connection(temp.resolve("first/own"), temp.resolve("first/other"));

    assertThat(ConnectionFile.read(file)).isEqualTo(expected);
  }

  @Test
  void foldersMayMoveTogether() throws IOException {
    Files.move(temp.resolve("first"), temp.resolve("moved"));

    Connection read = ConnectionFile.read(temp.resolve("moved/own/" + ConnectionFile.NAME));

    assertThat(read.signer().key()).isEqualTo(temp.resolve("moved/own/signer.key"));
    assertThat(read.others().getFirst().tlsCa()).isEqualTo(temp.resolve("moved/other/ca.crt"));
  }

  @Test
  void theFormIsTheDocumentedOne() throws IOException {
    assertThat(Files.readString(file).lines())
        .contains(
            "  \"version\" : 1,",
            "    \"endpoint\" : \"127.0.0.1:7051\",",
            "    \"tlsCa\" : \"../other/ca.crt\"",
            "    \"certificate\" : \"reader.crt\",");
  }

  @Test
  void aMissingFieldIsNamed() throws IOException {
    replace("\"endpoint\" : \"127.0.0.1:8051\",", "");

    assertThatThrownBy(() -> ConnectionFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": others[0].endpoint is missing or of another type");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(temp.resolve("first/own/tls.key"));

    assertThatThrownBy(() -> ConnectionFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": tls.key names no file: ");
  }

  @Test
  void anotherVersionAndOtherBytesAreRefused() throws IOException {
    replace("\"version\" : 1", "\"version\" : 2");
    assertThatThrownBy(() -> ConnectionFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": version 1 is expected");

    Files.write(file, new byte[] {'{', (byte) 0xff});
    assertThatThrownBy(() -> ConnectionFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " is not JSON: ");
  }

  private void replace(String old, String fresh) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, fresh));
  }
}
