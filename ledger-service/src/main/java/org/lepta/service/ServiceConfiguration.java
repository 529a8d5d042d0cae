package org.lepta.service;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.lepta.service.consortium.OtherAddress;
import org.lepta.service.consortium.Others;
import org.lepta.service.consortium.TextFetcher;
import org.lepta.service.exchange.Imports;
import org.lepta.service.explorer.SealGap;
import org.lepta.service.explorer.Self;
import org.lepta.service.indexing.IndexedEntries;
import org.lepta.service.indexing.IndexedLog;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.read.Lookups;
import org.lepta.service.indexing.read.Roots;
import org.lepta.service.indexing.read.TextMentions;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.fabric.FabricLimits;
import org.lepta.service.ledger.fabric.FabricSettings;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.platform.ApiKeys;
import org.lepta.service.platform.Writing;
import org.lepta.service.platform.database.Database;
import org.lepta.service.platform.database.DatabaseSettings;
import org.lepta.service.submission.Signers;
import org.lepta.service.submission.Submissions;
import org.lepta.service.trail.Trails;
import org.lepta.service.transparency.TextStore;
import org.lepta.service.transparency.log.LogAlarm;
import org.lepta.service.transparency.log.TransparencyLog;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the parts in the order in which they stand on each other; Spring closes them in reverse.
 */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

  private static final Duration TEXT_PAUSE = Duration.ofSeconds(1);

  @Bean
  Database database(LeptaSettings settings) throws IOException {
    Files.createDirectories(settings.data());
    LeptaSettings.DatabaseAddress address = settings.database();
    return Database.open(
        address.url().isEmpty()
            ? new DatabaseSettings.Embedded(settings.data().resolve("database"), 0)
            : new DatabaseSettings.External(address.url(), address.user(), address.password()));
  }

  @Bean
  DataSource dataSource(Database database) {
    return database.dataSource();
  }

  @Bean
  ApiKeys apiKeys(LeptaSettings settings) throws IOException {
    Files.createDirectories(settings.data());
    return new ApiKeys(settings.data());
  }

  @Bean
  TextStore textStore(LeptaSettings settings) {
    return TextStore.open(settings.data().resolve("texts"));
  }

  @Bean
  Operator operator(LeptaSettings settings) throws IOException {
    return Operator.of(settings);
  }

  @Bean
  Ledger ledger(LeptaSettings settings, Operator operator)
      throws IOException, UnreachableException {
    Connection connection = operator.connection();
    return connection == null
        ? EmbeddedLedger.open(EmbeddedSettings.ofLepta(settings.data().resolve("ledger")))
        : FabricLedger.open(FabricSettings.of(connection, limits(settings.fabric())));
  }

  private static FabricLimits limits(LeptaSettings.NetworkAddress network) {
    return new FabricLimits(
        network.inFlight(),
        network.endorsing(),
        network.ordering(),
        network.again(),
        network.commit(),
        network.silence());
  }

  @Bean(destroyMethod = "close")
  Indexer indexer(Ledger ledger, DataSource database, Flyway migrated) {
    return new Indexer(ledger, database, Projections.standard());
  }

  /** Reads at once what was signed last, so that the tables must be there. */
  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  TransparencyLog transparencyLog(LeptaSettings settings, DataSource database, Indexer indexer)
      throws IOException, SQLException {
    return TransparencyLog.open(
        settings.data(), settings.log().origin(), database, IndexedLog.of(database, indexer));
  }

  /** Whoever differs may be right; signing ends here until people have found out. */
  @Bean(destroyMethod = "close")
  Others others(LeptaSettings settings, Roots roots, TransparencyLog log) {
    return new Others(
        OtherAddress.of(settings.others()),
        roots,
        settings.othersPause(),
        (other, detail) -> log.halt(LogAlarm.LOG_OTHERS_DIFFER, detail));
  }

  @Bean(destroyMethod = "close")
  TextFetcher textFetcher(
      Others others, TextMentions mentions, DataSource database, TextStore texts) {
    return new TextFetcher(others, mentions, database, texts, TEXT_PAUSE);
  }

  @Bean
  Self self(Operator operator) {
    return new Self(operator.organisation(), operator.connection() != null, operator.isRecording());
  }

  @Bean
  SealGap sealGap(Operator operator, Recorder recorder) {
    return () -> recorder.missingBatch(operator.organisation());
  }

  @Bean
  Writing writing(Operator operator) {
    return new Writing(operator.isRecording());
  }

  @Bean
  RecordedEntries recordedEntries(DataSource database, Indexer indexer) {
    return new IndexedEntries(database, indexer);
  }

  @Bean(destroyMethod = "close")
  Recorder recorder(Ledger ledger, DataSource database, RecordedEntries recorded) {
    return new Recorder(ledger, database, recorded);
  }

  @Bean
  Submissions submissions(Recorder recorder, TextStore texts, Ledger ledger, Operator operator) {
    return new Submissions(recorder, texts, new Signers(ledger, recorder, operator.organisation()));
  }

  @Bean(destroyMethod = "close")
  Imports imports(DataSource database, Submissions submissions, RecordedEntries recorded) {
    return new Imports(() -> Imports.intake(database, submissions, recorded));
  }

  @Bean
  Trails trails(DataSource database, Lookups lookups) {
    return new Trails(
        database,
        (payments, size) ->
            lookups.confirmedLeaves(payments).stream()
                .collect(Collectors.toMap(Function.identity(), payment -> "confirmed")));
  }
}
