package org.lepta.service.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lepta.service.kernel.UserFolder;

/**
 * The user's keys by server address, one line each: address, space, key. In {@code
 * lepta/credentials} of the user's configuration folder (XDG Base Directory), readable by the user
 * alone.
 */
public final class Credentials {

  private final Path file;

  private Credentials(Path file) {
    this.file = file;
  }

  /** The file of the user who runs this process. */
  public static Credentials ofUser() {
    return new Credentials(UserFolder.settings().resolve("credentials"));
  }

  /** Where the keys are kept. */
  public Path file() {
    return file;
  }

  /** The key for a server, by {@code LEPTA_API_KEY} or else the file. */
  public Optional<String> find(String server) throws IOException {
    String override = System.getenv("LEPTA_API_KEY");
    return override == null ? Optional.ofNullable(read().get(server)) : Optional.of(override);
  }

  /** All keys of the file. */
  public List<String> all() throws IOException {
    return List.copyOf(read().values());
  }

  /** Remembers the key for a server; durable on return. */
  public void put(String server, String key) throws IOException {
    Map<String, String> keys = read();
    keys.put(server, key);
    StringBuilder text = new StringBuilder();
    keys.forEach((address, value) -> text.append(address).append(' ').append(value).append('\n'));
    Files.createDirectories(file.getParent());
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            "credentials",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> keys = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int space = line.indexOf(' ');
        if (space > 0) {
          keys.put(line.substring(0, space), line.substring(space + 1).trim());
        }
      }
    }
    return keys;
  }
}
