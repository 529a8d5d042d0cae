package org.lepta.service.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.Answer;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.TestContract;
import org.lepta.service.ledger.identity.Pem;

final class EmbeddedLedgerTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private Path folder() {
    return temp.resolve("ledger");
  }

  @Nested
  class Folder {
    @Test
    void isRefusedToASecondLedgerAndTheHolderIsNamed() throws Exception {
      try (EmbeddedLedger ledger = Folders.open(folder())) {
        assertThat(ledger.height()).isEqualTo(1);
        assertThatThrownBy(() -> Folders.open(folder()))
            .isInstanceOf(FolderInUseException.class)
            .hasMessageContaining("held by process " + ProcessHandle.current().pid());
      }
      Folders.open(folder()).close();
    }

    @Test
    void isRefusedWhileAnotherProcessHoldsIt() throws Exception {
      Folders.open(folder()).close();
      Process holder = LockHolder.start(folder());
      try {
        assertThatThrownBy(() -> Folders.open(folder()))
            .isInstanceOf(FolderInUseException.class)
            .hasMessageContaining("held by process " + holder.pid());
      } finally {
        holder.destroyForcibly().waitFor();
      }
      Folders.open(folder()).close();
    }

    @Test
    void namesNoOrganisationInCertificatesAndShowsNoKeyToOthers() throws Exception {
      Folders.withBlocks(folder(), 1).close();

      int keys = 0;
      try (Stream<Path> files = Files.walk(folder().resolve("identities"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .isEqualTo("rw-------");
          assertThat(file.toString()).doesNotContain("1062638");
          if (file.toString().endsWith(".crt")) {
            var certificate = Pem.parseCertificate(Files.readAllBytes(file));
            assertThat(certificate.getSubjectX500Principal().getName())
                .matches("CN=[0-9a-f]{16}(,OU=(peer|orderer))?");
            assertThat(new String(certificate.getEncoded(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GB-CHC", "1062638", "XM-DAC");
          }
          keys += file.toString().endsWith(".key") ? 1 : 0;
        }
      }
      assertThat(keys).isEqualTo(6);
    }

    @Test
    void ofAnotherChannelIsRefused() throws Exception {
      Folders.withBlocks(folder(), 1).close();
      var other =
          new EmbeddedSettings(
              folder(),
              new TestContract(),
              "other",
              "lepta",
              Clock.systemUTC(),
              EmbeddedSettings.BlockLimits.DEFAULT);

      assertThatThrownBy(() -> EmbeddedLedger.open(other))
          .isInstanceOf(BrokenLedgerException.class)
          .hasMessageContaining("belongs to channel lepta");
    }
  }

  @Nested
  class Ordering {
    @Test
    void sharesBlocksAndKeepsTheirLimits() throws Exception {
      var limits = new EmbeddedSettings.BlockLimits(10, 1 << 20, 1 << 20, 1_000);
      var settings = EmbeddedSettings.of(folder(), new TestContract()).withLimits(limits);
      try (EmbeddedLedger ledger = EmbeddedLedger.open(settings)) {
        ledger.addMember(Folders.ORGANISATION);
        List<CompletableFuture<Outcome>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
          all.add(ledger.submitAsync(Submission.of(Folders.ORGANISATION, "put", "k" + i, "v")));
        }
        for (var one : all) {
          assertThat(one.get()).isInstanceOf(Committed.class);
        }

        try (BlockCursor cursor = ledger.open(2)) {
          for (long number = 2; number < ledger.height(); number++) {
            assertThat(cursor.next(Duration.ZERO).orElseThrow().transactions())
                .hasSizeBetween(1, 10);
          }
        }
      }
    }

    @Test
    void refusesWhatIsTooLargeForABlock() throws Exception {
      var limits = new EmbeddedSettings.BlockLimits(10, 10_000, 20_000, 100);
      var settings = EmbeddedSettings.of(folder(), new TestContract()).withLimits(limits);
      try (EmbeddedLedger ledger = EmbeddedLedger.open(settings)) {
        ledger.addMember(Folders.ORGANISATION);
        String large = "x".repeat(20_000);

        assertThatThrownBy(() -> Folders.put(ledger, "large", large))
            .isInstanceOf(NotSentException.class)
            .hasMessageContaining("20000 allowed");
        Folders.put(ledger, "largest", large.substring(0, 7_000));
      }
    }

    @Test
    void ordersWhatWaitsBeforeItCloses() throws Exception {
      EmbeddedLedger ledger = Folders.withBlocks(folder(), 0);
      List<CompletableFuture<Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(ledger.submitAsync(Submission.of(Folders.ORGANISATION, "put", "k" + i, "v")));
      }

      ledger.close();

      for (var one : all) {
        assertThat(one.get()).isInstanceOf(Committed.class);
      }
      assertThatThrownBy(() -> Folders.put(ledger, "late", "v"))
          .isInstanceOf(NotSentException.class)
          .hasMessageContaining("closed");
    }
  }

  @Nested
  class Contract {
    @Test
    void seesTheInjectedTimeOnly() throws Exception {
      Instant moment = Instant.parse("2026-03-01T12:00:00Z");
      var settings =
          EmbeddedSettings.of(folder(), new TestContract())
              .withClock(Clock.fixed(moment, ZoneOffset.UTC));
      try (EmbeddedLedger ledger = EmbeddedLedger.open(settings)) {
        ledger.addMember(Folders.ORGANISATION);

        assertThat(ledger.evaluate(Submission.of(Folders.ORGANISATION, "time")))
            .isEqualTo(new Answer(Bytes.utf8("2026-03-01T12:00:00Z")));
        Folders.put(ledger, "key", "value");
        try (BlockCursor cursor = ledger.open(2)) {
          CommittedBlock block = cursor.next(Duration.ZERO).orElseThrow();
          assertThat(block.transactions().getFirst().timestamp()).isEqualTo(moment);
        }
      }
    }

    @Test
    void cannotScanARangeInATransaction() throws Exception {
      try (EmbeddedLedger ledger = Folders.withBlocks(folder(), 1)) {
        assertThatThrownBy(
                () -> ledger.submit(Submission.of(Folders.ORGANISATION, "range", "a", "z")))
            .isInstanceOf(NotSentException.class)
            .hasMessageContaining("updating transactions never scan ranges");
      }
    }
  }

  @Nested
  class ReadOnly {
    @Test
    void followsTheWriterAndSeesTheSameBlocks() throws Exception {
      try (EmbeddedLedger ledger = Folders.withBlocks(folder(), 3);
          ReadOnlyBlocks reader = ReadOnlyBlocks.open(folder(), "lepta");
          BlockCursor ours = ledger.open(0);
          BlockCursor theirs = reader.open(0)) {
        for (int i = 0; i < 20; i++) {
          Folders.put(ledger, "more-" + i, "value");
        }
        assertThat(reader.height()).isEqualTo(ledger.height());
        for (long number = 0; number < ledger.height(); number++) {
          assertThat(theirs.next(Duration.ofSeconds(20))).isEqualTo(ours.next(Duration.ZERO));
        }
        assertThat(theirs.next(Duration.ZERO)).isEmpty();
      }
    }

    @Test
    void checksEverySignatureAndFindsTheSameState() throws Exception {
      String state;
      try (EmbeddedLedger ledger = Folders.withBlocks(folder(), 10)) {
        state = ledger.stateHash();
      }
      try (ReadOnlyBlocks reader = ReadOnlyBlocks.open(folder(), "lepta")) {
        var report = reader.check("lepta", "lepta");

        assertThat(report.height()).isEqualTo(13);
        assertThat(report.stateHash()).isEqualTo(state);
      }
    }

    @Test
    void findsAForgedOrdererSignature() throws Exception {
      Folders.withBlocks(folder(), 3).close();
      Forgery.change(
          folder().resolve(BlockFile.BLOCKS),
          5,
          block -> {
            var changed = block.toBuilder();
            changed.getMetadataBuilder().setMetadata(0, block.getMetadata().getMetadata(1));
            return changed.build();
          });
      Files.delete(folder().resolve(BlockFile.MARK));

      try (ReadOnlyBlocks reader = ReadOnlyBlocks.open(folder(), "lepta")) {
        assertThatThrownBy(() -> reader.check("lepta", "lepta"))
            .isInstanceOfSatisfying(
                BrokenLedgerException.class,
                e -> {
                  assertThat(e.breach()).isEqualTo(Breach.SIGNATURE);
                  assertThat(e.block()).isEqualTo(5);
                });
      }
    }
  }
}
