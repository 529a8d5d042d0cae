package org.lepta.service.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lepta.service.anchoring.contract.LeptaAnchor;
import org.lepta.service.kernel.Sha256;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.NumericType;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlockNumber;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthChainId;
import org.web3j.protocol.core.methods.response.EthEstimateGas;
import org.web3j.protocol.core.methods.response.EthGetBalance;
import org.web3j.protocol.core.methods.response.EthGetTransactionCount;
import org.web3j.protocol.core.methods.response.EthMaxPriorityFeePerGas;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;

/** One contract as a node of its chain shows it. One thread at a time. */
final class Chain implements AutoCloseable {

  private static final DefaultBlockParameter LATEST = DefaultBlockParameterName.LATEST;
  private static final String NOTHING = "0x";
  private static final String NOBODY = "0x0000000000000000000000000000000000000000";

  private final ContractAddress contract;
  private final Web3jService service;
  private final Web3j web3j;
  private final LeptaAnchor calls;

  Chain(ContractAddress contract, Web3jService service) {
    this.contract = contract;
    this.service = service;
    this.web3j = Web3j.build(service);
    this.calls =
        LeptaAnchor.load(
            contract.address(),
            web3j,
            new ReadonlyTransactionManager(web3j, NOBODY),
            new DefaultGasProvider());
  }

  /** What gas costs now, in wei: of the newest block, and what others give on top. */
  record Fees(BigInteger base, BigInteger tip) {}

  /**
   * Makes sure that this is the right contract.
   *
   * @throws AnchorException if the chain is another one, there is no contract, or it anchors
   *     another log
   */
  void require(Sha256 origin) throws AnchorException {
    BigInteger chain = ask(web3j.ethChainId(), EthChainId::getChainId);
    if (!chain.equals(BigInteger.valueOf(contract.chainId()))) {
      throw new AnchorException(
          AnchorTrouble.ANCHOR_WRONG_CHAIN, "the node is of the chain " + chain);
    }
    List<Type<?>> answer = call(calls.origin(), LATEST).orElseThrow(this::noContract);
    Sha256 there = hash(answer.getFirst());
    if (!there.equals(origin)) {
      throw new AnchorException(
          AnchorTrouble.ANCHOR_OTHER_ORIGIN, "the contract is of the log with the hash " + there);
    }
  }

  private AnchorException noContract() {
    return new AnchorException(
        AnchorTrouble.ANCHOR_NO_CONTRACT, "there is no such contract at " + contract.address());
  }

  /** What stands in the contract after the newest block. */
  Head latest() throws AnchorException {
    return head(LATEST).orElseThrow(this::noContract);
  }

  /**
   * What stands there for ever; nothing is written before the contract itself is final.
   *
   * @param depth how many blocks on top make a block final; 0 to ask the chain
   */
  Head lasting(int depth) throws AnchorException {
    if (depth == 0) {
      return head(DefaultBlockParameterName.FINALIZED).orElse(Head.EMPTY);
    }
    BigInteger newest = ask(web3j.ethBlockNumber(), EthBlockNumber::getBlockNumber);
    BigInteger block = newest.subtract(BigInteger.valueOf(depth));
    return block.signum() < 0
        ? Head.EMPTY
        : head(DefaultBlockParameter.valueOf(block)).orElse(Head.EMPTY);
  }

  private Optional<Head> head(DefaultBlockParameter block) throws AnchorException {
    Optional<List<Type<?>>> answer = call(calls.head(), block);
    return answer.isEmpty() ? Optional.empty() : Optional.of(head(answer.get()));
  }

  private static Head head(List<Type<?>> parts) throws AnchorException {
    return new Head(
        number(parts.get(0)),
        hash(parts.get(1)),
        Instant.ofEpochSecond(number(parts.get(2))),
        number(parts.get(3)));
  }

  /** Who may sign. */
  Members members() throws AnchorException {
    List<Type<?>> parts = call(calls.members(), LATEST).orElseThrow(this::noContract);
    List<String> addresses =
        ((DynamicArray<?>) parts.get(0))
            .getValue().stream()
                .map(member -> ((Address) member).getValue().toLowerCase(Locale.ROOT))
                .toList();
    return new Members(addresses, (int) number(parts.get(1)), number(parts.get(2)));
  }

  /** How many transactions of an account are in blocks: the number of its next one. */
  BigInteger nonce(String account) throws AnchorException {
    return ask(
        web3j.ethGetTransactionCount(account, LATEST), EthGetTransactionCount::getTransactionCount);
  }

  BigInteger balance(String account) throws AnchorException {
    return ask(web3j.ethGetBalance(account, LATEST), EthGetBalance::getBalance);
  }

  Fees fees() throws AnchorException {
    BigInteger base =
        ask(
            web3j.ethGetBlockByNumber(LATEST, false),
            answer -> answer.getBlock().getBaseFeePerGas());
    BigInteger tip =
        ask(web3j.ethMaxPriorityFeePerGas(), EthMaxPriorityFeePerGas::getMaxPriorityFeePerGas);
    return new Fees(base, tip);
  }

  /**
   * How much gas a call would take in the block after the newest; what waits is not counted in.
   *
   * @throws AnchorException with {@link AnchorTrouble#ANCHOR_REFUSED} if the contract refuses it
   */
  BigInteger gas(String from, String data) throws AnchorException {
    Transaction call = Transaction.createEthCallTransaction(from, contract.address(), data);
    EthEstimateGas answer =
        send(
            new Request<>(
                "eth_estimateGas",
                List.of(call, LATEST.getValue()),
                service,
                EthEstimateGas.class));
    if (answer.hasError()) {
      throw refused(answer.getError());
    }
    try {
      return answer.getAmountUsed();
    } catch (RuntimeException e) {
      throw malformed(e);
    }
  }

  /** Hands a signed transaction to the node; that it knows it already is no trouble. */
  void submit(String raw) throws AnchorException {
    Response<?> answer = send(web3j.ethSendRawTransaction(raw));
    if (answer.hasError()) {
      String message = String.valueOf(answer.getError().getMessage());
      String lower = message.toLowerCase(Locale.ROOT);
      if (lower.contains("insufficient funds")) {
        throw new AnchorException(AnchorTrouble.ANCHOR_NO_FUNDS, "the node says: " + message);
      }
      if (!lower.contains("already known") && !lower.contains("already imported")) {
        throw refused(answer.getError());
      }
    }
  }

  /** Whether the node has a transaction, in a block or waiting for one. */
  boolean knows(String transaction) throws AnchorException {
    return ask(
        web3j.ethGetTransactionByHash(transaction), answer -> answer.getTransaction().isPresent());
  }

  /** The transaction that moved the contract to what stands there; nothing if it is not found. */
  Optional<String> transactionOf(Head head) throws AnchorException {
    DefaultBlockParameter block = DefaultBlockParameter.valueOf(BigInteger.valueOf(head.block()));
    EthFilter filter =
        new EthFilter(block, block, contract.address())
            .addSingleTopic(EventEncoder.encode(LeptaAnchor.ANCHORED_EVENT));
    return ask(
        web3j.ethGetLogs(filter),
        answer ->
            answer.getLogs().stream()
                .map(found -> (Log) found.get())
                .filter(log -> sizeOf(log).equals(BigInteger.valueOf(head.size())))
                .map(Log::getTransactionHash)
                .findFirst());
  }

  private static BigInteger sizeOf(Log log) {
    return LeptaAnchor.getAnchoredEventFromLog(log).size;
  }

  /** The bytes with which a function of the contract is called. */
  LeptaAnchor calls() {
    return calls;
  }

  private Optional<List<Type<?>>> call(RemoteFunctionCall<?> function, DefaultBlockParameter block)
      throws AnchorException {
    Transaction transaction =
        Transaction.createEthCallTransaction(
            NOBODY, contract.address(), function.encodeFunctionCall());
    EthCall answer = send(web3j.ethCall(transaction, block));
    if (answer.hasError()) {
      throw refused(answer.getError());
    }
    String value = answer.getValue();
    if (value == null || value.equals(NOTHING)) {
      return Optional.empty();
    }
    try {
      List<Type<?>> parts = new ArrayList<>();
      for (Type<?> part : function.decodeFunctionResponse(value)) {
        parts.add(part);
      }
      return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    } catch (RuntimeException e) {
      throw malformed(e);
    }
  }

  /** Asks, and reads the answer; what cannot be read is no fault of ours. */
  private <T extends Response<?>, R> R ask(Request<?, T> request, Function<T, R> reading)
      throws AnchorException {
    T answer = send(request);
    if (answer.hasError()) {
      throw refused(answer.getError());
    }
    try {
      return reading.apply(answer);
    } catch (RuntimeException e) {
      throw malformed(e);
    }
  }

  private <T extends Response<?>> T send(Request<?, T> request) throws AnchorException {
    try {
      return request.send();
    } catch (IOException e) {
      throw new AnchorException(
          AnchorTrouble.ANCHOR_CHAIN_UNREACHABLE, "the node gives no answer: " + reason(e), e);
    } catch (RuntimeException e) {
      throw malformed(e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static AnchorException malformed(@Nullable Throwable cause) {
    return new AnchorException(
        AnchorTrouble.ANCHOR_CHAIN_REFUSED, "the node's answer cannot be read", cause);
  }

  private static AnchorException refused(Response.Error error) {
    String name = Refusals.name(error.getData());
    return name == null
        ? new AnchorException(
            AnchorTrouble.ANCHOR_CHAIN_REFUSED, "the node says: " + error.getMessage())
        : new AnchorException(AnchorTrouble.ANCHOR_REFUSED, "the contract says " + name);
  }

  private static long number(Type<?> part) throws AnchorException {
    BigInteger value = ((NumericType) part).getValue();
    if (value.bitLength() >= Long.SIZE) {
      throw malformed(null);
    }
    return value.longValue();
  }

  private static Sha256 hash(Type<?> part) {
    return Sha256.of(((Bytes32) part).getValue());
  }

  @Override
  public void close() {
    web3j.shutdown();
  }
}
