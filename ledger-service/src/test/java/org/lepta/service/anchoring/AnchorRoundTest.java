package org.lepta.service.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** One step after the other, on a chain that mines when it is told to. */
class AnchorRoundTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Anvil anvil;

  @SuppressWarnings("NullAway.Init")
  private AnchorStation station;

  @BeforeEach
  void start() throws IOException, AnchorException {
    anvil = Anvil.minesWhenTold();
    station = new AnchorStation(anvil, GrowingLog.of(5), AnchorStation.deploy(anvil), folder);
  }

  @AfterEach
  void stop() {
    if (anvil != null) {
      anvil.close();
    }
  }

  @Test
  void aRootIsSentThenInABlockThenFinal() throws Exception {
    AnchorState.Sent sent = Objects.requireNonNull(station.look().sent());
    assertThat(sent.size()).isEqualTo(5);

    anvil.mine(1);
    AnchorState.Anchored mined = Objects.requireNonNull(station.look().anchored());
    assertThat(mined.isFinal()).isFalse();
    assertThat(mined.transaction()).isEqualTo(sent.transaction());

    anvil.mine(Anvil.FINAL);
    AnchorState done = station.look();
    assertThat(Objects.requireNonNull(done.anchored()).isFinal()).isTrue();
    assertThat(done.sent()).isNull();
    assertThat(station.history()).containsExactly(station.line(5));
  }

  @Test
  void nothingMoreIsSentBeforeTheLastIsFinal() throws Exception {
    station.look();
    anvil.mine(1);
    station.log.grow(3);

    assertThat(station.look().sent()).isNull();
    assertThat(station.waiting()).isZero();
    station.settle();
    assertThat(station.history()).containsExactly(station.line(5), station.line(8));
  }

  @Test
  void theNextOneWaitsForItsTime() throws Exception {
    station.settle();
    station.every = Duration.ofHours(1);
    station.restart();
    station.log.grow(3);

    assertThat(station.look().sent()).isNull();
    station.clock.move(Duration.ofHours(2));
    assertThat(Objects.requireNonNull(station.look().sent()).size()).isEqualTo(8);
  }

  @Test
  void aDroppedTransactionIsSentAgain() throws Exception {
    String first = Objects.requireNonNull(station.look().sent()).transaction();
    anvil.drop(first);
    assertThat(station.waiting()).isZero();

    assertThat(Objects.requireNonNull(station.look().sent()).transaction()).isEqualTo(first);
    assertThat(station.waiting()).isEqualTo(1);
  }

  @Test
  void whatNoBlockTakesIsReplacedUnderTheSameNumber() throws Exception {
    String first = Objects.requireNonNull(station.look().sent()).transaction();
    station.clock.move(Duration.ofMinutes(2));
    String second = Objects.requireNonNull(station.look().sent()).transaction();

    assertThat(second).isNotEqualTo(first);
    assertThat(station.waiting()).isEqualTo(1);
    station.settle();
    assertThat(station.history()).containsExactly(station.line(5));
  }

  @Test
  void whatAReorganisationTookAwayIsSentAgain() throws Exception {
    station.look();
    anvil.mine(4);
    station.look();
    anvil.reorg(4);
    assertThat(station.history()).isEmpty();

    station.settle();
    assertThat(station.history()).containsExactly(station.line(5));
  }

  @Test
  void afterARestartNothingIsSentTwice() throws Exception {
    String first = Objects.requireNonNull(station.look().sent()).transaction();
    station.restart();
    station.log.grow(1);

    assertThat(Objects.requireNonNull(station.look().sent()).transaction()).isEqualTo(first);
    assertThat(station.waiting()).isEqualTo(1);
  }

  @Test
  void whatWasRememberedButNotSentIsSent() throws Exception {
    station.faults =
        (payload, answered) -> {
          if (payload.contains("eth_sendRawTransaction")) {
            throw new IOException("cut");
          }
        };
    assertThatThrownBy(station::look)
        .isInstanceOf(AnchorException.class)
        .hasMessageContaining("no answer");
    assertThat(station.waiting()).isZero();

    station.faults = AnchorStation.Faults.NONE;
    station.restart();
    station.settle();
    assertThat(station.history()).containsExactly(station.line(5));
  }

  @Test
  void withTheFileLostTheSameNumberIsUsed() throws Exception {
    station.look();
    Files.delete(folder.resolve("submission.json"));
    station.restart();
    station.log.grow(1);

    assertThatThrownBy(station::look).hasMessageContaining("underpriced");
    station.clock.move(Duration.ofMinutes(2));
    station.look();
    assertThat(station.waiting()).isEqualTo(1);
    station.settle();
    assertThat(station.history()).containsExactly(station.line(6));
  }

  @Test
  void whatSomebodyElseAnchoredIsTakenIfItIsOurs() throws Exception {
    AnchorStation other = new AnchorStation(anvil, station.log, station.contract, other());
    other.payer = account(1);
    other.restart();
    other.settle();

    AnchorState.Anchored anchored = Objects.requireNonNull(station.look().anchored());
    assertThat(anchored.size()).isEqualTo(5);
    assertThat(anchored.transaction()).isNotNull();
    assertThat(station.waiting()).isZero();
  }

  @Test
  void whoWasOvertakenMakesAnotherUnderTheSameNumber() throws Exception {
    AnchorStation other = new AnchorStation(anvil, station.log, station.contract, other());
    other.payer = account(1);
    other.mostFee = TestMembers.gwei(99);
    other.restart();
    String first = Objects.requireNonNull(other.look().sent()).transaction();
    station.log.grow(2);
    anvil.drop(first);
    station.look();
    anvil.mine(1);
    station.log.grow(2);
    station.settle();

    assertThat(other.look().sent()).isNull();
    assertThat(station.history()).containsExactly(station.line(7), station.line(9));
  }

  @Test
  void aRootThatIsNotOursStopsTheAnchoringAndIsKept() throws Exception {
    AnchorStation other =
        new AnchorStation(anvil, GrowingLog.of("fork", 5), station.contract, other());
    other.payer = account(1);
    other.restart();
    other.look();
    anvil.mine(1);

    assertThatThrownBy(station::look)
        .isInstanceOfSatisfying(
            AnchorException.class,
            e -> assertThat(e.trouble()).isEqualTo(AnchorTrouble.ANCHOR_DIFFERS));
    anvil.mine(Anvil.FINAL);
    assertThatThrownBy(station::look)
        .isInstanceOfSatisfying(
            AnchorException.class,
            e -> assertThat(e.trouble()).isEqualTo(AnchorTrouble.ANCHOR_CONTRADICTS));
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("contradiction-"));
    }
  }

  @Test
  void aContractThatIsFurtherIsWaitedFor() throws Exception {
    GrowingLog further = GrowingLog.of(9);
    AnchorStation other = new AnchorStation(anvil, further, station.contract, other());
    other.payer = account(1);
    other.restart();
    other.settle();

    assertTrouble(AnchorTrouble.ANCHOR_AHEAD);
    station.log.grow(4);
    assertThat(Objects.requireNonNull(station.look().anchored()).size()).isEqualTo(9);
  }

  @Test
  void otherMembersAreAskedAndTheirAnswersChecked() throws Exception {
    station.members = TestMembers.KEYS.subList(0, 1);
    station.others = (path, most) -> List.of();
    station.restart();
    assertTrouble(AnchorTrouble.ANCHOR_SIGNATURES_MISSING);

    AnchoredRoot other = TestMembers.root(4, station.log.root(4));
    AnchoredRoot root = TestMembers.root(5, station.log.root(5));
    byte[] strangers = answer(root, TestMembers.OTHERS.getFirst());
    byte[] wrong = answer(other, TestMembers.KEYS.get(2));
    byte[] own = answer(root, TestMembers.KEYS.get(0));
    byte[] garbage = "{\"signatures\":[1,\"0x\",null,{}]}".getBytes(UTF_8);
    station.others = (path, most) -> List.of(strangers, wrong, own, garbage, new byte[] {1});
    assertTrouble(AnchorTrouble.ANCHOR_SIGNATURES_MISSING);

    byte[] right = answer(root, TestMembers.KEYS.get(2));
    station.others =
        (path, most) ->
            path.equals("/api/v1/anchor/signatures/5") ? List.of(garbage, right) : List.of();
    station.settle();
    assertThat(station.history()).containsExactly(station.line(5));
  }

  private byte[] answer(AnchoredRoot root, AccountKey key) {
    byte[] digest = new TypedData(station.contract).anchor(root);
    return JsonMapper.shared()
        .writeValueAsBytes(Map.of("signatures", List.of(MemberSignature.sign(digest, key).hex())));
  }

  @Test
  void aHaltedLogIsNotAnchored() throws Exception {
    station.log.halt();

    assertThat(station.look().sent()).isNull();
    assertThat(station.waiting()).isZero();
  }

  @Test
  void withoutMoneyNothingIsSent() throws Exception {
    station.payer = TestMembers.OTHERS.getFirst();
    station.restart();

    assertTrouble(AnchorTrouble.ANCHOR_NO_FUNDS);
  }

  @Test
  void noMoreThanTheCapIsOffered() throws Exception {
    station.mostFee = BigInteger.valueOf(1_000);
    station.restart();

    assertTrouble(AnchorTrouble.ANCHOR_FEE_ABOVE_CAP);
    assertThat(station.waiting()).isZero();
  }

  @Test
  void anotherChainLogOrAddressIsNotTouched() throws Exception {
    ContractAddress right = station.contract;
    anvil.ask("evm_setAutomine", true);
    ContractAddress otherLog = TestMembers.deploy(anvil, "other.example.org");
    anvil.ask("evm_setAutomine", false);

    station = new AnchorStation(anvil, station.log, otherLog, other());
    assertTrouble(AnchorTrouble.ANCHOR_OTHER_ORIGIN);
    station =
        new AnchorStation(anvil, station.log, new ContractAddress(1, right.address()), other());
    assertTrouble(AnchorTrouble.ANCHOR_WRONG_CHAIN);
    station =
        new AnchorStation(
            anvil, station.log, new ContractAddress(Anvil.CHAIN, account(2).address()), other());
    assertTrouble(AnchorTrouble.ANCHOR_NO_CONTRACT);
  }

  @Test
  void aNodeThatDoesNotAnswerIsNamed() throws Exception {
    anvil.close();

    assertTrouble(AnchorTrouble.ANCHOR_CHAIN_UNREACHABLE);
  }

  private void assertTrouble(AnchorTrouble trouble) {
    assertThatThrownBy(station::look)
        .isInstanceOfSatisfying(
            AnchorException.class, e -> assertThat(e.trouble()).isEqualTo(trouble));
  }

  private Path other() throws IOException {
    return Files.createDirectories(folder.resolve("other"));
  }

  /** Another account that got ether at the start. */
  private AccountKey account(int number) throws IOException {
    AccountKey key = AccountKey.of(BigInteger.valueOf(77_000 + number));
    anvil.ask("anvil_setBalance", key.address(), "0x8ac7230489e80000");
    return key;
  }
}
