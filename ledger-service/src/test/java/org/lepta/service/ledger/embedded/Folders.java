package org.lepta.service.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.TestContract;

/** Ledgers in folders for tests. */
final class Folders {
  static final String ORGANISATION = "GB-CHC-1062638";

  private Folders() {}

  static EmbeddedLedger open(Path folder) throws IOException {
    return EmbeddedLedger.open(EmbeddedSettings.of(folder, new TestContract()));
  }

  /** Makes a ledger of two members with this many blocks of one transaction each. */
  static EmbeddedLedger withBlocks(Path folder, int blocks) throws Exception {
    EmbeddedLedger ledger = open(folder);
    ledger.addMember(ORGANISATION);
    ledger.addMember("XM-DAC-7");
    for (int i = 0; i < blocks; i++) {
      put(ledger, "key-" + i % 7, "value-" + i);
    }
    return ledger;
  }

  static void put(EmbeddedLedger ledger, String key, String value) throws Exception {
    assertThat(ledger.submit(Submission.of(ORGANISATION, "put", key, value)))
        .isInstanceOf(Committed.class);
  }

  /** Copies a folder as a power cut would leave it: what is in it at this moment. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
