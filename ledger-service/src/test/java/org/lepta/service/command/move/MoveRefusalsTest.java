package org.lepta.service.command.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.embedded.FolderInUseException;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.moving.MoveException;
import org.lepta.service.moving.MoveException.Code;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.log.TransparencyLog;

/** What a move refuses before it writes anything. */
final class MoveRefusalsTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String ORIGIN = "log.example.org/new";

  @RegisterExtension static final TestDatabase OLD = TestDatabase.empty();

  @TempDir static Path folder;

  @BeforeAll
  static void record() throws Exception {
    record("old", OLD);
  }

  private static void record(String name, TestDatabase index, Entry... entries) throws Exception {
    try (RunningService service = RunningService.start(folder.resolve(name), index.settings())) {
      assertThat(service.record(entries)).allMatch(RecordResult.Recorded.class::isInstance);
      long size = service.json("/api/v1/status").at("/log/size").asLong();
      assertThat(service.bean(TransparencyLog.class).awaitPublished(size, LONGEST)).isTrue();
    }
  }

  private static EmbeddedLedger ledger(String name, String... members) throws Exception {
    EmbeddedLedger ledger =
        EmbeddedLedger.open(EmbeddedSettings.ofLepta(folder.resolve(name).resolve("ledger")));
    for (String member : members) {
      ledger.addMember(member);
    }
    return ledger;
  }

  private static void check(MoveSource source, String name, EmbeddedLedger ledger, DataSource index)
      throws Exception {
    try (MoveTarget target = MoveTarget.open(folder.resolve(name), "lepta", ledger, index)) {
      new MoveRun(source, target, ORIGIN).check();
    }
  }

  private static void assertRefused(
      Code code, MoveSource source, String name, EmbeddedLedger ledger, TestDatabase index)
      throws Exception {
    long height = ledger.height();
    long size = source.size();

    assertThatThrownBy(() -> check(source, name, ledger, index.dataSource()))
        .isInstanceOfSatisfying(
            MoveException.class, refused -> assertThat(refused.code()).isEqualTo(code));

    assertThat(ledger.height()).isEqualTo(height);
    assertThat(source.size()).isEqualTo(size);
  }

  /** Exactly 32 KiB, the most that the ledger takes. */
  private static Entry fundOfMostBytes() {
    int texts = 64;
    while (bytesLeft(fund("f", texts)) < 0) {
      texts--;
    }
    return fund("f".repeat(1 + bytesLeft(fund("f", texts))), texts);
  }

  private static int bytesLeft(Entry entry) {
    return (32 << 10) - EntryCodec.encode(entry).length;
  }

  private static Entry fund(String id, int texts) {
    List<String> parents =
        IntStream.range(0, 64).mapToObj(i -> "%02d".formatted(i) + "p".repeat(398)).toList();
    Header header =
        Header.of(id, Samples.KEEPER)
            .proven(Collections.nCopies(64, new Hash("0".repeat(64))))
            .with(Collections.nCopies(texts, new TextHash("name", new Hash("1".repeat(64)))));
    return new Entry(header, Fund.of(Samples.KEEPER, FundMode.REPORTED, List.of(), parents));
  }

  @Test
  void aLedgerThatAServiceHasOpen() throws Exception {
    Path data = folder.resolve("old");
    try (MoveSource source = MoveSource.open(data, OLD.dataSource())) {
      assertThat(source.size()).isPositive();
      assertThatThrownBy(() -> MoveSource.open(data, OLD.dataSource()))
          .isInstanceOf(FolderInUseException.class);
    }
  }

  /** Where it would go is not as it must be. */
  @Nested
  final class OfTheNewLedger {
    @RegisterExtension static final TestDatabase OTHER = TestDatabase.empty();
    @RegisterExtension static final TestDatabase STARTED = TestDatabase.empty();

    @Test
    void aMemberWithoutIdentityOnTheNewLedger() throws Exception {
      try (EmbeddedLedger ledger = ledger("other", "XI-TEST-OTHER");
          MoveSource source = MoveSource.open(folder.resolve("old"), OLD.dataSource())) {
        assertRefused(Code.MOVE_MEMBER_MISSING, source, "other", ledger, OTHER);
      }
      assertThat(new Lineage(new Index(OLD.dataSource())).successor()).isEmpty();
    }

    @Test
    void aLedgerThatSomebodyElseStarted() throws Exception {
      record("started", STARTED);

      try (EmbeddedLedger ledger = ledger("started", Samples.KEEPER);
          MoveSource source = MoveSource.open(folder.resolve("old"), OLD.dataSource())) {
        assertRefused(Code.MOVE_TARGET_FOREIGN, source, "started", ledger, STARTED);
      }
      assertThat(new Lineage(new Index(OLD.dataSource())).successor()).isEmpty();
    }
  }

  /** It went somewhere else. */
  @Nested
  final class AfterAMove {
    @RegisterExtension static final TestDatabase ENDED = TestDatabase.empty();
    @RegisterExtension static final TestDatabase NEW = TestDatabase.empty();
    @RegisterExtension static final TestDatabase ANOTHER = TestDatabase.empty();

    @Test
    void aLedgerThatWasMovedToAnotherOne() throws Exception {
      record("ended", ENDED);
      Path data = folder.resolve("ended");
      try (EmbeddedLedger ledger = ledger("new", Samples.KEEPER);
          MoveSource source = MoveSource.open(data, ENDED.dataSource());
          MoveTarget target =
              MoveTarget.open(folder.resolve("new"), "lepta", ledger, NEW.dataSource())) {
        new MoveRun(source, target, ORIGIN).run(leaves -> {});
      }

      try (EmbeddedLedger ledger = ledger("another", Samples.KEEPER);
          MoveSource source = MoveSource.open(data, ENDED.dataSource())) {
        assertRefused(Code.MOVE_DONE_ELSEWHERE, source, "another", ledger, ANOTHER);
      }
    }
  }

  /** The new ledger would refuse an entry. */
  @Nested
  final class OfAnEntry {
    @RegisterExtension static final TestDatabase LARGE = TestDatabase.empty();
    @RegisterExtension static final TestDatabase SMALL = TestDatabase.empty();

    @Test
    void anEntryThatIsTooLargeWithItsOldIndexAndTheOldLogGoesOn() throws Exception {
      record("large", LARGE, fundOfMostBytes());

      try (EmbeddedLedger ledger = ledger("small", Samples.KEEPER);
          MoveSource source = MoveSource.open(folder.resolve("large"), LARGE.dataSource());
          MoveTarget target =
              MoveTarget.open(folder.resolve("small"), "lepta", ledger, SMALL.dataSource())) {
        MoveRun run = new MoveRun(source, target, ORIGIN);
        run.check();

        assertThatThrownBy(() -> run.rehearse(leaves -> {}))
            .isInstanceOfSatisfying(
                MoveException.class,
                refused -> assertThat(refused.code()).isEqualTo(Code.MOVE_ENTRY_REFUSED))
            .hasMessageContaining("ENTRY_TOO_LARGE");

        assertThat(source.isEnded()).isFalse();
        assertThat(folder.resolve("small/rehearsal")).doesNotExist();
      }
    }
  }
}
