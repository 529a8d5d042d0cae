package org.lepta.service.ledger.fabric;

import io.grpc.Status;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.Refused;

/**
 * What a failed call of a peer's gateway means. A pure function of the gRPC status and of what the
 * gateway says about each node that it asked.
 *
 * @param kind what is known, and so what to do next
 * @param message for people
 * @param refused the refusal, if it is one
 */
record Failure(Kind kind, String message, @Nullable Refused refused) {

  /** What is known after a failed call. */
  enum Kind {
    /** The contract refused, with a code. Nothing was ordered. */
    REFUSED,
    /** The contract failed, without a code. Nothing was ordered. */
    FAILED,
    /** Nothing was ordered, and the same call will fail everywhere. */
    REJECTED,
    /** Nothing was ordered; the peers do not stand at the same block, soon they will. */
    BEHIND,
    /** Nothing was ordered; the gateway has too much to do. */
    BUSY,
    /** Nothing was ordered; another peer may do better. */
    UNREACHABLE,
    /** The transaction may have been ordered. */
    UNKNOWN
  }

  /** What the gateway says about one node. */
  record Detail(String node, String message) {}

  private static final Pattern CONTRACT =
      Pattern.compile("chaincode response \\d+, (.*)", Pattern.DOTALL);
  private static final Pattern THROWN = Pattern.compile("transaction returned with failure");
  private static final Pattern DIFFERENT = Pattern.compile("ProposalResponsePayloads do not match");
  private static final Pattern ORDERER_SAID_NO =
      Pattern.compile("status=(BAD_REQUEST|FORBIDDEN|REQUEST_ENTITY_TOO_LARGE)");
  private static final Pattern NEVER_CONNECTED =
      Pattern.compile("connection refused|no such host|no route to host");

  /** Reads the failure of a call that endorses or evaluates: nothing was ordered by it. */
  static Failure ofProposal(Status status, List<Detail> details) {
    String message = describe(status, details);
    for (Detail detail : details) {
      Matcher contract = CONTRACT.matcher(detail.message());
      if (contract.find()) {
        return ofContract(contract.group(1), message);
      }
    }
    Matcher contract = CONTRACT.matcher(message);
    if (contract.find()) {
      return ofContract(contract.group(1), message);
    }
    if (THROWN.matcher(message).find()) {
      return new Failure(Kind.FAILED, message, null);
    }
    if (DIFFERENT.matcher(message).find()) {
      return new Failure(Kind.BEHIND, message, null);
    }
    return new Failure(kindOf(status), message, null);
  }

  private static Failure ofContract(String said, String message) {
    return Refused.fromMessage(said)
        .map(refused -> new Failure(Kind.REFUSED, message, refused))
        .orElseGet(() -> new Failure(Kind.FAILED, message, null));
  }

  private static Kind kindOf(Status status) {
    return switch (status.getCode()) {
      case RESOURCE_EXHAUSTED -> isTooLarge(status) ? Kind.REJECTED : Kind.BUSY;
      case INVALID_ARGUMENT, PERMISSION_DENIED, UNAUTHENTICATED, UNIMPLEMENTED, UNKNOWN ->
          Kind.REJECTED;
      default -> Kind.UNREACHABLE;
    };
  }

  /**
   * Reads the failure of a call that hands a transaction over to ordering. What is not certainly
   * unordered is unknown: a gateway that lost its orderer in the middle cannot tell either.
   */
  static Failure ofOrdering(Status status, List<Detail> details) {
    String message = describe(status, details);
    return new Failure(
        switch (status.getCode()) {
          case RESOURCE_EXHAUSTED -> isTooLarge(status) ? Kind.REJECTED : Kind.BUSY;
          case INVALID_ARGUMENT,
              FAILED_PRECONDITION,
              PERMISSION_DENIED,
              UNAUTHENTICATED,
              UNIMPLEMENTED,
              NOT_FOUND ->
              Kind.REJECTED;
          case ABORTED -> ORDERER_SAID_NO.matcher(message).find() ? Kind.REJECTED : Kind.UNKNOWN;
          case UNAVAILABLE -> isNeverConnected(status, details) ? Kind.UNREACHABLE : Kind.UNKNOWN;
          default -> Kind.UNKNOWN;
        },
        message,
        null);
  }

  private static boolean isNeverConnected(Status status, List<Detail> details) {
    for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return true;
      }
    }
    String description = String.valueOf(status.getDescription());
    if (description.contains("no orderer nodes available")) {
      return true;
    }
    return !details.isEmpty()
        && details.stream().allMatch(d -> NEVER_CONNECTED.matcher(d.message()).find());
  }

  private static boolean isTooLarge(Status status) {
    return String.valueOf(status.getDescription()).contains("larger than max");
  }

  private static String describe(Status status, List<Detail> details) {
    StringBuilder message = new StringBuilder(status.getCode().name());
    if (status.getDescription() != null) {
      message.append(": ").append(status.getDescription());
    }
    for (Detail detail : details) {
      message.append("; ").append(detail.node()).append(": ").append(detail.message());
    }
    for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
      message.append("; ").append(cause.getMessage());
    }
    return message.toString();
  }
}
