package org.lepta.service.kernel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder of settings of the user who runs this process (XDG Base Directory). */
public final class UserFolder {

  private UserFolder() {}

  /** Returns {@code lepta} in the user's folder of settings; it need not exist. */
  public static Path settings() {
    return settings(System.getenv("XDG_CONFIG_HOME"), System.getProperty("user.home"));
  }

  /** The specification has the variable count only if it is set, not empty and absolute. */
  static Path settings(@Nullable String configHome, String home) {
    Path base =
        configHome != null && Path.of(configHome).isAbsolute()
            ? Path.of(configHome)
            : Path.of(home, ".config");
    return base.resolve("lepta");
  }
}
