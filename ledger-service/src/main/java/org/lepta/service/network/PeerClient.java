package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the program {@code peer} as the administrator of one participant against its own peer.
 *
 * @param folders where its identity lies
 * @param programs Fabric's programs
 * @param participant whose administrator
 */
record PeerClient(Folders folders, Programs programs, Participant participant) {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Runs the program and returns what it said, whatever its exit code. */
  Output run(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(programs.peer().toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(words);
    Path tls = folders.of(participant).resolve("admin/tls");
    Map<String, String> environment = program.environment();
    environment.put("FABRIC_CFG_PATH", folders.config().toString());
    environment.put("FABRIC_LOGGING_SPEC", "error");
    environment.put("CORE_PEER_LOCALMSPID", participant.mspId());
    environment.put("CORE_PEER_ADDRESS", "127.0.0.1:" + participant.peer().clients());
    environment.put(
        "CORE_PEER_MSPCONFIGPATH", folders.of(participant).resolve("admin/msp").toString());
    environment.put("CORE_PEER_TLS_ROOTCERT_FILE", folders.tlsCa(participant).toString());
    environment.put("CORE_PEER_TLS_CLIENTCERT_FILE", tls.resolve("client.crt").toString());
    environment.put("CORE_PEER_TLS_CLIENTKEY_FILE", tls.resolve("client.key").toString());
    return Output.of(program, LIMIT);
  }

  /**
   * Runs the program and returns its standard output.
   *
   * @param step what messages call it
   * @throws NetworkException STEP_FAILED with what the program said
   */
  String must(String step, String... arguments)
      throws IOException, InterruptedException, NetworkException {
    Output output = run(arguments);
    if (output.exitCode() != 0) {
      throw failed(step, output);
    }
    return output.out();
  }

  NetworkException failed(String step, Output output) {
    return new NetworkException(
        NetworkException.Code.STEP_FAILED,
        "%s at %s: %s (log: %s)"
            .formatted(
                step,
                participant.name(),
                output.err().strip(),
                folders.log(new Node(participant, Node.Kind.PEER))));
  }

  /** Returns the words that name an orderer and what is shown to it. */
  List<String> orderer(Node orderer) {
    Path tls = folders.of(participant).resolve("admin/tls");
    return List.of(
        "--orderer",
        "127.0.0.1:" + orderer.port(),
        "--tls",
        "--clientauth",
        "--cafile",
        folders.tlsCa(orderer.owner()).toString(),
        "--certfile",
        tls.resolve("client.crt").toString(),
        "--keyfile",
        tls.resolve("client.key").toString());
  }
}
