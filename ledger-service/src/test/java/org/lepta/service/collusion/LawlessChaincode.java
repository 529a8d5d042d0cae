package org.lepta.service.collusion;

import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.lepta.ledger.contract.LeptaChaincode;

/**
 * Lepta's chaincode as a dishonest member may change it: {@code write} writes whatever keys and
 * values it is handed, without a rule. All else is as honest as before.
 */
public final class LawlessChaincode extends ChaincodeBase {
  private final LeptaChaincode honest = new LeptaChaincode();

  /** Runs until the peer ends it. */
  public static void main(String[] args) {
    new LawlessChaincode().start(args);
  }

  @Override
  public Response init(ChaincodeStub stub) {
    return ResponseUtils.newSuccessResponse();
  }

  @Override
  public Response invoke(ChaincodeStub stub) {
    if (!stub.getFunction().equals("write")) {
      return honest.invoke(stub);
    }
    stub.getTransient().forEach(stub::putState);
    return ResponseUtils.newSuccessResponse();
  }
}
