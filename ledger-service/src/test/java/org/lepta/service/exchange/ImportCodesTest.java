package org.lepta.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that an import can answer with is explained in the reference. */
class ImportCodesTest {

  @Test
  void everyCodeStandsInTheReference() throws IOException {
    Path page =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve("docs/reference/imports.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    String text = Files.readString(page);

    Stream<Enum<?>> codes =
        Stream.of(FileRefusal.values(), RejectCode.values(), WarningCode.values())
            .flatMap(Arrays::stream);

    assertThat(codes.map(Enum::name)).allMatch(code -> text.matches("(?s).*\\b" + code + "\\b.*"));
  }
}
