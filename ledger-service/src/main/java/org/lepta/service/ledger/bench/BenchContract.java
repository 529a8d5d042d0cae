package org.lepta.service.ledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

/**
 * Two functions without any rule:
 *
 * <ul>
 *   <li>{@code put KEY} writes the transient field {@code request} as it is;
 *   <li>{@code add KEY AMOUNT} reads a balance and writes it back, as naive contracts do.
 * </ul>
 */
public final class BenchContract extends ChaincodeBase {
  /** Name under which it is deployed, and the namespace of its keys. */
  public static final String NAME = "leptabench";

  /** Starts the contract as a process of its own, as a peer launches it. */
  public static void main(String[] args) {
    new BenchContract().start(args);
  }

  @Override
  public Chaincode.Response init(ChaincodeStub stub) {
    return ResponseUtils.newSuccessResponse();
  }

  @Override
  public Chaincode.Response invoke(ChaincodeStub stub) {
    return switch (stub.getFunction()) {
      case "put" -> put(stub, stub.getParameters().get(0));
      case "add" ->
          add(stub, stub.getParameters().get(0), Long.parseLong(stub.getParameters().get(1)));
      default -> ResponseUtils.newErrorResponse("UNKNOWN_FUNCTION: " + stub.getFunction());
    };
  }

  private static Chaincode.Response put(ChaincodeStub stub, String key) {
    stub.putState(key, stub.getTransient().get("request"));
    return ResponseUtils.newSuccessResponse();
  }

  private static Chaincode.Response add(ChaincodeStub stub, String key, long amount) {
    String before = stub.getStringState(key);
    long after = (before.isEmpty() ? 0 : Long.parseLong(before)) + amount;
    stub.putState(key, Long.toString(after).getBytes(UTF_8));
    return ResponseUtils.newSuccessResponse();
  }
}
