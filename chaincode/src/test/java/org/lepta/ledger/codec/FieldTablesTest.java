package org.lepta.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class FieldTablesTest {

  @Test
  void theDocumentListsTheFieldsThatTheRecordsHave() throws IOException {
    String document = Files.readString(FieldTables.document());

    assertThat(document).isEqualTo(FieldTables.withTables(document));
  }
}
