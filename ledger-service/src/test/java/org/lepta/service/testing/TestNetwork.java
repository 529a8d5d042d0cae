package org.lepta.service.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lepta.service.network.Network;
import org.lepta.service.network.NetworkException;
import org.lepta.service.network.NetworkSettings;
import org.lepta.service.network.Ordering;
import org.lepta.service.network.Programs;

/**
 * A network of real peers and orderers for one test class, in a folder of its own. Where Fabric's
 * programs are missing the class is skipped, and says so.
 */
public final class TestNetwork implements BeforeAllCallback, AfterAllCallback {
  /** A contract that answers a few calls is not worth compiling well. */
  private static final Map<String, String> QUICK_START =
      Map.of(
          "LEPTA_CHAINCODE_OPTIONS",
          "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
              + " --sun-misc-unsafe-memory-access=allow");

  private final Ordering ordering;
  private final Class<?> main;
  private final Map<String, String> organisations;
  private final Map<String, String> environment;
  private @Nullable Path folder;
  private @Nullable Thread atExit;

  private TestNetwork(
      Ordering ordering,
      Class<?> main,
      Map<String, String> organisations,
      Map<String, String> environment) {
    this.ordering = ordering;
    this.main = main;
    this.organisations = Map.copyOf(organisations);
    this.environment = Map.copyOf(environment);
  }

  /** A network whose chaincode is started by the main method of a class. */
  public static TestNetwork of(Ordering ordering, Class<?> main) {
    return of(ordering, main, Map.of());
  }

  /** The same, where participants have these organisation ids. */
  public static TestNetwork of(
      Ordering ordering, Class<?> main, Map<String, String> organisations) {
    return new TestNetwork(ordering, main, organisations, QUICK_START);
  }

  /** The same network, whose nodes log as Fabric's specification says. */
  public TestNetwork logging(String specification) {
    Map<String, String> more = new HashMap<>(environment);
    more.put("FABRIC_LOGGING_SPEC", specification);
    return new TestNetwork(ordering, main, organisations, more);
  }

  /** The network; its chaincode differs for each mark, which matters to an upgrade. */
  public Network network(String mark) throws IOException {
    Path jar = TestChaincode.write(folder().resolve(mark + ".jar"), main, mark);
    return new Network(settings(jar), line -> {});
  }

  /** The network as it was started. */
  public Network network() throws IOException {
    return network("first");
  }

  /** The folder of the network's data. */
  public Path data() {
    return folder().resolve("network");
  }

  private NetworkSettings settings(Path jar) {
    return new NetworkSettings(data(), ordering, "lepta", "lepta", jar, organisations, environment);
  }

  private Path folder() {
    return Objects.requireNonNull(folder, "not started");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    try {
      Programs.find();
    } catch (NetworkException e) {
      Assumptions.abort(String.valueOf(e.getMessage()));
    }
    folder = Files.createTempDirectory("lepta-network");
    // A killed build must not leave nodes behind either.
    atExit = new Thread(this::stopQuietly);
    Runtime.getRuntime().addShutdownHook(atExit);
    network().up();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (folder == null) {
      return;
    }
    stopQuietly();
    Runtime.getRuntime().removeShutdownHook(Objects.requireNonNull(atExit));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** A failed start leaves nodes as well, and what failed is already told. */
  private void stopQuietly() {
    try {
      network().down();
    } catch (IOException | NetworkException e) {
      System.err.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
