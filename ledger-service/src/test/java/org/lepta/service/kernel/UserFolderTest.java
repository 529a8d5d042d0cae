package org.lepta.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserFolderTest {

  @Test
  void isBelowTheFolderThatTheEnvironmentNames() {
    assertThat(UserFolder.settings("/etc/xdg", "/home/ann")).isEqualTo(Path.of("/etc/xdg/lepta"));
  }

  @Test
  void isBelowTheHomeFolderWhereTheEnvironmentNamesNoneOrARelativeOne() {
    Path home = Path.of("/home/ann/.config/lepta");

    assertThat(UserFolder.settings(null, "/home/ann")).isEqualTo(home);
    assertThat(UserFolder.settings("", "/home/ann")).isEqualTo(home);
    assertThat(UserFolder.settings("settings", "/home/ann")).isEqualTo(home);
  }
}
