package org.lepta.service.ledger.fabric;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.lepta.service.ledger.LedgerContract.A;
import static org.lepta.service.ledger.LedgerContract.B;
import static org.lepta.service.ledger.LedgerContract.C;
import static org.lepta.service.ledger.LedgerContract.D;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.lepta.service.ledger.TestContractMain;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.connection.ConnectionFile;
import org.lepta.service.network.Network;
import org.lepta.service.network.NetworkException;
import org.lepta.service.network.NetworkSettings;
import org.lepta.service.network.Ordering;
import org.lepta.service.network.Programs;
import org.lepta.service.testing.TestChaincode;

/**
 * A real network of an auditor and three members, or four under BFT, that runs the test contract:
 * one for each way of ordering, started for the first test class that asks, shared by all, stopped
 * after the last one whatever they did. Where Fabric's programs are missing the asking classes are
 * skipped, with the reason.
 */
final class SharedNetwork implements AutoCloseable {
  private static final Map<String, String> ORGANISATIONS =
      Map.of("foundation-1", A, "foundation-2", B, "operator", C, "foundation-3", D);

  /** A contract that answers a few calls is not worth compiling well. */
  private static final Map<String, String> QUICK_START =
      Map.of(
          "LEPTA_CHAINCODE_OPTIONS",
          "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
              + " --sun-misc-unsafe-memory-access=allow");

  private final Path folder;
  private final Network network;
  private final Thread atExit = new Thread(this::stopQuietly);
  private boolean damaged;

  private SharedNetwork(Path folder, Network network) {
    this.folder = folder;
    this.network = network;
  }

  private static SharedNetwork start(Ordering ordering) throws Exception {
    Path folder = Files.createTempDirectory("lepta-network");
    Path jar = TestChaincode.write(folder.resolve("chaincode.jar"), TestContractMain.class, "1");
    Path data = folder.resolve("network");
    Network network =
        new Network(
            new NetworkSettings(data, ordering, "lepta", "lepta", jar, ORGANISATIONS, QUICK_START),
            line -> {});
    SharedNetwork started = new SharedNetwork(folder, network);
    // A killed build must not leave nodes behind either.
    Runtime.getRuntime().addShutdownHook(started.atExit);
    try {
      network.up();
      return started;
    } catch (IOException | NetworkException | InterruptedException e) {
      started.close();
      throw e;
    }
  }

  /** Reads the connection of a participant. */
  Connection connection(String participant) throws IOException {
    return ConnectionFile.read(network.connectionFile(participant));
  }

  /** Joins by the first participant's peer, with the identities of all of them to sign with. */
  FabricLedger join(FabricLimits limits, String... participants)
      throws IOException, UnreachableException {
    FabricSettings settings = FabricSettings.of(connection(participants[0]), limits);
    for (String other : List.of(participants).subList(1, participants.length)) {
      settings = settings.withSigner(FabricSettings.signer(connection(other)));
    }
    return FabricLedger.open(settings);
  }

  /** Kills a process of the network at once. */
  void kill(String name) throws Exception {
    ProcessHandle process = process(name);
    damaged = true;
    process.destroyForcibly();
    process.onExit().get(20, TimeUnit.SECONDS);
  }

  /** Returns a process of the network. */
  ProcessHandle process(String name) throws Exception {
    return network.process(name).orElseThrow();
  }

  /** Starts again whatever was killed, and waits until it is well. */
  void repair() throws Exception {
    if (damaged) {
      network.up();
      damaged = false;
    }
  }

  private void stopQuietly() {
    try {
      network.down();
    } catch (IOException | NetworkException e) {
      System.err.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    stopQuietly();
    Runtime.getRuntime().removeShutdownHook(atExit);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Gives the network to test classes. */
  static final class Extension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedNetwork.class);

    private final Ordering ordering;

    Extension(Ordering ordering) {
      this.ordering = ordering;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
      try {
        Programs.find();
      } catch (NetworkException e) {
        abort("needs a network: " + e.getMessage());
      }
      of(context);
    }

    private SharedNetwork of(ExtensionContext context) {
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(
              ordering,
              key -> {
                try {
                  return SharedNetwork.start(ordering);
                } catch (Exception e) {
                  throw new IllegalStateException("the network does not start", e);
                }
              },
              SharedNetwork.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SharedNetwork.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return of(context);
    }
  }
}
