package org.lepta.service.killing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.ledger.rule.Versions;
import org.lepta.service.network.Definition;
import org.lepta.service.network.Network;
import org.lepta.service.network.Ordering;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestNetwork;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A member's service records on a real network while one thing after the other breaks. Nothing
 * acknowledged may be lost, nothing doubled, the roots of all members and the auditor stay equal,
 * and the service records again by itself. What a keeper's own supervisor does is done here: killed
 * nodes and a killed service are started again.
 */
final class FaultTrialTest {
  @RegisterExtension
  static final TestNetwork NETWORK =
      TestNetwork.of(Ordering.RAFT, LeptaChaincode.class)
          .logging("warn:orderer.consensus.etcdraft=info");

  @RegisterExtension static final TestDatabase FOUNDATION_2 = migrated();
  @RegisterExtension static final TestDatabase OPERATOR = migrated();
  @RegisterExtension static final TestDatabase AUDITOR = migrated();

  private static final boolean LONG = Boolean.getBoolean("lepta.long");
  private static final long SEED = Long.getLong("lepta.seed", 20261126L);
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Duration CUT = Duration.ofSeconds(8);
  private static final String OWNER = "XI-LEPTA-FOUNDATION-1";

  @TempDir Path folder;

  private int upgrades;
  private final Random random = new Random(SEED);
  private final int port = port();
  private final List<MemberIndex> members = new ArrayList<>();
  private final long begun = System.nanoTime();

  @SuppressWarnings("NullAway.Init") // Made before each test.
  private Network network;

  @SuppressWarnings("NullAway.Init") // Made before each test.
  private CuttableProxy wire;

  @SuppressWarnings("NullAway.Init") // Made before each test.
  private volatile ServerProcess server;

  @SuppressWarnings("NullAway.Init") // Made before each test.
  private FaultLoad load;

  private static TestDatabase migrated() {
    return TestDatabase.preparedBy(
        "migrated", database -> Flyway.configure().dataSource(database).load().migrate());
  }

  private static int port() {
    try {
      return ServerProcess.freePort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What breaks, and what somebody does about it afterwards. */
  private record Fault(String what, Step breaks, Step repairs, boolean recordsBroken) {}

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  @BeforeEach
  void start() throws Exception {
    network = NETWORK.network();
    JsonNode connection = JsonMapper.shared().readTree(Files.readString(connectionFile()));
    String endpoint = connection.at("/peer/endpoint").asString();
    wire = CuttableProxy.to(Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1)));
    server = startServer();
    members.add(MemberIndex.start(network, "foundation-2", FOUNDATION_2.dataSource()));
    members.add(MemberIndex.start(network, "operator", OPERATOR.dataSource()));
    members.add(MemberIndex.start(network, "auditor", AUDITOR.dataSource()));
    load = new FaultLoad(OWNER, () -> server);
    load.start();
  }

  private Path connectionFile() {
    return network.connectionFile("foundation-1");
  }

  /** The service's way to its own peer leads over a wire that can be cut. */
  private ServerProcess startServer() throws IOException, InterruptedException {
    ObjectNode connection =
        (ObjectNode) JsonMapper.shared().readTree(Files.readString(connectionFile()));
    ((ObjectNode) connection.path("peer")).put("endpoint", "127.0.0.1:" + wire.port());
    Path cuttable = connectionFile().resolveSibling("connection-by-wire.json");
    Files.writeString(cuttable, connection.toString());
    return ServerProcess.start(
        folder, port, "--ledger", "fabric", "--network", cuttable.toString());
  }

  @AfterEach
  void stop() throws Exception {
    load.stop();
    members.forEach(MemberIndex::close);
    server.stop();
    wire.close();
  }

  @Test
  void whateverBreaksNothingIsLostOrDoubledAndAllAgree() throws Exception {
    List<FaultRow> rows = new ArrayList<>();
    List<Fault> faults = faults();
    System.out.println("seed " + SEED + "\n" + FaultRow.HEAD);
    Collections.shuffle(faults, random);
    for (Fault fault : faults) {
      TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(2_500));
      rows.add(row(fault));
      System.out.println(rows.getLast().text());
    }
    load.stop();
    rows.add(look("at the end", 0));
    System.out.println(rows.getLast().text());

    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.lost()).as(row.what()).isZero();
          assertThat(row.doubled()).as(row.what()).isZero();
          assertThat(row.rootsEqual()).as(row.what()).isTrue();
        });
  }

  private List<Fault> faults() {
    List<Fault> all = new ArrayList<>();
    all.add(killed("own chaincode killed", "foundation-1-chaincode"));
    all.add(new Fault("database of the service killed", this::killDatabase, () -> {}, true));
    all.add(new Fault("chaincode upgraded", this::upgrade, () -> {}, true));
    if (LONG) {
      all.add(
          new Fault(
              "network to the own peer cut for " + CUT.toSeconds() + " s",
              this::cutForAWhile,
              () -> {},
              true));
      all.add(killed("own peer killed", "foundation-1-peer"));
      all.add(killed("a peer of another member killed", "operator-peer"));
      all.add(new Fault("leading orderer killed", this::killLeader, network::up, true));
      all.add(
          new Fault("service killed", () -> server.kill(), () -> server = startServer(), false));
      all.add(
          new Fault("a member stopped wholly", () -> killMember("operator"), network::up, true));
      all.add(new Fault("two members down", this::twoMembersDown, () -> {}, true));
    }
    return all;
  }

  private Fault killed(String what, String process) {
    return new Fault(what, () -> kill(process), network::up, true);
  }

  private FaultRow row(Fault fault) throws Exception {
    remark = "";
    long broken = System.nanoTime();
    fault.breaks().run();
    if (!fault.recordsBroken()) {
      fault.repairs().run();
    }
    // Whoever cannot record with two members down can from when they are back.
    long from = fault.what().startsWith("two") ? repairedNanos : broken;
    awaitRecorded(from);
    long silent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    if (fault.recordsBroken()) {
      fault.repairs().run();
    }
    return look(fault.what() + remark, silent);
  }

  private long repairedNanos;
  private String remark = "";

  private void awaitRecorded(long since) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!load.hasRecordedSince(since)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("it does not record again by itself");
      }
      Thread.sleep(20);
    }
  }

  private FaultRow look(String what, long silentMillis) throws Exception {
    Set<String> acknowledged = load.acknowledged();
    long height = 0;
    for (MemberIndex member : members) {
      height = Math.max(height, member.height());
    }
    Set<String> roots = new HashSet<>(Set.of(ownRoot(height)));
    Set<String> lost = new HashSet<>();
    long doubled = 0;
    for (MemberIndex member : members) {
      roots.add(member.root(height));
      Set<String> missing = new HashSet<>(acknowledged);
      missing.removeAll(member.entries());
      lost.addAll(missing);
      doubled = Math.max(doubled, member.doubled());
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    return new FaultRow(
        seconds, what, silentMillis, acknowledged.size(), lost.size(), doubled, roots.size() == 1);
  }

  /** What the service itself says, as soon as it has indexed so far. */
  private String ownRoot(long height) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() - end < 0) {
      try {
        var answer = server.get("/api/v1/roots/" + height);
        if (answer.statusCode() == 200) {
          JsonNode root = JsonMapper.shared().readTree(answer.body());
          return root.path("size").asLong() + " " + root.path("root").asString();
        }
      } catch (IOException e) {
        // It is starting.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the service does not index block " + (height - 1));
  }

  private void kill(String name) throws Exception {
    ProcessHandle process = network.process(name).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(20, TimeUnit.SECONDS);
  }

  private void killMember(String member) throws Exception {
    kill(member + "-orderer");
    kill(member + "-chaincode");
    kill(member + "-peer");
  }

  private void killLeader() throws Exception {
    kill(leader());
  }

  /** Every orderer logs who leads; the newest of their lines is right. */
  private String leader() throws Exception {
    Pattern change = Pattern.compile("^(\\S+ \\S+) .*Raft leader changed: \\d+ -> ([1-9]\\d*)");
    String newest = "";
    int leads = 0;
    for (String member : List.of("foundation-1", "foundation-2", "operator")) {
      for (String line : Files.readAllLines(network.logs().get(member + "-orderer"))) {
        Matcher found = change.matcher(line);
        if (found.find() && found.group(1).compareTo(newest) >= 0) {
          newest = found.group(1);
          leads = Integer.parseInt(found.group(2));
        }
      }
    }
    return network.participants().get(leads - 1) + "-orderer";
  }

  private void killDatabase() throws Exception {
    Path note = folder.resolve("data/database/cluster/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private void cutForAWhile() throws Exception {
    wire.cut();
    TimeUnit.MILLISECONDS.sleep(CUT.toMillis());
    wire.mend();
  }

  /** Others go on reading meanwhile, and an epoch entry then names the new build. */
  private void upgrade() throws Exception {
    AtomicInteger failed = new AtomicInteger();
    Thread reader = Thread.ofVirtual().start(() -> readUntilInterrupted(failed));
    Definition agreed = NETWORK.network("upgrade-" + ++upgrades).upgrade();
    reader.interrupt();
    reader.join();
    assertThat(failed).hasValue(0);
    String epoch =
        "{\"id\":\"epoch-%d\",\"statedBy\":\"%s\",\"leafVersion\":%d,\"rulesVersion\":%d,\"chaincode\":\"%s\"}"
            .formatted(upgrades, OWNER, Versions.LEAF, Versions.RULES, agreed.version());
    assertThat(server.post("/api/v1/epochs", epoch).statusCode()).isEqualTo(201);
    assertThat(server.get("/api/v1/status").body()).contains(agreed.version());
    assertThat(server.get("/ru/about").body()).contains(agreed.version());
  }

  private void readUntilInterrupted(AtomicInteger failed) {
    try {
      while (true) {
        if (server.get("/api/v1/totals").statusCode() != 200) {
          failed.incrementAndGet();
        }
        Thread.sleep(20);
      }
    } catch (IOException e) {
      failed.incrementAndGet();
    } catch (InterruptedException e) {
      // The upgrade is done.
    }
  }

  /** Refuses what it cannot record, and says so in the time that a client waits. */
  private void twoMembersDown() throws Exception {
    killMember("operator");
    killMember("foundation-2");
    long asked = System.nanoTime();
    var answer =
        server.post(
            "/api/v1/organisations",
            "{\"id\":\"XI-TRIAL-%d\",\"statedBy\":\"%s\"}".formatted(random.nextInt(1_000), OWNER));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).containsAnyOf("NOT_RECORDED", "OUTCOME_UNKNOWN");
    remark =
        ", refused after %d s".formatted(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - asked));
    network.up();
    repairedNanos = System.nanoTime();
  }
}
