package org.lepta.service.anchoring;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/** A service that anchors, as far as it matters here, on a chain that mines when it is told to. */
final class AnchorStation {

  final Anvil anvil;
  final GrowingLog log;
  final ContractAddress contract;
  final Path folder;

  /** Ahead of the chain's own, which goes on by a second at least with each block. */
  final SetClock clock = new SetClock(Instant.now().plus(Duration.ofMinutes(10)));

  AccountKey payer = Anvil.RICH;
  List<AccountKey> members = TestMembers.KEYS.subList(0, 2);
  MemberAnswers others = (path, most) -> List.of();
  BigInteger mostFee = TestMembers.gwei(100);
  Duration every = Duration.ZERO;
  Faults faults = Faults.NONE;
  private AnchorRound round;

  /** Trouble between service and node. */
  interface Faults {

    Faults NONE = (method, answered) -> {};

    /** Called before a request is sent, and again when it is answered. */
    void pass(String payload, boolean answered) throws IOException;
  }

  AnchorStation(Anvil anvil, GrowingLog log, ContractAddress contract, Path folder)
      throws IOException {
    this.anvil = anvil;
    this.log = log;
    this.contract = contract;
    this.folder = folder;
    this.round = newRound();
  }

  /** Deploys by mining for it. */
  static ContractAddress deploy(Anvil anvil) throws IOException, AnchorException {
    anvil.ask("evm_setAutomine", true);
    ContractAddress contract = TestMembers.deploy(anvil);
    anvil.ask("evm_setAutomine", false);
    anvil.mine(Anvil.FINAL + 1);
    return contract;
  }

  /** Everything that is not on the disk is forgotten. */
  void restart() throws IOException {
    round = newRound();
  }

  private AnchorRound newRound() throws IOException {
    AnchorSettings settings = settings();
    JdkService service =
        new JdkService(settings.node()) {
          @Override
          protected InputStream performIO(String payload) throws IOException {
            faults.pass(payload, false);
            InputStream answer = super.performIO(payload);
            faults.pass(payload, true);
            return answer;
          }
        };
    return new AnchorRound(
        settings,
        log,
        new Chain(contract, service),
        SubmissionFile.open(folder),
        (path, most) -> others.ask(path, most),
        clock);
  }

  private AnchorSettings settings() {
    return new AnchorSettings(
        anvil.address(),
        contract,
        GrowingLog.ORIGIN,
        Optional.of(payer),
        members,
        every,
        mostFee,
        Duration.ofMinutes(1),
        0,
        Duration.ofMillis(10),
        folder);
  }

  AnchorState look() throws AnchorException, IOException, InterruptedException {
    return round.run();
  }

  /** Looks and makes blocks until everything is anchored for ever. */
  AnchorState settle() throws AnchorException, IOException, InterruptedException {
    AnchorState state = look();
    for (int i = 0; i < 20; i++) {
      AnchorState.Anchored anchored = state.anchored();
      if (anchored != null && anchored.size() == log.size() && anchored.isFinal()) {
        return state;
      }
      anvil.mine(Anvil.FINAL / 2);
      state = look();
    }
    throw new IllegalStateException("not anchored: " + state);
  }

  /** Sizes and roots in all events of the contract, in the order of the chain. */
  List<String> history() throws IOException {
    List<String> all = new ArrayList<>();
    JsonNode logs =
        anvil.ask(
            "eth_getLogs",
            Map.of("fromBlock", "0x0", "toBlock", "latest", "address", contract.address()));
    for (JsonNode event : logs) {
      if (event.path("topics").size() == 2 && event.path("data").stringValue().length() == 66) {
        all.add(
            Numeric.decodeQuantity(quantity(event.path("topics").get(1).stringValue()))
                + " "
                + event.path("data").stringValue().substring(2));
      }
    }
    return all;
  }

  private static String quantity(String word) {
    return Numeric.encodeQuantity(Numeric.toBigInt(word));
  }

  /** How many transactions wait for a block. */
  int waiting() throws IOException {
    return Numeric.toBigInt(anvil.ask("txpool_status").path("pending").stringValue()).intValue();
  }

  String line(long size) {
    return size + " " + log.root(size).hex();
  }
}
