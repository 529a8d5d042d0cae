package org.lepta.service.command.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.bench.BenchContract;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.connection.ConnectionFile;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.fabric.FabricLimits;
import org.lepta.service.ledger.fabric.FabricSettings;
import org.lepta.service.network.Network;
import org.lepta.service.network.NetworkException;
import org.lepta.service.network.NetworkSettings;
import org.lepta.service.network.Ordering;
import org.lepta.service.network.RunnableJar;

/**
 * A network of three members and an auditor in a folder, with the real contract and the one that
 * only measures. Its processes end with it, also if this process is told to end. Not thread-safe.
 */
final class BenchNetwork implements AutoCloseable {
  /** The member whose service and identity all measurements use. */
  private static final String MEMBER = "foundation-1";

  private final Network network;
  private final NetworkSettings settings;
  private final Thread atExit;

  private BenchNetwork(NetworkSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.network = new Network(settings, progress);
    this.atExit = new Thread(this::downQuietly);
  }

  /**
   * Makes the network and waits until both contracts answer.
   *
   * @param chaincode runnable jar of the real contract
   * @param progress gets a line for each step
   */
  static BenchNetwork up(
      Path folder, Path chaincode, Map<String, String> environment, Consumer<String> progress)
      throws IOException, InterruptedException, NetworkException {
    NetworkSettings settings =
        new NetworkSettings(
            folder.resolve("network"),
            Ordering.RAFT,
            "lepta",
            "lepta",
            chaincode,
            Map.of(),
            environment);
    BenchNetwork started = new BenchNetwork(settings, progress);
    Runtime.getRuntime().addShutdownHook(started.atExit);
    try {
      started.network.up();
      Path jar =
          RunnableJar.write(
              folder.resolve("bench-contract.jar"),
              BenchContract.class,
              "bench",
              List.of(BenchContract.class),
              List.of(chaincode));
      started.network.deploy(BenchContract.NAME, jar);
      return started;
    } catch (IOException | InterruptedException | NetworkException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  Cpu cpu() throws IOException, NetworkException {
    return Cpu.now(network);
  }

  NetworkSettings settings() {
    return settings;
  }

  Path connectionFile() {
    return network.connectionFile(MEMBER);
  }

  Connection connection() throws IOException {
    return ConnectionFile.read(connectionFile());
  }

  /** Joins with the member's identity to call the real contract. */
  FabricLedger join() throws IOException, UnreachableException {
    return FabricLedger.open(FabricSettings.of(connection(), FabricLimits.DEFAULT));
  }

  /** Joins with the member's identity to call the contract that only measures. */
  FabricLedger joinBench() throws IOException, UnreachableException {
    FabricSettings real = FabricSettings.of(connection(), FabricLimits.DEFAULT);
    return FabricLedger.open(
        new FabricSettings(
            real.channel(),
            BenchContract.NAME,
            real.signers(),
            real.reader(),
            real.tlsCertificate(),
            real.tlsKey(),
            real.peers(),
            real.limits()));
  }

  private void downQuietly() {
    try {
      network.down();
    } catch (NetworkException e) {
      // Without a network, what kept it from being made is told already.
      if (e.code() != NetworkException.Code.NETWORK_MISSING) {
        System.err.println("The network could not be taken down: " + e.getMessage());
      }
    } catch (IOException e) {
      System.err.println("The network could not be taken down: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    // An interrupted measurement leaves no process behind either.
    boolean interrupted = Thread.interrupted();
    downQuietly();
    Runtime.getRuntime().removeShutdownHook(atExit);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
