package org.lepta.service.anchoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.anchoring.contract.LeptaAnchor;
import org.web3j.crypto.Hash;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/** A contract on a chain that mines at once, called by an account with ether. */
record ContractCalls(Anvil anvil, ContractAddress address, Chain chain) {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  ContractCalls(Anvil anvil, ContractAddress address) {
    this(anvil, address, new Chain(address, new JdkService(anvil.address())));
  }

  LeptaAnchor calls() {
    return chain.calls();
  }

  /**
   * Sends a transaction.
   *
   * @return the gas it took
   * @throws AnchorException if the contract refuses it
   */
  long send(RemoteFunctionCall<?> call) throws AnchorException {
    String data = call.encodeFunctionCall();
    BigInteger gas = chain.gas(Anvil.RICH.address(), data);
    Submission.Price price =
        new Submission.Price(gas.shiftLeft(1), TestMembers.gwei(100), BigInteger.ONE);
    BigInteger nonce = chain.nonce(Anvil.RICH.address());
    String raw = Submission.sign(address, Anvil.RICH, nonce, data, price);
    chain.submit(raw);
    JsonNode receipt = receipt(Hash.sha3(raw));
    if (!receipt.path("status").stringValue().equals("0x1")) {
      throw new IllegalStateException("the transaction failed: " + receipt);
    }
    return Numeric.decodeQuantity(receipt.path("gasUsed").stringValue()).longValueExact();
  }

  /** Even a chain that mines at once may answer before it has. */
  private JsonNode receipt(String transaction) {
    try {
      long end = System.nanoTime() + LONGEST.toNanos();
      while (System.nanoTime() < end) {
        JsonNode receipt = anvil.ask("eth_getTransactionReceipt", transaction);
        if (receipt.isObject()) {
          return receipt;
        }
      }
      throw new IllegalStateException("no block took " + transaction);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The word that a call answers. */
  byte[] word(RemoteFunctionCall<?> call) {
    try {
      JsonNode answer =
          anvil.ask(
              "eth_call",
              Map.of("to", address.address(), "data", call.encodeFunctionCall()),
              "latest");
      return Numeric.hexStringToByteArray(answer.stringValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the contract says of a proof: null if it is good, else the name of its error. */
  @Nullable String verdict(
      BigInteger oldSize, byte[] oldRoot, BigInteger newSize, byte[] newRoot, List<byte[]> proof)
      throws AnchorException {
    try {
      chain.gas(
          Anvil.RICH.address(),
          calls().checkConsistency(oldSize, oldRoot, newSize, newRoot, proof).encodeFunctionCall());
      return null;
    } catch (AnchorException e) {
      String message = String.valueOf(e.getMessage());
      if (e.trouble() != AnchorTrouble.ANCHOR_REFUSED) {
        throw e;
      }
      return message.substring(message.lastIndexOf(' ') + 1);
    }
  }
}
