package org.lepta.service.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir private Path temp;

  @Nested
  class Restart {

    @Test
    void keepsWhatWasWritten() throws SQLException {
      Path folder = temp.resolve("a folder with spaces");
      try (Database database = Database.embedded(folder)) {
        execute(database, "CREATE TABLE gift AS SELECT 7 AS amount");
      }
      assertThat(Postmaster.find(folder.resolve("cluster"))).isEmpty();

      try (Database database = Database.embedded(folder)) {
        assertThat(query(database, "SELECT amount FROM gift")).isEqualTo("7");
      }
    }

    @Test
    void afterAKillStopsTheServerThatSurvivedAndKeepsWhatWasCommitted() throws Exception {
      Process writer = startWriter(temp);
      long survivor = postmaster(temp).pid();
      writer.destroyForcibly().waitFor();
      assertThat(postmaster(temp).pid()).isEqualTo(survivor);

      try (Database database = Database.embedded(temp)) {
        assertThat(query(database, "SELECT string_agg(id, ',') FROM gift"))
            .isEqualTo("committed before the kill");
        assertThat(ProcessHandle.of(survivor)).isEmpty();
        assertThat(postmaster(temp).isAlive()).isTrue();
      }
    }

    @Test
    void afterTheServerWasKilledTooRecoversWhatWasCommitted() throws Exception {
      Process writer = startWriter(temp);
      ProcessHandle server = postmaster(temp);
      writer.destroyForcibly().waitFor();
      server.destroyForcibly();
      server.onExit().join();

      try (Database database = Database.embedded(temp)) {
        assertThat(query(database, "SELECT string_agg(id, ',') FROM gift"))
            .isEqualTo("committed before the kill");
      }
    }

    @Test
    void isNotStoppedByANoteThatNamesAnUnrelatedProcess() throws Exception {
      Database.embedded(temp).close();
      Path note = temp.resolve("cluster/postmaster.pid");
      Files.writeString(note, ProcessHandle.current().pid() + "\n");

      try (Database database = Database.embedded(temp)) {
        assertThat(query(database, "SELECT 1")).isEqualTo("1");
      }
      assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void beginsAgainWhereTheClusterWasNotFinished() throws Exception {
      Files.createDirectories(temp.resolve("cluster.unfinished/base"));
      Files.writeString(temp.resolve("cluster.unfinished/PG_VERSION"), "18\n");

      try (Database database = Database.embedded(temp)) {
        assertThat(query(database, "SELECT 1")).isEqualTo("1");
      }
    }

    private static Process startWriter(Path folder) throws IOException {
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  AbandoningWriter.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(writer.inputReader().lines().anyMatch("written"::equals)).isTrue();
      return writer;
    }

    private static ProcessHandle postmaster(Path folder) {
      return Postmaster.find(folder.resolve("cluster")).orElseThrow().process();
    }
  }

  @Nested
  class Safety {

    @Test
    void writesDurablyAndListensOnTheLoopbackAddressOnly() throws SQLException {
      try (Database database = Database.embedded(temp)) {
        assertThat(query(database, "SHOW fsync")).isEqualTo("on");
        assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query(database, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(query(database, "SHOW data_checksums")).isEqualTo("on");
        assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(database, "SHOW unix_socket_directories")).isEmpty();
        assertThat(query(database, "SELECT lower('ЛЕПТА')")).isEqualTo("лепта");
      }
    }

    @Test
    void asksForThePasswordThatOnlyTheOwnerCanRead() throws Exception {
      try (Database database = Database.embedded(temp)) {
        assertPasswordNeeded(database.url(), "lepta");
        assertPasswordNeeded(database.url(), "postgres");
        assertThat(query(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
            .isEqualTo("f");
      }
      for (String file : List.of("lepta.password", "postgres.password")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(file))))
            .isEqualTo("rw-------");
        assertThat(Files.readString(temp.resolve(file)).strip()).hasSize(32);
      }
    }

    @Test
    void setsANewPasswordWhereTheServicesWasLost() throws Exception {
      Database.embedded(temp).close();
      Files.delete(temp.resolve("lepta.password"));

      try (Database database = Database.embedded(temp)) {
        assertThat(query(database, "SELECT 1")).isEqualTo("1");
      }
    }

    private static void assertPasswordNeeded(String url, String user) {
      assertThatThrownBy(() -> DriverManager.getConnection(url, user, "wrong"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Nested
  class Refusals {

    @Test
    void namesTheLeptaProcessThatHoldsTheFolder() {
      try (Database database = Database.embedded(temp)) {
        assertThat(database.url()).startsWith("jdbc:postgresql://127.0.0.1:");
        assertThatThrownBy(() -> Database.embedded(temp))
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining(
                "in use by the Lepta process " + ProcessHandle.current().pid() + ":");
      }
    }

    @Test
    void namesBothVersionsOfAClusterOfAnother() throws IOException {
      Files.createDirectories(temp.resolve("cluster"));
      Files.writeString(temp.resolve("cluster/PG_VERSION"), "17\n");

      assertThatThrownBy(() -> Database.embedded(temp))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("written by PostgreSQL 17, this Lepta runs PostgreSQL 18");
    }

    @Test
    void doesNotTouchAFolderThatIsNoCluster() throws IOException {
      Files.createDirectories(temp.resolve("cluster/photos"));

      assertThatThrownBy(() -> Database.embedded(temp))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("is no PostgreSQL cluster");
      assertThat(temp.resolve("cluster/photos")).exists();
    }

    @Test
    void saysThatTheFolderIsAFile() throws IOException {
      Path file = Files.writeString(temp.resolve("file"), "");

      assertThatThrownBy(() -> Database.embedded(file))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("cannot be used");
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
        DatabaseSettings settings = new DatabaseSettings.Embedded(temp, taken.getLocalPort());

        assertThatThrownBy(() -> Database.open(settings))
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("port " + taken.getLocalPort() + " of 127.0.0.1");
      }
    }

    @Test
    void leavesTheFolderFreeForTheNextTry() throws IOException {
      Files.createDirectories(temp.resolve("cluster"));
      assertThatThrownBy(() -> Database.embedded(temp)).isInstanceOf(DatabaseException.class);
      Files.delete(temp.resolve("cluster"));

      Database.embedded(temp).close();
    }
  }

  @Nested
  class ExternalServer {

    @Test
    void servesThroughUrlUserAndPassword() throws Exception {
      try (Database embedded = Database.embedded(temp)) {
        String password = Files.readString(temp.resolve("lepta.password")).strip();
        execute(embedded, "CREATE TABLE gift AS SELECT 7 AS amount");

        try (Database external = Database.external(embedded.url(), "lepta", password)) {
          assertThat(query(external, "SELECT amount FROM gift")).isEqualTo("7");
        }
        assertThat(query(embedded, "SELECT amount FROM gift")).isEqualTo("7");
      }
    }

    @Test
    void isRefusedWithAWrongPasswordThatStaysSecret() {
      try (Database embedded = Database.embedded(temp)) {
        String url = embedded.url();

        assertThatThrownBy(() -> Database.external(url, "lepta", "not-this-one"))
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("as user lepta")
            .message()
            .doesNotContain("not-this-one");
      }
      assertThat(new DatabaseSettings.External("jdbc:postgresql:x", "u", "secret").toString())
          .doesNotContain("secret");
    }

    @Test
    void isRefusedWhenItMayLoseCommits() throws Exception {
      try (Database embedded = Database.embedded(temp)) {
        String password = Files.readString(temp.resolve("lepta.password")).strip();
        execute(embedded, "ALTER ROLE lepta SET synchronous_commit = off");
        String url = embedded.url();

        assertThatThrownBy(() -> Database.external(url, "lepta", password))
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("synchronous_commit is off");
      }
      assertThatThrownBy(() -> Database.embedded(temp))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("synchronous_commit must be on, it is off");
    }
  }

  static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String query(Database database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
