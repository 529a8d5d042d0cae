package org.lepta.service.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.lepta.service.network.NetworkStatus.Row;
import org.lepta.service.network.NetworkStatus.State;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every node how it is.
 *
 * @param folders where things lie
 * @param plan who is asked
 */
record StatusQuery(Folders folders, NetworkPlan plan) {
  private static final String INFO = "Blockchain info:";

  NetworkStatus ask() throws IOException, InterruptedException, NetworkException {
    Programs programs = Programs.find();
    Map<String, Row> rows = new ConcurrentHashMap<>();
    Parallel.each(plan.nodes(), node -> rows.put(node.name(), row(node, programs)));
    List<Row> all = new ArrayList<>();
    plan.nodes().forEach(node -> all.add(row(rows, node)));
    for (Node peer : plan.peers()) {
      // Of a peer in a container nobody outside sees what it launched.
      boolean container = row(rows, peer).state() != State.DOWN && row(rows, peer).processId() == 0;
      if (peer.owner().member() && !container) {
        all.add(chaincode(peer));
      }
    }
    boolean reachable = row(rows, plan.peers().getFirst()).state() == State.UP;
    Lifecycle lifecycle = new Lifecycle(folders, programs, plan, line -> {});
    Definition definition = reachable ? lifecycle.committed().orElse(null) : null;
    return new NetworkStatus(plan.ordering(), all, definition);
  }

  private static Row row(Map<String, Row> rows, Node node) {
    return Objects.requireNonNull(rows.get(node.name()));
  }

  private Row row(Node node, Programs programs) throws IOException, InterruptedException {
    Optional<ProcessHandle> process = Nodes.processFile(folders, node).find();
    String endpoint = "127.0.0.1:" + node.port();
    long id = process.map(ProcessHandle::pid).orElse(0L);
    OptionalLong height = OptionalLong.empty();
    try (NodeHttp http = NodeHttp.open(folders, node.owner())) {
      if (!http.healthy(node)) {
        State state = process.isPresent() ? State.TROUBLED : State.DOWN;
        return new Row(node.name(), state, id, endpoint, height);
      }
      height =
          node.kind() == Node.Kind.ORDERER
              ? http.height(node, plan.channel())
              : height(new PeerClient(folders, programs, node.owner()));
    }
    State state = height.isPresent() ? State.UP : State.TROUBLED;
    return new Row(node.name(), state, id, endpoint, height);
  }

  private OptionalLong height(PeerClient client) throws IOException, InterruptedException {
    Output output = client.run("channel", "getinfo", "-c", plan.channel());
    int at = output.out().indexOf(INFO);
    if (output.exitCode() != 0 || at < 0) {
      return OptionalLong.empty();
    }
    String json = output.out().substring(at + INFO.length());
    return OptionalLong.of(JsonMapper.shared().readTree(json).path("height").longValue());
  }

  private Row chaincode(Node peer) throws IOException {
    Optional<ProcessHandle> process = Nodes.chaincode(folders, peer);
    return new Row(
        peer.owner().name() + "-chaincode",
        process.isPresent() ? State.UP : State.DOWN,
        process.map(ProcessHandle::pid).orElse(0L),
        "",
        OptionalLong.empty());
  }
}
