package org.lepta.service.transparency.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lepta.service.testing.SharedFiles;

class LogAlarmsTest {

  @Test
  void documentationNamesEveryAlarmInOrder() throws IOException {
    String page = Files.readString(SharedFiles.projectRoot().resolve("docs/reference/log.md"));
    List<String> documented =
        Pattern.compile("^\\| `(LOG_[A-Z_]+)` \\|", Pattern.MULTILINE)
            .matcher(page)
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(Arrays.stream(LogAlarm.values()).map(LogAlarm::name).toList());
  }
}
