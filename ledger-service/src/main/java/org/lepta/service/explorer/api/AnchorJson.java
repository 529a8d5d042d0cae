package org.lepta.service.explorer.api;

import static java.time.temporal.ChronoUnit.SECONDS;

import org.jspecify.annotations.Nullable;
import org.lepta.service.anchoring.AnchorState;
import org.lepta.service.anchoring.Anchors;
import org.lepta.service.anchoring.ChainAnchor;
import org.lepta.service.anchoring.TimestampAnchor;
import org.lepta.service.anchoring.TimestampState;
import tools.jackson.databind.node.ObjectNode;

/** The anchors in the status. */
final class AnchorJson {

  private AnchorJson() {}

  static void put(ObjectNode status, Anchors anchors) {
    anchors
        .chain()
        .map(ChainAnchor::state)
        .ifPresentOrElse(
            state -> put(status.putObject("anchor"), state), () -> status.putNull("anchor"));
    anchors
        .timestamps()
        .map(TimestampAnchor::state)
        .ifPresentOrElse(
            state -> put(status.putObject("timestamp"), state), () -> status.putNull("timestamp"));
  }

  private static void put(ObjectNode json, AnchorState state) {
    json.put("chainId", state.contract().chainId())
        .put("contract", state.contract().address())
        .put("origin", state.origin());
    AnchorState.Anchored anchored = state.anchored();
    if (anchored == null) {
      json.putNull("anchored");
    } else {
      json.putObject("anchored")
          .put("size", anchored.size())
          .put("root", anchored.root().hex())
          .put("time", anchored.time().toString())
          .put("block", anchored.block())
          .put("transaction", anchored.transaction())
          .put("final", anchored.isFinal());
    }
    AnchorState.Sent sent = state.sent();
    if (sent == null) {
      json.putNull("sent");
    } else {
      json.putObject("sent")
          .put("size", sent.size())
          .put("root", sent.root().hex())
          .put("transaction", sent.transaction())
          .put("since", sent.since().truncatedTo(SECONDS).toString());
    }
    put(json, state.trouble());
  }

  private static void put(ObjectNode json, TimestampState state) {
    json.put("authority", state.authority());
    TimestampState.Stamped newest = state.newest();
    if (newest == null) {
      json.putNull("stamped");
    } else {
      json.putObject("stamped")
          .put("size", newest.size())
          .put("root", newest.root().hex())
          .put("time", newest.time().toString());
    }
    put(json, state.trouble());
  }

  private static void put(ObjectNode json, AnchorState.@Nullable Trouble trouble) {
    if (trouble == null) {
      json.putNull("trouble");
    } else {
      json.putObject("trouble").put("code", trouble.code().name()).put("detail", trouble.detail());
    }
  }
}
