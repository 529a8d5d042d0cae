package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ServiceApplication;
import org.lepta.service.indexing.read.LogKeys;
import org.lepta.service.kernel.UserFolder;
import org.lepta.service.platform.ApiKeys;
import org.lepta.service.platform.Credentials;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.proof.VerifierKey;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the service: ledger, index, API and pages.")
final class ServeCommand implements Callable<Integer> {

  private static final String EMBEDDED = "embedded";
  private static final String FABRIC = "fabric";

  @Option(
      names = "--port",
      defaultValue = "${env:LEPTA_PORT:-8080}",
      description = "port to listen on (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--data",
      defaultValue = "${env:LEPTA_DATA:-.lepta}",
      description = "folder of all data (default: ${DEFAULT-VALUE})")
  Path data = Path.of(".lepta");

  @Option(
      names = "--ledger",
      defaultValue = "${env:LEPTA_LEDGER:-embedded}",
      description = "which ledger: embedded or fabric (default: ${DEFAULT-VALUE})")
  String ledger = EMBEDDED;

  @Option(
      names = "--network",
      defaultValue = "${env:LEPTA_CONNECTION:-}",
      description = "with fabric: the connection file of your organisation")
  String network = "";

  @Option(names = "--config", description = "file with more settings")
  @Nullable Path config;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String mistake = mistake();
    if (mistake != null) {
      System.err.println(mistake);
      return CommandLine.ExitCode.USAGE;
    }
    try (ConfigurableApplicationContext context = start()) {
      awaitStop(context);
    }
    return 0;
  }

  /** Whatever the file of --config may add is checked when the service starts. */
  private @Nullable String mistake() {
    if (!ledger.equals(EMBEDDED) && !ledger.equals(FABRIC)) {
      return "--ledger: embedded or fabric.";
    }
    if (ledger.equals(EMBEDDED) && !network.isEmpty()) {
      return "--network: an embedded ledger has no network; add --ledger fabric.";
    }
    if (ledger.equals(FABRIC) && network.isEmpty() && config == null) {
      return "--network: name the connection file of your organisation.";
    }
    return null;
  }

  /** Waits until the service is stopped, by a signal as a rule. */
  static void awaitStop(ConfigurableApplicationContext context) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    context.addApplicationListener(event -> {
      if (event instanceof ContextClosedEvent) {
        stopped.countDown();
      }
    });
    stopped.await();
  }

  /**
   * Starts the service and hands the operator's key over at the first start.
   *
   * @throws NotStartedException if it does not start; why has been told by then
   */
  ConfigurableApplicationContext start() throws IOException {
    SpringApplication application = new SpringApplication(ServiceApplication.class);
    ConfigurableApplicationContext context = run(application);
    String server = "http://localhost:" + port;
    handOver(context.getBean(ApiKeys.class), server);
    meet(context.getBean(TransparencyLog.class), context.getBean(LogKeys.class));
    System.out.println("Lepta is running on " + server);
    return context;
  }

  private ConfigurableApplicationContext run(SpringApplication application) {
    try {
      return application.run(settings());
    } catch (RuntimeException e) {
      throw new NotStartedException(e);
    }
  }

  /** As arguments, so that what the user typed holds over every file. */
  private String[] settings() {
    List<String> settings = new ArrayList<>();
    settings.add("--server.port=" + port);
    settings.add("--lepta.data=" + data.toAbsolutePath().normalize());
    settings.add("--lepta.ledger=" + ledger);
    if (!network.isEmpty()) {
      settings.add("--lepta.fabric.connection=" + Path.of(network).toAbsolutePath().normalize());
    }
    if (config != null) {
      settings.add("--spring.config.additional-location=" + config.toUri());
    }
    return settings.toArray(String[]::new);
  }

  /** Who runs a log knows its keys first-hand; receipts can then be verified without asking it. */
  private static void meet(TransparencyLog log, LogKeys keys) {
    KnownLogs known = new KnownLogs(UserFolder.settings().resolve(KnownLogs.FILE_NAME));
    String vkey = log.state().vkey();
    if (vkey != null) {
      keys.leadingTo(vkey).forEach(change -> follow(known, change));
      keys.endOf(vkey).ifPresent(change -> follow(known, change));
      meet(known, vkey, "The log's key");
    }
    for (Policy.Witness witness : log.policy().witnesses()) {
      meet(known, witness.key().toString(), "The key of the witness " + witness.name());
    }
  }

  private static void follow(KnownLogs known, RecordedKeys.Change change) {
    try {
      if (known.follow(VerifierKey.parse(change.from()), VerifierKey.parse(change.to()))) {
        System.out.println("The log's new key was written to " + known.file());
      }
    } catch (FaultException | IOException e) {
      System.err.println("The log's new key is not in " + known.file() + ": " + e.getMessage());
    }
  }

  private static void meet(KnownLogs known, String vkey, String whose) {
    try {
      switch (known.meet(VerifierKey.parse(vkey))) {
        case FIRST -> System.out.println(whose + " was written to " + known.file());
        case OTHER_KEY ->
            System.err.println(
                known.file()
                    + " has another key under this name; receipts will not verify"
                    + " until you remove that line: "
                    + vkey);
        case KNOWN -> {}
      }
    } catch (FaultException | IOException e) {
      System.err.println(whose + " is not in " + known.file() + ": " + e.getMessage());
    }
  }

  /** The key goes to the user's file at the first start, and follows to every new address. */
  private static void handOver(ApiKeys keys, String server) throws IOException {
    Credentials credentials = Credentials.ofUser();
    Optional<String> fresh = keys.createOnce();
    if (fresh.isPresent()) {
      credentials.put(server, fresh.get());
      System.out.println("The operator's key was written to " + credentials.file());
      return;
    }
    Optional<String> known = credentials.all().stream().filter(keys::accepts).findFirst();
    if (known.isPresent()) {
      credentials.put(server, known.get());
    }
  }
}
