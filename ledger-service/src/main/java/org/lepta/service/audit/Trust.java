package org.lepta.service.audit;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.BelievedCheckpoint;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.Fault;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.ReceiptVerifier;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/**
 * Whose signatures are believed: those of a policy, or of the known logs, where a log that is met
 * at a server for the first time is added. Not thread-safe.
 */
public final class Trust {

  private final @Nullable Policy policy;
  private final KnownLogs known;
  private final Map<VerifierKey, String> notices = new LinkedHashMap<>();

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
    return List.copyOf(notices.values());
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

  /**
   * Checks the newest checkpoint of a log, and follows the log's key where it was changed.
   *
   * @throws FaultException if it is not believed
   */
  BelievedCheckpoint believe(Place place) throws FaultException, IOException, InterruptedException {
    Policy believed = of(place.server());
    SignedNote note = SignedNote.parse(place.log().checkpoint());
    try {
      return ReceiptVerifier.allowingUnknownSignatures(believed).believe(note);
    } catch (FaultException e) {
      if (e.fault() != Fault.SIGNATURE_MISSING) {
        throw e;
      }
      return follow(place.log(), believed, note);
    }
  }

  /** No known key has signed: perhaps one has that took over from a known one. */
  private BelievedCheckpoint follow(LogReader log, Policy believed, SignedNote note)
      throws FaultException, IOException, InterruptedException {
    Checkpoint newest = Checkpoint.parse(note.text());
    List<KeySuccession.Step> steps =
        new KeySuccession(log, believed.logsOf(newest.origin())).follow(newest.size());
    Policy more = believed.with(steps.stream().map(KeySuccession.Step::to).toList());
    BelievedCheckpoint checked = ReceiptVerifier.allowingUnknownSignatures(more).believe(note);
    for (KeySuccession.Step step : steps) {
      boolean taken = policy == null && known.follow(step.from(), step.to());
      notices.put(
          step.to(),
          "The key of the log %s was changed by the entry %s at leaf %d, which the old key signed"
                  .formatted(newest.origin(), step.change().entry(), step.change().leaf())
              + "; the new one is believed%s: %s"
                  .formatted(taken ? " from now on" : " here", step.to()));
    }
    return checked;
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
          notices.put(
              key,
              "The %s %s was met for the first time; its key is believed from now on: %s"
                  .formatted(what, key.name(), key));
      case OTHER_KEY ->
          notices.put(
              key,
              "The server names another key for %s than the one in %s: %s. It was not taken."
                  .formatted(key.name(), known.file(), key));
      case KNOWN -> {}
    }
  }
}
