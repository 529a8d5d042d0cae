package org.lepta.ledger.contract;

import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.lepta.ledger.rule.Code;
import org.lepta.ledger.rule.RefusedException;

/**
 * The ledger's transaction functions:
 *
 * <ul>
 *   <li>{@code start} writes the genesis entry and admits its first member;
 *   <li>{@code record} writes a batch of packed entries;
 *   <li>{@code decide} runs a lane transaction: seals batches, takes decisions;
 *   <li>{@code read} returns the value of one key, given by its parts.
 * </ul>
 *
 * Requests and answers are canonical JSON. The request of the first three travels as transient
 * field {@code request}, so that a block holds the entries once, in the written value. A refusal of
 * the whole transaction is an error whose message starts with its {@link Code}.
 */
public final class LeptaChaincode extends ChaincodeBase {

  /** Name under which the chaincode is deployed, and the namespace of its keys. */
  public static final String NAME = "lepta";

  /** Starts the chaincode as a process of its own, as a peer launches it. */
  public static void main(String[] args) {
    new LeptaChaincode().start(args);
  }

  @Override
  public Response init(ChaincodeStub stub) {
    return ResponseUtils.newSuccessResponse();
  }

  @Override
  public Response invoke(ChaincodeStub stub) {
    try {
      return ResponseUtils.newSuccessResponse(call(stub));
    } catch (RefusedException e) {
      return ResponseUtils.newErrorResponse(e.code() + ": " + e.detail());
    }
  }

  private static byte[] call(ChaincodeStub stub) {
    return switch (stub.getFunction()) {
      case "start" -> StartContract.start(stub);
      case "record" -> RecordContract.record(stub);
      case "decide" -> DecideContract.decide(stub);
      case "read" -> read(stub);
      case null, default -> throw new RefusedException(Code.REQUEST_MALFORMED, "function");
    };
  }

  private static byte[] read(ChaincodeStub stub) {
    StringBuilder key = new StringBuilder().append('\0');
    for (String part : stub.getParameters()) {
      key.append(part).append('\0');
    }
    byte[] value = new CommittedState(stub).get(key.toString());
    return value == null ? new byte[0] : value;
  }
}
