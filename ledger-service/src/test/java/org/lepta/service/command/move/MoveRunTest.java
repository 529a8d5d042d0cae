package org.lepta.service.command.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.service.indexing.IndexedEntries;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.recording.InOrder;
import org.lepta.service.moving.FigureComparison;
import org.lepta.service.sample.Sample;
import org.lepta.service.sample.SampleLoader;
import org.lepta.service.submission.Submissions;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Half a year of the sample moves to another ledger, with a kill at every few transactions. */
@SuppressWarnings("NullAway.Init") // move() gives every field its value
final class MoveRunTest {

  private static final String ORIGIN = "log.example.org/old";
  private static final String NEW_ORIGIN = "log.example.org/new";
  private static final int CHAPTERS = 3 + 6 * 3;

  @RegisterExtension static final TestDatabase OLD = TestDatabase.empty();
  @RegisterExtension static final TestDatabase NEW = TestDatabase.empty();

  @TempDir static Path folder;
  private static Path data;
  private static Path into;
  private static MoveRun.Report report;
  private static int kills;

  @BeforeAll
  static void move() throws Exception {
    data = folder.resolve("old");
    into = folder.resolve("new");
    Files.createDirectories(into);
    record();
    boolean done = false;
    for (int transactions = 0; !done; transactions++) {
      done = moveUntilKilled(transactions % 7 * 3, transactions % 2 == 0);
    }
  }

  /** A part of the sample, and one gift that two organisations imported. */
  private static void record() throws Exception {
    try (RunningService service =
        RunningService.start(data, OLD.settings(), "--lepta.log.origin=" + ORIGIN)) {
      Sample all = Sample.standard();
      Sample part =
          new Sample(all.organisations(), all.members(), all.chapters().subList(0, CHAPTERS));
      loader(service).load(part, (entries, next) -> {});
      service.record(Samples.fund("reported", Samples.KEEPER, FundMode.REPORTED));
      Entry gift = Samples.donation("twice", "reported", "12.5");
      service.record(gift);
      new InOrder(service.bean(Ledger.class)).batch(Sample.ORGANISATION, List.of(gift));
      service.record();
    }
  }

  private static SampleLoader loader(RunningService service) {
    return new SampleLoader(
        service.bean(EmbeddedLedger.class),
        service.bean(Submissions.class),
        service.bean(IndexedEntries.class),
        Samples.KEEPER);
  }

  /** Opens everything anew, as the next process would. */
  private static boolean moveUntilKilled(int transactions, boolean after) throws Exception {
    try (EmbeddedLedger ledger = newLedger(into);
        MoveSource source = MoveSource.open(data, OLD.dataSource());
        MoveTarget target =
            MoveTarget.open(
                into, "lepta", new KilledLedger(ledger, transactions, after), NEW.dataSource())) {
      MoveRun run = new MoveRun(source, target, NEW_ORIGIN);
      run.check();
      run.rehearse(leaves -> {});
      report = run.run(leaves -> {});
      return true;
    } catch (KilledLedger.KilledException e) {
      kills++;
      return false;
    }
  }

  private static EmbeddedLedger newLedger(Path data) throws Exception {
    EmbeddedLedger ledger = EmbeddedLedger.open(EmbeddedSettings.ofLepta(data.resolve("ledger")));
    ledger.addMember(Samples.KEEPER);
    for (String member : Sample.standard().members()) {
      ledger.addMember(member);
    }
    return ledger;
  }

  @Test
  void everyKindButWhatIsAboutTheLedgerItselfIsThereAsOften() {
    assertThat(kills).isGreaterThan(5);
    assertThat(report.counts())
        .filteredOn(row -> row.old().compareTo(row.fresh()) != 0)
        .extracting(FigureComparison.Row::name)
        .containsExactlyInAnyOrder("log-key", "publication");
    assertThat(report.sums())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.fresh()).isEqualByComparingTo(row.old()));
    assertThat(report.texts().absent()).isZero();
    assertThat(report.texts().copied()).isPositive();
  }

  @Test
  void theOldServiceServesItsLogTakesNothingMoreAndSaysWhereItWent() throws Exception {
    try (RunningService service =
        RunningService.start(data, OLD.settings(), "--lepta.log.origin=" + ORIGIN)) {
      JsonNode status = service.json("/api/v1/status");

      assertThat(status.at("/log/published/size").asLong()).isEqualTo(report.old().size());
      assertThat(status.at("/log/published/root").asString()).isEqualTo(report.old().root().hex());
      assertThat(status.at("/ledger/successor/log").asString()).isEqualTo(NEW_ORIGIN);
      assertThat(service.get("/en/").body()).contains("It goes on in the log " + NEW_ORIGIN);
      assertThat(service.get("/ru/funds").body()).contains("Он продолжается в журнале");
      HttpResponse<String> answer =
          service.post("/api/v1/organisations", service.key(), "{\"id\":\"XI-TEST-X\"}");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("LEDGER_MOVED");
    }
  }

  @Test
  void theNewServiceNamesTheOldLogAndServesItsFiles() throws Exception {
    String checkpoint = Files.readString(data.resolve("log/checkpoint"));
    try (RunningService service =
        RunningService.start(into, NEW.settings(), "--lepta.log.origin=" + NEW_ORIGIN)) {
      JsonNode status = service.json("/api/v1/status");

      assertThat(status.at("/log/previous/origin").asString()).isEqualTo(ORIGIN);
      assertThat(status.at("/log/previous/size").asLong()).isEqualTo(report.old().size());
      assertThat(status.at("/log/previous/root").asString()).isEqualTo(report.old().root().hex());
      assertThat(status.at("/log/vkey").asString()).isEqualTo(report.vkey());
      assertThat(service.json("/api/v1/entries/0").at("/previousLog").asString()).isEqualTo(ORIGIN);
      assertThat(service.get("/log/previous/checkpoint").body()).isEqualTo(checkpoint);
      assertThat(service.get("/log/previous/tile/0/000").statusCode()).isEqualTo(200);
      assertThat(service.get("/log/previous/tile/0/x999/000").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aMovedEntryShowsWhereItStood() throws Exception {
    try (RunningService service =
        RunningService.start(into, NEW.settings(), "--lepta.log.origin=" + NEW_ORIGIN)) {
      JsonNode gift = service.json("/api/v1/donations/" + Sample.DONATION);
      long index = gift.at("/leafIndex").asLong();
      long moved = gift.at("/moved").asLong();

      assertThat(service.get("/en/entries/" + index).body())
          .contains("was entry " + grouped(moved) + " of the log " + ORIGIN);
      assertThat(service.get("/ru/entries/" + index).body()).contains("журнала " + ORIGIN);
    }
  }

  private static String grouped(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
