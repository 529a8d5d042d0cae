package org.lepta.service.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir private static Path prepared;

  @TempDir private Path temp;

  @BeforeAll
  static void prepareOneCluster() {
    Database.embedded(prepared).close();
  }

  /** Spares each test the seconds in which PostgreSQL makes a cluster. */
  private void copyPreparedCluster() throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(prepared)) {
      paths = walk.filter(path -> !path.equals(prepared)).toList();
    }
    for (Path path : paths) {
      Files.copy(
          path,
          temp.resolve(prepared.relativize(path).toString()),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

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
      copyPreparedCluster();
      Process writer = startWriter(temp);
      long survivor = postmaster(temp).pid();
      writer.destroyForcibly().waitFor();
      assertThat(postmaster(temp).pid()).isEqualTo(survivor);

      try (Database database = Database.embedded(temp)) {
        assertThat(query(database, "SELECT string_agg(id, ',') FROM gift"))
            .isEqualTo("committed before the kill");
        assertThat(serversOf(temp)).containsExactly(postmaster(temp).pid());
        assertThat(postmaster(temp).pid()).isNotEqualTo(survivor);
      }
    }

    @Test
    void afterTheServerWasKilledTooRecoversWhatWasCommitted() throws Exception {
      copyPreparedCluster();
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
      copyPreparedCluster();
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

    /** The server's helpers work there too; they are its children. */
    private static List<Long> serversOf(Path folder) {
      return ProcessHandle.allProcesses()
          .filter(process -> isAtWork(process, folder.resolve("cluster")))
          .filter(
              process ->
                  process.parent().filter(p -> isAtWork(p, folder.resolve("cluster"))).isEmpty())
          .map(ProcessHandle::pid)
          .toList();
    }

    private static boolean isAtWork(ProcessHandle process, Path cluster) {
      try {
        return process.info().command().isPresent() && Postmaster.worksOn(process, cluster);
      } catch (IOException processHasGone) {
        return false;
      }
    }

    private static ProcessHandle postmaster(Path folder) {
      return Postmaster.find(folder.resolve("cluster")).orElseThrow().process();
    }
  }

  @Nested
  class Safety {

    @Test
    void writesDurablyAndListensOnTheLoopbackAddressOnly() throws Exception {
      copyPreparedCluster();
      try (Database database = Database.embedded(temp)) {
        assertThat(query(database, "SHOW fsync")).isEqualTo("on");
        assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query(database, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(query(database, "SHOW data_checksums")).isEqualTo("on");
        assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(database, "SELECT lower('ЛЕПТА')")).isEqualTo("лепта");
      }
    }

    @Test
    void asksForThePasswordThatOnlyTheOwnerCanRead() throws Exception {
      copyPreparedCluster();
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
      copyPreparedCluster();
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
    void namesTheLeptaProcessThatHoldsTheFolder() throws Exception {
      copyPreparedCluster();
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
      copyPreparedCluster();
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
    void isRefusedWithAWrongPasswordThatStaysSecret() throws Exception {
      copyPreparedCluster();
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
      copyPreparedCluster();
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
