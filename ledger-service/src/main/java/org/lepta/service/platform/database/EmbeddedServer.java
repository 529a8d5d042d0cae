package org.lepta.service.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own on a data folder; it listens on the loopback address only and asks
 * for passwords (SCRAM).
 *
 * <p>The server runs in a session of its own and survives a killed JVM. The next start finds it by
 * its process id and stops it before it starts a fresh one, so that settings and programs are
 * always those of the running Lepta. While it is open, a server that ends is started again. {@link
 * #close()} stops it cleanly.
 */
final class EmbeddedServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  static final String ADDRESS = "127.0.0.1";

  static final String ADMIN = "postgres";
  static final String APPLICATION = "lepta";

  private static final int PORT_ATTEMPTS = 5;
  private static final int LOG_LINES_SHOWN = 15;
  private static final String START_SECONDS = "300";
  private static final String STOP_SECONDS = "60";

  private final DataFolder folder;
  private final PostgresBinaries binaries;
  private final Thread watcher = Thread.ofVirtual().name("lepta-database").unstarted(this::watch);
  private int port;
  private boolean closed;

  private EmbeddedServer(DataFolder folder, PostgresBinaries binaries) {
    this.folder = folder;
    this.binaries = binaries;
  }

  /**
   * Starts the server; makes the cluster, the role and the database when they are missing.
   *
   * @throws DatabaseException if folder or port cannot be used, another Lepta holds the folder, or
   *     its cluster is of another major version
   */
  static EmbeddedServer start(DatabaseSettings.Embedded settings) {
    DataFolder folder = DataFolder.take(settings.folder());
    try {
      EmbeddedServer server = new EmbeddedServer(folder, PostgresBinaries.unpacked(folder.root()));
      server.prepareCluster();
      server.stopLeftover();
      server.launch(settings.port());
      server.provision();
      server.watcher.start();
      return server;
    } catch (IOException e) {
      folder.close();
      throw new DatabaseException("the data folder " + settings.folder() + " cannot be used", e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Stops the server that a killed process left behind in the folder, if there is one. */
  static void stopLeftover(Path folder) {
    try (DataFolder taken = DataFolder.take(folder)) {
      if (Postmaster.find(taken.cluster()).isPresent()) {
        new EmbeddedServer(taken, PostgresBinaries.unpacked(taken.root())).stop();
      }
    }
  }

  /** Returns how the service connects. */
  DatabaseSettings.External application() {
    return connection(APPLICATION, APPLICATION);
  }

  /** Returns how the administrator connects to a database. */
  DatabaseSettings.External admin(String database) {
    return connection(ADMIN, database);
  }

  int port() {
    return port;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (Postmaster.find(folder.cluster()).isPresent()) {
        stop();
      }
    } finally {
      folder.close();
    }
  }

  /** A server that was killed is started again on its port; connections then come back. */
  private void watch() {
    try {
      while (reviveUnlessClosed()) {
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean reviveUnlessClosed() {
    if (!closed && Postmaster.find(folder.cluster()).isEmpty()) {
      LOG.warn("the embedded PostgreSQL has ended and is started again");
      try {
        launch(port);
      } catch (IOException | DatabaseException e) {
        LOG.error("it does not start yet: {}", e.getMessage());
      }
    }
    return !closed;
  }

  private void prepareCluster() throws IOException {
    Path version = folder.cluster().resolve("PG_VERSION");
    if (!Files.exists(folder.cluster())) {
      createCluster();
    } else if (!Files.exists(version)) {
      throw new DatabaseException(
          "the folder " + folder.cluster() + " is no PostgreSQL cluster: choose another folder");
    }
    String major = Files.readString(version).strip();
    if (!major.equals(Integer.toString(ServerCheck.MAJOR_VERSION))) {
      throw new DatabaseException(
          "the folder "
              + folder.cluster()
              + " was written by PostgreSQL "
              + major
              + ", this Lepta runs PostgreSQL "
              + ServerCheck.MAJOR_VERSION
              + ": use the Lepta version that wrote it, or move the folder away");
    }
  }

  private void createCluster() throws IOException {
    Path unfinished = folder.unfinishedCluster();
    Folders.delete(unfinished);
    folder.password(ADMIN);
    SystemCommand.Result made =
        binaries.run(
            "initdb",
            List.of(
                "--pgdata=" + unfinished,
                "--username=" + ADMIN,
                "--pwfile=" + folder.passwordFile(ADMIN),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
    if (!made.succeeded()) {
      throw new DatabaseException("PostgreSQL cannot make its cluster: " + made.output());
    }
    Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void stopLeftover() {
    Postmaster.find(folder.cluster()).ifPresent(leftover -> stop());
  }

  private void launch(int wantedPort) throws IOException {
    for (int attempt = 1; ; attempt++) {
      port = wantedPort == 0 ? freePort() : checkedPort(wantedPort);
      SystemCommand.Result started = binaries.run("pg_ctl", startArguments());
      if (started.succeeded()) {
        return;
      }
      String log = lastLogLines();
      boolean portWasTaken = log.contains("could not bind") && wantedPort == 0;
      if (!portWasTaken || attempt == PORT_ATTEMPTS) {
        throw new DatabaseException(
            "PostgreSQL does not start on "
                + folder.cluster()
                + ": "
                + started.output()
                + "\n"
                + log);
      }
    }
  }

  private List<String> startArguments() {
    String options =
        String.join(
            " ",
            "-p " + port,
            "-c listen_addresses=" + ADDRESS,
            "-c unix_socket_directories=",
            "-c fsync=on",
            "-c synchronous_commit=on",
            "-c full_page_writes=on",
            "-c shared_buffers=" + ServerRoom.sharedBuffers(),
            "-c max_wal_size=" + ServerRoom.writeAheadLog(folder.cluster()),
            "-c checkpoint_timeout=15min",
            "-c password_encryption=scram-sha-256",
            "-c timezone=UTC",
            "-c log_timezone=UTC");
    return List.of(
        "start",
        "--pgdata=" + folder.cluster(),
        "--log=" + folder.log(),
        "--options=" + options,
        "--wait",
        "--timeout=" + START_SECONDS);
  }

  private void stop() {
    SystemCommand.Result stopped =
        binaries.run(
            "pg_ctl",
            List.of(
                "stop",
                "--pgdata=" + folder.cluster(),
                "--mode=fast",
                "--wait",
                "--timeout=" + STOP_SECONDS));
    if (!stopped.succeeded() && Postmaster.find(folder.cluster()).isPresent()) {
      throw new DatabaseException(
          "the PostgreSQL server on " + folder.cluster() + " does not stop: " + stopped.output());
    }
  }

  private void provision() throws IOException {
    try {
      EmbeddedRoles.provision(admin("postgres"), folder.password(APPLICATION));
    } catch (RuntimeException | IOException e) {
      stop();
      throw e;
    }
  }

  private DatabaseSettings.External connection(String role, String database) {
    try {
      String url = "jdbc:postgresql://" + ADDRESS + ":" + port + "/" + database;
      return new DatabaseSettings.External(url, role, folder.password(role));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lastLogLines() throws IOException {
    if (!Files.exists(folder.log())) {
      return "";
    }
    List<String> lines = Files.readAllLines(folder.log());
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
  }

  /** The bytes of {@link #ADDRESS}, which no name service is asked about. */
  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    }
  }

  private static int checkedPort(int wanted) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback(), wanted));
      return wanted;
    } catch (IOException e) {
      throw new DatabaseException(
          "port " + wanted + " of " + ADDRESS + " cannot be used for PostgreSQL: " + e.getMessage(),
          e);
    }
  }
}
