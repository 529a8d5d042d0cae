package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.lepta.service.kernel.ProcessLock;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.connection.ConnectionFile;
import org.lepta.service.ledger.identity.OwnerFiles;
import org.lepta.service.network.NetworkException.Code;

/**
 * A Fabric network in one data folder. Every method looks at the folder and the processes anew, so
 * several objects, also in several processes, may stand for the same network; what changes it holds
 * a lock.
 *
 * <p>Progress is told in lines of text fit for a terminal. Nodes go on when the process that
 * started them ends.
 */
public final class Network {
  private static final Duration LISTENING = Duration.ofSeconds(20);

  private final Folders folders;
  private final NetworkSettings settings;
  private final Consumer<String> progress;

  /**
   * Stands for the network in the folder of the settings, which need not be there yet.
   *
   * @param progress gets a line for each step
   */
  public Network(NetworkSettings settings, Consumer<String> progress) {
    this.folders = new Folders(settings.data());
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Makes the network if there is none, starts every node that does not run, and brings the
   * chaincode onto the channel if none is there. On return every node is well and every member's
   * chaincode answers.
   *
   * @return whether anything had to be started
   * @throws NetworkException PROGRAMS_MISSING, NETWORK_BUSY, NETWORK_DIFFERS, CHAINCODE_MISSING,
   *     PORT_TAKEN, NODE_FAILED or STEP_FAILED; what was started until then goes on
   */
  public boolean up() throws IOException, InterruptedException, NetworkException {
    Programs programs = Programs.find();
    OwnerFiles.createFolders(folders.data());
    try (ProcessLock _ = FolderLock.take(folders)) {
      NetworkPlan plan = planned(programs);
      Resources.writeTo(folders.config());
      int started = startAll(plan, programs);
      Lifecycle lifecycle = new Lifecycle(folders, programs, plan, progress);
      Optional<Definition> committed = lifecycle.committed();
      if (committed.isEmpty()) {
        lifecycle.deploy(ChaincodePackage.of(plan.chaincode(), jar(settings.chaincodeJar())), 1);
      } else {
        tellOfOther(committed.get());
      }
      progress.accept("waiting for the chaincode of every member");
      new Readiness(folders, programs, plan).await();
      return started > 0;
    }
  }

  private void tellOfOther(Definition committed) throws IOException, NetworkException {
    if (Files.isRegularFile(settings.chaincodeJar())) {
      String here = Sha256.digest(jar(settings.chaincodeJar())).hex();
      if (!here.equals(committed.version())) {
        progress.accept("the channel keeps its chaincode %s".formatted(committed.version()));
        progress.accept("%s is another; an upgrade would install it".formatted(here));
      }
    }
  }

  private NetworkPlan planned(Programs programs)
      throws IOException, InterruptedException, NetworkException {
    if (!Files.exists(folders.plan())) {
      jar(settings.chaincodeJar());
      progress.accept(
          "making identities and the channel's first block (Fabric %s)"
              .formatted(programs.version()));
      return NetworkFiles.create(settings, programs);
    }
    NetworkPlan plan = NetworkPlan.read(folders.plan());
    if (settings.ordering() != null && plan.ordering() != settings.ordering()) {
      throw new NetworkException(
          Code.NETWORK_DIFFERS,
          "the network in %s orders by %s; that cannot be changed"
              .formatted(folders.data(), plan.ordering()));
    }
    return plan;
  }

  private int startAll(NetworkPlan plan, Programs programs)
      throws IOException, InterruptedException, NetworkException {
    Nodes nodes = new Nodes(folders, programs, settings.environment());
    AtomicInteger started = new AtomicInteger();
    Map<Participant, NodeHttp> http = open(plan);
    try {
      progress.accept("starting orderers");
      Parallel.each(
          plan.orderers(),
          orderer -> {
            NodeHttp client = Objects.requireNonNull(http.get(orderer.owner()));
            if (nodes.start(orderer, client)) {
              started.incrementAndGet();
            }
            if (client.height(orderer, plan.channel()).isEmpty()) {
              client.join(orderer, folders.genesisBlock());
            }
          });
      progress.accept("starting peers");
      Parallel.each(
          plan.peers(),
          peer -> {
            if (nodes.start(peer, Objects.requireNonNull(http.get(peer.owner())))) {
              started.incrementAndGet();
            }
            join(new PeerClient(folders, programs, peer.owner()), plan.channel());
          });
    } finally {
      http.values().forEach(NodeHttp::close);
    }
    return started.get();
  }

  /** A peer says that it is well a moment before it listens to clients. */
  private void join(PeerClient client, String channel)
      throws IOException, InterruptedException, NetworkException {
    Deadline deadline = Deadline.in(LISTENING);
    Output joined = client.run("channel", "list");
    while (joined.exitCode() != 0) {
      if (deadline.isOver()) {
        throw client.failed("listing channels", joined);
      }
      deadline.pause();
      joined = client.run("channel", "list");
    }
    if (joined.out().lines().noneMatch(line -> line.strip().equals(channel))) {
      client.must("joining", "channel", "join", "-b", folders.genesisBlock().toString());
    }
  }

  private Map<Participant, NodeHttp> open(NetworkPlan plan) throws IOException {
    Map<Participant, NodeHttp> all = new HashMap<>();
    for (Participant participant : plan.participants()) {
      all.put(participant, NodeHttp.open(folders, participant));
    }
    return all;
  }

  /**
   * Replaces the chaincode of a running network by that of the settings, which every member
   * installs and approves. Calls wait for the moment in which the new one starts; none is refused.
   *
   * @return the new definition; the one that is there if it has this jar already
   * @throws NetworkException as {@link #up}
   */
  public Definition upgrade() throws IOException, InterruptedException, NetworkException {
    Programs programs = Programs.find();
    NetworkPlan plan = plan();
    ChaincodePackage chaincode =
        ChaincodePackage.of(plan.chaincode(), jar(settings.chaincodeJar()));
    try (ProcessLock _ = FolderLock.take(folders)) {
      Lifecycle lifecycle = new Lifecycle(folders, programs, plan, progress);
      Optional<Definition> before = lifecycle.committed();
      if (before.isPresent() && before.get().version().equals(chaincode.version())) {
        return before.get();
      }
      long sequence = before.map(Definition::sequence).orElse(0L) + 1;
      lifecycle.deploy(chaincode, sequence);
      progress.accept("waiting for the chaincode of every member");
      new Readiness(folders, programs, plan).await();
      return new Definition(sequence, chaincode.version());
    }
  }

  /**
   * Brings one more chaincode onto the channel of a running network, beside the network's own and
   * under the same endorsement policy. {@link #down} stops its processes as well; {@link #up} does
   * not wait for them.
   *
   * @param name of the chaincode; not on the channel yet
   * @throws NetworkException as {@link #up}
   */
  public void deploy(String name, Path jar)
      throws IOException, InterruptedException, NetworkException {
    Programs programs = Programs.find();
    NetworkPlan plan = plan().withChaincode(name);
    ChaincodePackage chaincode = ChaincodePackage.of(name, jar(jar));
    try (ProcessLock _ = FolderLock.take(folders)) {
      new Lifecycle(folders, programs, plan, progress).deploy(chaincode, 1);
      progress.accept("waiting for the chaincode of every member");
      new Readiness(folders, programs, plan).await();
    }
  }

  /** Returns every process of the network that runs: orderers, peers and all chaincodes. */
  public List<ProcessHandle> processes() throws IOException, NetworkException {
    List<ProcessHandle> running = new ArrayList<>();
    for (Node node : plan().nodes()) {
      Nodes.processFile(folders, node).find().ifPresent(running::add);
      if (node.kind() == Node.Kind.PEER) {
        for (ProcessFile file : Nodes.chaincodes(folders, node)) {
          file.find().ifPresent(running::add);
        }
      }
    }
    return running;
  }

  /**
   * Stops every node and every chaincode process; the ledgers stay.
   *
   * @return how many nodes ran
   */
  public int down() throws IOException, InterruptedException, NetworkException {
    NetworkPlan plan = plan();
    AtomicInteger stopped = new AtomicInteger();
    try (ProcessLock _ = FolderLock.take(folders)) {
      for (List<Node> kind : List.of(plan.peers(), plan.orderers())) {
        Parallel.each(
            kind,
            node -> {
              if (Nodes.stop(folders, node)) {
                stopped.incrementAndGet();
              }
            });
      }
    }
    return stopped.get();
  }

  /**
   * Writes a file for Docker Compose that runs the nodes as containers; makes the network's files
   * if there is none. With the nodes running so, {@link #up} does what is left to do, and {@link
   * #down} stops nothing.
   *
   * @return the file
   * @throws NetworkException as {@link #up}
   */
  public Path compose() throws IOException, InterruptedException, NetworkException {
    Programs programs = Programs.find();
    OwnerFiles.createFolders(folders.data());
    try (ProcessLock _ = FolderLock.take(folders)) {
      NetworkPlan plan = planned(programs);
      Resources.writeTo(folders.config());
      return new ComposeFile(folders, plan, settings.environment()).write();
    }
  }

  /** Looks at every process and asks every node for its height. */
  public NetworkStatus status() throws IOException, InterruptedException, NetworkException {
    NetworkPlan plan = plan();
    return new StatusQuery(folders, plan).ask();
  }

  /**
   * Returns the process of a node or of a member's chaincode, by a name of {@link
   * NetworkStatus.Row}, if it runs.
   */
  public Optional<ProcessHandle> process(String name) throws IOException, NetworkException {
    for (Node node : plan().nodes()) {
      if (node.name().equals(name)) {
        return Nodes.processFile(folders, node).find();
      }
      if (node.kind() == Node.Kind.PEER && name.equals(node.owner().name() + "-chaincode")) {
        return Nodes.chaincode(folders, node);
      }
    }
    throw new IllegalArgumentException("the network has no " + name);
  }

  /** Returns the logs of all processes, by a name of {@link NetworkStatus.Row}. */
  public Map<String, Path> logs() throws IOException, NetworkException {
    Map<String, Path> logs = new LinkedHashMap<>();
    NetworkPlan plan = plan();
    plan.nodes().forEach(node -> logs.put(node.name(), folders.log(node)));
    for (Node peer : plan.peers()) {
      if (peer.owner().member()) {
        logs.put(peer.owner().name() + "-chaincode", folders.chaincodeLog(peer));
      }
    }
    return logs;
  }

  /** Returns the names of all participants, members first, as {@code foundation-1}. */
  public List<String> participants() throws IOException, NetworkException {
    return plan().participants().stream().map(Participant::name).toList();
  }

  /** Returns the connection file of a participant. */
  public Path connectionFile(String participant) {
    return folders.members().resolve(participant).resolve(ConnectionFile.NAME);
  }

  private NetworkPlan plan() throws IOException, NetworkException {
    if (!Files.exists(folders.plan())) {
      throw new NetworkException(Code.NETWORK_MISSING, "there is no network in " + folders.data());
    }
    return NetworkPlan.read(folders.plan());
  }

  private static byte[] jar(Path jar) throws IOException, NetworkException {
    if (!Files.isRegularFile(jar)) {
      throw new NetworkException(Code.CHAINCODE_MISSING, "there is no chaincode at " + jar);
    }
    return Files.readAllBytes(jar);
  }
}
