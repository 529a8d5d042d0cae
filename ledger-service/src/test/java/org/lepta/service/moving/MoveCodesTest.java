package org.lepta.service.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes of a move and its page say the same. */
final class MoveCodesTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(MOVE_[A-Z_]+)` \\|");

  @Test
  void thePageListsEveryCodeInTheOrderOfTheCode() throws IOException {
    Path page =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve("docs/operating/move.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();

    Stream<String> listed = ROW.matcher(Files.readString(page)).results().map(row -> row.group(1));

    assertThat(listed)
        .containsExactlyElementsOf(
            Arrays.stream(MoveException.Code.values()).map(Enum::name).toList());
  }
}
