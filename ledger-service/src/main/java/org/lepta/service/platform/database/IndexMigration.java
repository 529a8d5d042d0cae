package org.lepta.service.platform.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the tables of an earlier version to this one, and says so first: some steps write all of a
 * large index anew, and a start that is silent for minutes looks like one that hangs.
 */
@Component
final class IndexMigration implements FlywayMigrationStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(IndexMigration.class);

  @Override
  public void migrate(Flyway flyway) {
    MigrationInfoService before = flyway.info();
    MigrationInfo current = before.current();
    MigrationInfo[] pending = before.pending();
    boolean isOlder = current != null && pending.length > 0;
    if (isOlder) {
      LOG.info(
          "the database is brought from schema {} to {}; with millions of entries this takes"
              + " minutes",
          current.getVersion(),
          pending[pending.length - 1].getVersion());
    }
    flyway.migrate();
    if (isOlder) {
      LOG.info("the database has schema {}", flyway.info().current().getVersion());
    }
  }
}
