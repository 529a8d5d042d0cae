package org.lepta.service.command.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.embedded.FolderInUseException;
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
  @RegisterExtension static final TestDatabase ENDED = TestDatabase.empty();
  @RegisterExtension static final TestDatabase STARTED = TestDatabase.empty();
  @RegisterExtension static final TestDatabase NEW = TestDatabase.empty();
  @RegisterExtension static final TestDatabase OTHER = TestDatabase.empty();
  @RegisterExtension static final TestDatabase ANOTHER = TestDatabase.empty();

  @TempDir static Path folder;

  @BeforeAll
  static void record() throws Exception {
    record("old", OLD);
  }

  private static void record(String name, TestDatabase index) throws Exception {
    try (RunningService service = RunningService.start(folder.resolve(name), index.settings())) {
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

  @Test
  void aLedgerThatAServiceHasOpen() throws Exception {
    Path data = folder.resolve("old");
    try (MoveSource source = MoveSource.open(data, OLD.dataSource())) {
      assertThat(source.size()).isPositive();
      assertThatThrownBy(() -> MoveSource.open(data, OLD.dataSource()))
          .isInstanceOf(FolderInUseException.class);
    }
  }
}
