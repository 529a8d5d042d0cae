package org.lepta.service.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/**
 * Whose signatures are believed: those of a policy, or of the known logs, where a log that is met
 * at a server for the first time is added. Not thread-safe.
 */
public final class Trust {

  private final @Nullable Policy policy;
  private final KnownLogs known;
  private final List<String> notices = new ArrayList<>();

  /**
   * Believes a policy or, if there is none, known logs.
   *
   * @param policy asks for logs, witnesses and quorum
   * @param known the keys of logs met so far
   */
  public Trust(@Nullable Policy policy, KnownLogs known) {
    this.policy = policy;
    this.known = known;
  }

  /** What happened to the known logs, in sentences. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  Policy of(@Nullable Server server) throws FaultException, IOException, InterruptedException {
    if (policy != null) {
      return policy;
    }
    if (server != null) {
      meet(server);
    }
    return Policy.ofKeys(known.all());
  }

  private void meet(Server server) throws FaultException, IOException, InterruptedException {
    JsonNode log = server.json("/api/v1/status").path("log");
    meet("log", log.path("vkey"));
    for (JsonNode witness : log.path("witnesses")) {
      meet("witness", witness.path("vkey"));
    }
  }

  private void meet(String what, JsonNode vkey) throws FaultException, IOException {
    if (!vkey.isString()) {
      return;
    }
    VerifierKey key = VerifierKey.parse(vkey.stringValue());
    switch (known.meet(key)) {
      case FIRST ->
          notices.add(
              "The %s %s was met for the first time; its key is believed from now on: %s"
                  .formatted(what, key.name(), key));
      case OTHER_KEY ->
          notices.add(
              "The server names another key for %s than the one in %s: %s. It was not taken."
                  .formatted(key.name(), known.file(), key));
      case KNOWN -> {}
    }
  }
}
