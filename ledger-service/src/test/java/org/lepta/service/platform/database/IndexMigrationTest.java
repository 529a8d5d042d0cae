package org.lepta.service.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.testing.TestDatabase;
import org.slf4j.LoggerFactory;

/** What a start says of the database's tables. */
final class IndexMigrationTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @BeforeEach
  void clear() throws Exception {
    DATABASE.clear();
  }

  @Test
  void tablesOfAnEarlierVersionAreAnnouncedBeforeTheyAreWrittenAnew() {
    configured().target("1").load().migrate();
    Flyway flyway = configured().target("3").load();

    assertThat(said(flyway))
        .containsExactly(
            "the database is brought from schema 1 to 3; with millions of entries this takes"
                + " minutes",
            "the database has schema 3");
    assertThat(said(flyway)).isEmpty();
  }

  @Test
  void aNewDatabaseIsFilledWithoutAWord() {
    Flyway flyway = configured().target("3").load();

    assertThat(said(flyway)).isEmpty();
    assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("3");
  }

  private static FluentConfiguration configured() {
    return Flyway.configure().dataSource(DATABASE.dataSource());
  }

  private static List<String> said(Flyway flyway) {
    Logger logger = (Logger) LoggerFactory.getLogger(IndexMigration.class);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    logger.addAppender(appender);
    try {
      new IndexMigration().migrate(flyway);
    } finally {
      logger.detachAppender(appender);
    }
    return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
