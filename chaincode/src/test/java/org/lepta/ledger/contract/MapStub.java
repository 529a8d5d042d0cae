package org.lepta.ledger.contract;

import com.google.protobuf.ByteString;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;

/**
 * A channel on a map behind the shim's interface: reads see what was committed before, writes are
 * kept apart until {@link #commit}. Only what the chaincode uses is there.
 */
final class MapStub {

  final TreeMap<String, byte[]> committed = new TreeMap<>();
  final TreeMap<String, byte[]> policies = new TreeMap<>();
  final TreeMap<String, byte[]> writes = new TreeMap<>();
  final List<String> reads = new ArrayList<>();

  private List<String> arguments = List.of();
  private Map<String, byte[]> transients = Map.of();
  private String msp = "OneMSP";

  /** The stub of a new transaction. */
  ChaincodeStub transaction(String signer, byte @Nullable [] request, String... words) {
    writes.clear();
    reads.clear();
    msp = signer;
    arguments = List.of(words);
    transients = request == null ? Map.of() : Map.of("request", request);
    return (ChaincodeStub)
        Proxy.newProxyInstance(
            MapStub.class.getClassLoader(),
            new Class<?>[] {ChaincodeStub.class},
            (proxy, method, args) -> answer(method.getName(), args));
  }

  void commit() {
    committed.putAll(writes);
  }

  private @Nullable Object answer(String method, Object @Nullable [] args) {
    return switch (method) {
      case "getFunction" -> arguments.isEmpty() ? null : arguments.getFirst();
      case "getParameters" -> arguments.subList(1, arguments.size());
      case "getTransient" -> transients;
      case "getTxTimestamp" -> Instant.parse("2026-03-01T12:00:00Z");
      case "getCreator" -> identity(msp);
      default -> state(method, args == null ? new Object[0] : args);
    };
  }

  private @Nullable Object state(String method, Object[] args) {
    String key = (String) args[0];
    switch (method) {
      case "getState":
        reads.add(key);
        return committed.getOrDefault(key, new byte[0]);
      case "getStateValidationParameter":
        return policies.get(key);
      case "putState":
        writes.put(key, (byte[]) args[1]);
        return null;
      case "setStateValidationParameter":
        policies.put(key, (byte[]) args[1]);
        return null;
      default:
        throw new UnsupportedOperationException(method);
    }
  }

  private static byte[] identity(String msp) {
    return SerializedIdentity.newBuilder()
        .setMspid(msp)
        .setIdBytes(ByteString.copyFromUtf8("certificate"))
        .build()
        .toByteArray();
  }
}
