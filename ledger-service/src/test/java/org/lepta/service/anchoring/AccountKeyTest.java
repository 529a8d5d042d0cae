package org.lepta.service.anchoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountKeyTest {

  @TempDir Path folder;

  @Test
  void aNewKeyIsItsOwnersAloneAndIsReadAgain() throws IOException {
    Path file = folder.resolve("key");
    AccountKey made = AccountKey.create(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(AccountKey.read(file).address()).isEqualTo(made.address());
    assertThatThrownBy(() -> AccountKey.create(file))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void theAddressIsThatOfOtherPrograms() throws IOException {
    assertThat(Anvil.RICH.address()).isEqualTo("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws IOException {
    Path file = folder.resolve("key");
    AccountKey.create(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> AccountKey.read(file)).hasMessageContaining("0600");
  }

  @Test
  void whatIsNoKeyIsRefused() throws IOException {
    String order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    for (String text :
        new String[] {"", "12", "g".repeat(64), "0".repeat(64), order, "1".repeat(999)}) {
      Path file = Files.createTempFile(folder, "key", "");
      Files.writeString(file, text);

      assertThatThrownBy(() -> AccountKey.read(file)).hasMessageContaining("holds no key");
    }
  }

  @Test
  void everyCodeIsDocumented() throws IOException {
    String page = Files.readString(Path.of("../docs/reference/anchor.md"));

    for (AnchorTrouble trouble : AnchorTrouble.values()) {
      assertThat(page).contains("`" + trouble + "`");
    }
  }
}
