package org.lepta.service.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.UnreachableException;

/**
 * Asks Fabric's lifecycle for the definition of the contract, whose version is the SHA-256 of the
 * agreed jar (docs/operating/network).
 */
record AgreedBuild(Peers peers, FabricIdentity asking, String contract) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  Optional<String> find() throws UnreachableException {
    byte[] query =
        QueryChaincodeDefinitionArgs.newBuilder().setName(contract).build().toByteArray();
    GatewayException last = null;
    for (Link link : peers.inOrder()) {
      try {
        byte[] answer =
            link.network(asking)
                .getContract("_lifecycle")
                .newProposal("QueryChaincodeDefinition")
                .addArguments(query)
                .build()
                .evaluate();
        return version(answer);
      } catch (GatewayException e) {
        last = e;
      } catch (InvalidProtocolBufferException e) {
        throw new UnreachableException(link + " answers something else", e);
      }
    }
    throw unreachable(last);
  }

  private static Optional<String> version(byte[] answer) throws InvalidProtocolBufferException {
    String version = QueryChaincodeDefinitionResult.parseFrom(answer).getVersion();
    return SHA256.matcher(version).matches() ? Optional.of(version) : Optional.empty();
  }

  private static UnreachableException unreachable(@Nullable GatewayException last) {
    String why = last == null ? "no peer" : Calls.explain(last);
    return new UnreachableException("nobody tells the chaincode's definition: " + why, last);
  }
}
