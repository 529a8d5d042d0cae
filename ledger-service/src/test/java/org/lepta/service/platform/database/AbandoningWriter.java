package org.lepta.service.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that opens a database, commits a row, says so and then hangs until it is killed. */
final class AbandoningWriter {

  private AbandoningWriter() {}

  public static void main(String[] args) throws SQLException, InterruptedException {
    Database database = Database.embedded(Path.of(args[0]));
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE gift (id text PRIMARY KEY)");
      statement.execute("INSERT INTO gift VALUES ('committed before the kill')");
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO gift VALUES ('never committed')");
      System.out.println("written");
      Thread.currentThread().join();
    }
  }
}
