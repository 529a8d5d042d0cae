package org.lepta.service.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

/** A contract with one function for each thing that a ledger must do right. */
public final class TestContract extends ChaincodeBase {
  @Override
  public Chaincode.Response init(ChaincodeStub stub) {
    return ResponseUtils.newSuccessResponse();
  }

  @Override
  public Chaincode.Response invoke(ChaincodeStub stub) {
    List<String> args = stub.getParameters();
    return switch (stub.getFunction()) {
      case "put" -> put(stub, args.get(0), args.get(1));
      case "putTwo" -> {
        put(stub, args.get(0), args.get(1));
        yield put(stub, args.get(2), args.get(3));
      }
      case "putAndGet" -> {
        put(stub, args.get(0), args.get(1));
        yield answer(stub.getStringState(args.get(0)));
      }
      case "putManyKeys" -> putMany(stub, args.get(0), Integer.parseInt(args.get(1)));
      case "get" -> answer(stub.getStringState(args.get(0)));
      case "add" -> add(stub, args.get(0), Long.parseLong(args.get(1)));
      case "delete" -> {
        stub.delState(args.get(0));
        yield answer("");
      }
      case "putTransientLength" -> {
        byte[] hidden = stub.getTransient().get("hidden");
        yield put(stub, args.get(0), Integer.toString(hidden.length));
      }
      case "setPolicy" -> {
        stub.setStateValidationParameter(args.get(0), HexFormat.of().parseHex(args.get(1)));
        yield answer("");
      }
      case "hasPolicy" ->
          answer(Boolean.toString(stub.getStateValidationParameter(args.get(0)) != null));
      case "range" -> answer(String.join(",", keys(stub, args.get(0), args.get(1))));
      case "time" -> answer(stub.getTxTimestamp().toString());
      case "refuse" -> ResponseUtils.newErrorResponse(args.get(0));
      case "fail" -> throw new IllegalStateException(args.get(0));
      default -> ResponseUtils.newErrorResponse("UNKNOWN_FUNCTION: " + stub.getFunction());
    };
  }

  private static Chaincode.Response put(ChaincodeStub stub, String key, String value) {
    stub.putState(key, value.getBytes(UTF_8));
    return answer(key);
  }

  private static Chaincode.Response putMany(ChaincodeStub stub, String prefix, int count) {
    byte[] value = stub.getTransient().get("value");
    for (int i = 0; i < count; i++) {
      stub.putState(prefix + "-" + i, value);
    }
    return answer(prefix);
  }

  private static Chaincode.Response add(ChaincodeStub stub, String key, long amount) {
    String before = stub.getStringState(key);
    long after = (before.isEmpty() ? 0 : Long.parseLong(before)) + amount;
    stub.putState(key, Long.toString(after).getBytes(UTF_8));
    return answer(Long.toString(after));
  }

  private static List<String> keys(ChaincodeStub stub, String from, String to) {
    List<String> keys = new ArrayList<>();
    try (var rows = stub.getStateByRange(from, to)) {
      rows.forEach(row -> keys.add(row.getKey()));
    }
    return keys;
  }

  private static Chaincode.Response answer(String text) {
    return ResponseUtils.newSuccessResponse(text.getBytes(UTF_8));
  }
}
