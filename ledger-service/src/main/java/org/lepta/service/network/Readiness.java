package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Waits until the network can do what clients ask of it: every member's peer gets answers from its
 * chaincode, and knows enough other peers to have a transaction endorsed.
 *
 * @param folders where things lie
 * @param programs Fabric's programs
 * @param plan who is waited for
 */
record Readiness(Folders folders, Programs programs, NetworkPlan plan) {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration DISCOVERY_LIMIT = Duration.ofSeconds(20);

  /** What a peer says while it cannot reach the contract; all else is the contract's answer. */
  private static final List<String> NOT_RUNNING =
      List.of(
          "error in simulation",
          "make sure the chaincode",
          "could not launch chaincode",
          "failed to connect",
          "is not defined",
          "is not installed");

  /** One look: null if it is there, else what the program said. */
  private interface Look {
    @Nullable Output missing() throws IOException, InterruptedException;
  }

  void await() throws IOException, InterruptedException, NetworkException {
    Parallel.each(
        plan.members(),
        member -> {
          PeerClient client = new PeerClient(folders, programs, member);
          await(client, "waiting for the chaincode", () -> unanswered(client));
          await(client, "waiting for peers to know each other", () -> unknown(member));
        });
  }

  private static void await(PeerClient client, String step, Look look)
      throws IOException, InterruptedException, NetworkException {
    Deadline deadline = Deadline.in(LIMIT);
    Output missing = look.missing();
    while (missing != null) {
      if (deadline.isOver()) {
        throw client.failed(step, missing);
      }
      deadline.pause();
      missing = look.missing();
    }
  }

  private @Nullable Output unanswered(PeerClient client) throws IOException, InterruptedException {
    String call = "{\"Args\":[\"is it there\"]}";
    Output output =
        client.run("chaincode", "query", "-C", plan.channel(), "-n", plan.chaincode(), "-c", call);
    String said = output.err();
    boolean answered =
        output.exitCode() == 0
            || (said.contains("response:") && NOT_RUNNING.stream().noneMatch(said::contains));
    return answered ? null : output;
  }

  /** A peer names the endorsers of a chaincode only if those it knows satisfy the policy. */
  private @Nullable Output unknown(Participant member) throws IOException, InterruptedException {
    Path service = folders.of(member).resolve("service");
    ProcessBuilder program =
        new ProcessBuilder(
            programs.discover().toString(),
            "--peerTLSCA",
            folders.tlsCa(member).toString(),
            "--tlsCert",
            service.resolve("tls.crt").toString(),
            "--tlsKey",
            service.resolve("tls.key").toString(),
            "--userCert",
            service.resolve("signer.crt").toString(),
            "--userKey",
            service.resolve("signer.key").toString(),
            "--MSP",
            member.mspId(),
            "endorsers",
            "--channel",
            plan.channel(),
            "--chaincode",
            plan.chaincode(),
            "--server",
            "127.0.0.1:" + member.peer().clients());
    program.environment().put("FABRIC_LOGGING_SPEC", "error");
    Output output = Output.of(program, DISCOVERY_LIMIT);
    return output.exitCode() == 0 && groups(output.out()) == plan.members().size() ? null : output;
  }

  private static int groups(String json) {
    try {
      JsonNode first = JsonMapper.shared().readTree(json).path(0);
      return first.path("EndorsersByGroups").size();
    } catch (JacksonException e) {
      return 0;
    }
  }
}
