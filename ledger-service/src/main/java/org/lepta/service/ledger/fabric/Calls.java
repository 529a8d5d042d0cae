package org.lepta.service.ledger.fabric;

import io.grpc.Status;
import java.util.List;
import org.hyperledger.fabric.client.GatewayException;

/** Reads the exceptions of the gateway's client. */
final class Calls {
  private Calls() {}

  /** Returns what the gateway says about each node that it asked. */
  static List<Failure.Detail> details(GatewayException e) {
    return e.getDetails().stream()
        .map(d -> new Failure.Detail(d.getMspId() + "@" + d.getAddress(), d.getMessage()))
        .toList();
  }

  /** Returns what a failed read means. */
  static Failure proposal(GatewayException e) {
    return Failure.ofProposal(e.getStatus(), details(e));
  }

  /** Returns what a failed hand-over to ordering means. */
  static Failure ordering(GatewayException e) {
    return Failure.ofOrdering(e.getStatus(), details(e));
  }

  /** Returns whether the peer itself did not answer, as far as can be told. */
  static boolean isOfTheLink(GatewayException e) {
    Status.Code code = e.getStatus().getCode();
    return e.getDetails().isEmpty()
        && (code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED);
  }

  /** Returns the failure in words. */
  static String explain(GatewayException e) {
    return proposal(e).message();
  }
}
