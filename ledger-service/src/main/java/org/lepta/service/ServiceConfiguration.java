package org.lepta.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.lepta.service.consortium.OtherAddress;
import org.lepta.service.consortium.Others;
import org.lepta.service.consortium.TextFetcher;
import org.lepta.service.consortium.Withdrawals;
import org.lepta.service.exchange.Imports;
import org.lepta.service.explorer.OwnWitness;
import org.lepta.service.explorer.ReceiptCodes;
import org.lepta.service.explorer.SealGap;
import org.lepta.service.explorer.Self;
import org.lepta.service.explorer.SiteAddress;
import org.lepta.service.indexing.IndexedEntries;
import org.lepta.service.indexing.IndexedLog;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.read.Finder;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.indexing.read.LogKeys;
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
import org.lepta.service.transparency.log.ClosedLog;
import org.lepta.service.transparency.log.LogAlarm;
import org.lepta.service.transparency.log.RebuiltRoot;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.SignatureType;
import org.lepta.service.transparency.proof.SignerFile;
import org.lepta.service.transparency.witness.Witness;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationListener;
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
  ReceiptCodes receiptCodes(LeptaSettings settings) throws IOException {
    Files.createDirectories(settings.data());
    return ReceiptCodes.open(settings.data());
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
        settings.data(),
        settings.log().origin(),
        policy(settings.log().policy()),
        database,
        IndexedLog.of(database, indexer));
  }

  private static Policy policy(String file) throws IOException {
    if (file.isEmpty()) {
      return Policy.none();
    }
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return Policy.parse(in.readNBytes(Policy.MAX_BYTES + 1));
    } catch (FaultException e) {
      throw new IllegalArgumentException(
          "lepta.log.policy: %s, line %d: %s".formatted(file, e.line(), e.detail()), e);
    }
  }

  /** Cosigns what it rebuilt, with a key of its own whose name says so. */
  @Bean
  OwnWitness ownWitness(
      LeptaSettings settings,
      TransparencyLog log,
      LogKeys keys,
      DataSource database,
      Indexer indexer)
      throws IOException, SignerFile.UnusableException {
    if (!settings.log().cosign()) {
      return new OwnWitness(Optional.empty());
    }
    SignerFile file =
        new SignerFile(settings.data().resolve("witness-key"), SignatureType.COSIGNATURE_V1);
    NoteSigner signer =
        file.exists()
            ? file.read()
            : file.create(log.state().origin() + "/rebuilt", new SecureRandom());
    return new OwnWitness(
        Optional.of(
            Witness.open(
                signer,
                keys::of,
                new RebuiltRoot(IndexedLog.of(database, indexer)),
                settings.data().resolve("witness"),
                Clock.systemUTC())));
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

  @Bean(destroyMethod = "close")
  Withdrawals withdrawals(TextMentions mentions, TextStore texts) {
    return new Withdrawals(mentions, texts, TEXT_PAUSE);
  }

  @Bean
  Self self(Operator operator) {
    return new Self(operator.organisation(), operator.connection() != null, operator.isRecording());
  }

  @Bean
  SiteAddress siteAddress(LeptaSettings settings) {
    return new SiteAddress(settings.address());
  }

  @Bean
  SealGap sealGap(Operator operator, Recorder recorder) {
    return () -> recorder.missingBatch(operator.organisation());
  }

  @Bean
  Writing writing(Operator operator, Lineage lineage) {
    return () -> {
      if (!operator.isRecording()) {
        return Optional.of(Writing.Closed.READ_ONLY_SERVICE);
      }
      return lineage.successor().map(successor -> Writing.Closed.LEDGER_MOVED);
    };
  }

  @Bean
  ClosedLog closedLog(LeptaSettings settings) {
    return new ClosedLog(settings.data());
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

  /** The first reader who searches does not wait until all names are read. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> nameReading(Finder finder) {
    return started -> Thread.ofVirtual().name("names").start(() -> readNames(finder));
  }

  private static void readNames(Finder finder) {
    try {
      finder.readNames();
    } catch (RuntimeException e) {
      // The service is ending, or the database is gone for a while: a search reads them by itself.
      LoggerFactory.getLogger(ServiceConfiguration.class).debug("names are not read yet", e);
    }
  }

  @Bean
  Trails trails(DataSource database, Lookups lookups) {
    return new Trails(
        database,
        (payments, size) ->
            lookups.confirmedLeaves(payments, size).stream()
                .collect(Collectors.toMap(Function.identity(), payment -> "confirmed")));
  }
}
