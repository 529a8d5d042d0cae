package org.lepta.service.anchoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lepta.service.anchoring.contract.LeptaAnchor;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.testing.SharedFiles;
import org.lepta.service.transparency.proof.ConsistencyProof;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.ProofException;
import org.web3j.crypto.Sign;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract's own rules, on a chain. */
class LeptaAnchorTest {

  private static final GrowingLog LOG = GrowingLog.of(300);
  private static final List<AccountKey> TWO = TestMembers.KEYS.subList(0, 2);

  @SuppressWarnings("NullAway.Init")
  private static Anvil anvil;

  @SuppressWarnings("NullAway.Init")
  private ContractCalls contract;

  @BeforeAll
  static void start() throws IOException {
    anvil = Anvil.minesAtOnce();
  }

  @AfterAll
  static void stop() {
    if (anvil != null) {
      anvil.close();
    }
  }

  @BeforeEach
  void deploy() throws AnchorException {
    contract = new ContractCalls(anvil, TestMembers.deploy(anvil));
  }

  @Test
  void theWrapperHasTheArtefactsBytecode() throws IOException {
    JsonNode artefact =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(Path.of("src/main/contract/LeptaAnchor.json")));

    assertThat(LeptaAnchor.BINARY).isEqualTo(artefact.path("bytecode").stringValue());
  }

  @TestFactory
  Stream<DynamicTest> publicVectors() {
    Optional<Path> path = SharedFiles.find("vectors/merkle-consistency.json");
    if (path.isEmpty()) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "vectors", () -> abort("../shared/vectors/merkle-consistency.json is missing")));
    }
    JsonNode list = JsonMapper.shared().readTree(path.get());
    assertThat(list).hasSize(98);
    return list.valueStream()
        .map(c ->
            DynamicTest.dynamicTest(
                c.get("name").stringValue(),
                () -> assertThat(accepts(c)).isEqualTo(!c.get("wantErr").booleanValue())));
  }

  private boolean accepts(JsonNode c) throws AnchorException {
    List<byte[]> proof = new ArrayList<>();
    c.get("proof").forEach(hash -> proof.add(bytes(hash)));
    BigInteger oldSize = c.get("size1").bigIntegerValue();
    BigInteger newSize = c.get("size2").bigIntegerValue();
    byte[] oldRoot = root(c.get("root1"), oldSize.equals(newSize));
    byte[] newRoot = root(c.get("root2"), oldSize.equals(newSize));
    boolean canBeAsked =
        Stream.concat(proof.stream(), Stream.of(oldRoot, newRoot))
            .allMatch(hash -> hash.length == Sha256.LENGTH);
    return canBeAsked && contract.verdict(oldSize, oldRoot, newSize, newRoot, proof) == null;
  }

  private static byte[] bytes(JsonNode base64) {
    return base64.isNull() ? new byte[0] : Base64.getDecoder().decode(base64.stringValue());
  }

  /**
   * Where the sizes are equal some cases have words instead of roots and ask only whether they are
   * compared; the hash of such a word keeps that question.
   */
  private static byte[] root(JsonNode base64, boolean onlyCompared) {
    byte[] root = bytes(base64);
    return onlyCompared && root.length != Sha256.LENGTH ? Sha256.digest(root).bytes() : root;
  }

  @Test
  void itDecidesAboutEveryPairOfSizesAsJavaDoes() throws AnchorException {
    for (int from = 0; from <= 26; from++) {
      for (int to = from; to <= 26; to++) {
        assertThat(verdict(from, to, LOG.tree(to).consistency(from, to).path()))
            .as("from %d to %d", from, to)
            .isNull();
      }
    }
  }

  @Test
  void itRefusesWhatJavaRefusesForTheSameReason() throws AnchorException {
    SplittableRandom random = new SplittableRandom(20261127);
    for (int i = 0; i < 300; i++) {
      int from = random.nextInt(0, 300);
      int to = random.nextInt(from, 301);
      List<Sha256> proof = new ArrayList<>(LOG.tree(to).consistency(from, to).path());
      int oldSize = from;
      int newSize = to;
      switch (random.nextInt(5)) {
        case 0 -> proof.add(Sha256.digest(new byte[] {1}));
        case 1 -> newSize = random.nextInt(0, 301);
        case 2 -> oldSize = random.nextInt(0, 301);
        case 3 -> {
          if (!proof.isEmpty()) {
            proof.remove(random.nextInt(proof.size()));
          }
        }
        default -> {
          if (!proof.isEmpty()) {
            proof.set(random.nextInt(proof.size()), Sha256.digest(new byte[] {2}));
          }
        }
      }
      assertThat(
              contract.verdict(
                  BigInteger.valueOf(oldSize),
                  LOG.root(from).bytes(),
                  BigInteger.valueOf(newSize),
                  LOG.root(to).bytes(),
                  proof.stream().map(Sha256::bytes).toList()))
          .as("%d: from %d to %d", i, oldSize, newSize)
          .isEqualTo(javaVerdict(proof, oldSize, LOG.root(from), newSize, LOG.root(to)));
    }
  }

  private @Nullable String verdict(int from, int to, List<Sha256> proof) throws AnchorException {
    return contract.verdict(
        BigInteger.valueOf(from),
        LOG.root(from).bytes(),
        BigInteger.valueOf(to),
        LOG.root(to).bytes(),
        proof.stream().map(Sha256::bytes).toList());
  }

  private static @Nullable String javaVerdict(
      List<Sha256> proof, long oldSize, Sha256 oldRoot, long newSize, Sha256 newRoot) {
    try {
      new ConsistencyProof(proof).verify(oldSize, oldRoot, newSize, newRoot);
      return null;
    } catch (ProofException e) {
      return switch (e.reason()) {
        case SIZE_OUT_OF_RANGE -> "SizeNotGrowing";
        case PROOF_TOO_LONG -> "ProofTooLong";
        case PROOF_TOO_SHORT -> "ProofTooShort";
        case OLD_ROOT_DIFFERS -> "OldRootDiffers";
        case ROOT_DIFFERS -> "NewRootDiffers";
        default -> e.reason().name();
      };
    }
  }

  @Test
  void theDigestsAreThoseOfTheService() throws AnchorException {
    TypedData typed = new TypedData(contract.address());
    AnchoredRoot root = TestMembers.root(7, LOG.root(7));
    List<String> next = TestMembers.addresses(TestMembers.OTHERS);

    assertThat(contract.word(contract.calls().anchorDigest(big(7), LOG.root(7).bytes())))
        .isEqualTo(typed.anchor(root));
    assertThat(contract.word(contract.calls().rotationDigest(next, big(3))))
        .isEqualTo(typed.rotation(root.origin(), 1, next, 3));
  }

  @Test
  void itMovesFromEmptyToASizeAndFurther() throws AnchorException {
    contract.send(anchor(0, 5, TWO));
    contract.send(anchor(5, 200, TestMembers.KEYS.subList(1, 3)));
    contract.send(anchor(200, 201, TestMembers.KEYS.subList(0, 3)));

    assertThat(contract.chain().latest().size()).isEqualTo(201);
    assertThat(contract.chain().latest().root()).isEqualTo(LOG.root(201));
  }

  @Test
  void itNeverStandsStillOrGoesBack() throws AnchorException {
    contract.send(anchor(0, 5, TWO));

    refused(anchor(5, 5, TWO), "SizeNotGrowing");
    refused(anchor(5, 4, List.of(), TWO), "SizeNotGrowing");
    refused(anchor(4, 6, TWO), "OldSizeIsOther");
    refused(anchor(0, 6, TWO), "OldSizeIsOther");
  }

  @Test
  void oneStolenKeyMovesNothing() throws AnchorException {
    AccountKey stolen = TestMembers.KEYS.get(1);

    refused(anchor(0, 5, List.of(stolen)), "TooFewSignatures");
    refused(anchor(0, 5, List.of(stolen, stolen)), "SignersNotAscending");
    refused(anchor(0, 5, List.of(stolen, TestMembers.OTHERS.getFirst())), "SignerUnknown");
    refused(rotation(List.of(stolen), TestMembers.OTHERS), "TooFewSignatures");
  }

  @Test
  void allMembersTogetherCannotMakeASecondHistory() throws AnchorException {
    GrowingLog fork = GrowingLog.of("fork", 300);
    contract.send(anchor(0, 100, TWO));

    List<AccountKey> all = TestMembers.KEYS.subList(0, 3);
    refused(
        anchor(fork, 100, 200, fork.tree(200).consistency(100, 200).path(), all), "OldRootDiffers");
    refused(
        anchor(fork, 100, 200, LOG.tree(200).consistency(100, 200).path(), all), "NewRootDiffers");
    refused(anchor(fork, 100, 200, List.of(), all), "ProofTooShort");
  }

  @Test
  void signersStandInTheirOrder() throws AnchorException {
    refused(anchor(0, 5, TWO.reversed()), "SignersNotAscending");
  }

  @Test
  void aSignatureUnderAnotherRootIsNobodys() throws AnchorException {
    byte[] other = new TypedData(contract.address()).anchor(TestMembers.root(6, LOG.root(6)));

    refused(anchor(0, 5, LOG.root(5), List.of(), TestMembers.sign(other, TWO)), "SignerUnknown");
  }

  @Test
  void aSignatureForAnotherContractOrChainIsNobodys() throws AnchorException {
    ContractAddress twin = TestMembers.deploy(anvil);
    ContractAddress otherChain = new ContractAddress(1, contract.address().address());
    for (ContractAddress elsewhere : List.of(twin, otherChain)) {
      byte[] digest = new TypedData(elsewhere).anchor(TestMembers.root(5, LOG.root(5)));

      refused(anchor(0, 5, LOG.root(5), List.of(), TestMembers.sign(digest, TWO)), "SignerUnknown");
    }
  }

  @Test
  void ofTwoFormsOfASignatureOnlyOneCounts() throws AnchorException {
    byte[] digest = new TypedData(contract.address()).anchor(TestMembers.root(5, LOG.root(5)));
    List<LeptaAnchor.Signature> signed = new ArrayList<>(TestMembers.sign(digest, TWO));
    LeptaAnchor.Signature low = signed.getFirst();
    BigInteger high = Sign.CURVE_PARAMS.getN().subtract(new BigInteger(1, low.s));
    signed.set(
        0,
        new LeptaAnchor.Signature(big(55).subtract(low.v), low.r, Numeric.toBytesPadded(high, 32)));

    refused(anchor(0, 5, LOG.root(5), List.of(), signed), "SignatureNotCanonical");

    signed.set(0, new LeptaAnchor.Signature(big(5), low.r, low.s));
    refused(anchor(0, 5, LOG.root(5), List.of(), signed), "SignatureNotCanonical");
    signed.set(0, new LeptaAnchor.Signature(big(27), new byte[32], new byte[32]));
    refused(anchor(0, 5, LOG.root(5), List.of(), signed), "SignatureNotCanonical");
  }

  @Test
  void membersRotateBySoManyAsAnAnchorNeeds() throws AnchorException {
    contract.send(anchor(0, 5, TWO));
    RemoteFunctionCall<?> rotation = rotation(TWO, TestMembers.OTHERS);
    contract.send(rotation);

    assertThat(contract.chain().members().addresses())
        .isEqualTo(TestMembers.addresses(TestMembers.OTHERS));
    assertThat(contract.chain().members().epoch()).isEqualTo(2);
    refused(anchor(5, 6, TWO), "SignerUnknown");
    refused(rotation, "SignerUnknown");
    contract.send(anchor(5, 6, TestMembers.OTHERS.subList(0, 2)));
  }

  @Test
  void aRotationCountsOnce() throws AnchorException {
    RemoteFunctionCall<?> away = rotation(TWO, TestMembers.KEYS.subList(0, 4));
    contract.send(away);

    refused(away, "SignerUnknown");
  }

  @Test
  void aContractHasAtLeastTwoSignersAmongDifferentMembers() {
    List<String> three = TestMembers.addresses(TestMembers.KEYS.subList(0, 3));

    refusedRotation(three, 1, "ThresholdOutOfRange");
    refusedRotation(three, 4, "ThresholdOutOfRange");
    refusedRotation(List.of(), 0, "ThresholdOutOfRange");
    refusedRotation(List.of(three.getFirst(), three.getFirst()), 2, "MembersNotAscending");
    refusedRotation(three.reversed(), 2, "MembersNotAscending");
    refusedRotation(
        List.of("0x0000000000000000000000000000000000000000", three.getFirst()),
        2,
        "MembersNotAscending");
  }

  @Test
  void nothingIsPaidForAContractThatCannotBe() {
    List<String> three = TestMembers.addresses(TestMembers.KEYS.subList(0, 3));
    Deployment deployment =
        new Deployment(anvil.address(), Anvil.CHAIN, Anvil.RICH, TestMembers.gwei(100));

    assertThatThrownBy(() -> deployment.deploy("x", three, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> deployment.deploy("x", List.of(three.get(0), three.get(0)), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itTakesNoEther() {
    assertThatThrownBy(() ->
            anvil.ask(
                "eth_estimateGas",
                Map.of(
                    "from", Anvil.RICH.address(),
                    "to", contract.address().address(),
                    "value", "0x1")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("revert");
  }

  private RemoteFunctionCall<?> anchor(int from, int to, List<AccountKey> signers) {
    return anchor(from, to, LOG.tree(to).consistency(from, to).path(), signers);
  }

  private RemoteFunctionCall<?> anchor(
      int from, int to, List<Sha256> proof, List<AccountKey> signers) {
    return anchor(LOG, from, to, proof, signers);
  }

  private RemoteFunctionCall<?> anchor(
      GrowingLog log, int from, int to, List<Sha256> proof, List<AccountKey> signers) {
    byte[] digest = new TypedData(contract.address()).anchor(TestMembers.root(to, log.root(to)));
    return anchor(from, to, log.root(to), proof, TestMembers.sign(digest, signers));
  }

  private RemoteFunctionCall<?> anchor(
      int from, int to, Sha256 root, List<Sha256> proof, List<LeptaAnchor.Signature> signatures) {
    return contract
        .calls()
        .anchor(
            big(from),
            big(to),
            root.bytes(),
            proof.stream().map(Sha256::bytes).toList(),
            signatures);
  }

  private RemoteFunctionCall<?> rotation(List<AccountKey> signers, List<AccountKey> next)
      throws AnchorException {
    return rotation(signers, TestMembers.addresses(next), 2);
  }

  private RemoteFunctionCall<?> rotation(List<AccountKey> signers, List<String> next, int threshold)
      throws AnchorException {
    byte[] digest =
        new TypedData(contract.address())
            .rotation(
                AnchoredRoot.originHash(GrowingLog.ORIGIN),
                contract.chain().members().epoch(),
                next,
                threshold);
    return contract.calls().rotate(next, big(threshold), TestMembers.sign(digest, signers));
  }

  private void refusedRotation(List<String> next, int threshold, String reason) {
    assertThatThrownBy(() -> contract.send(rotation(TWO, next, threshold)))
        .hasMessage("the contract says " + reason);
  }

  private void refused(RemoteFunctionCall<?> call, String reason) {
    assertThatThrownBy(() -> contract.send(call)).hasMessage("the contract says " + reason);
  }

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }

  @Test
  void aGrowingLogCostsMoreGasOnlyByItsProof() throws AnchorException {
    GrowingLog log = GrowingLog.of("large", 70_000);
    int[] sizes = {1, 2, 100, 1_000, 1_001, 10_000, 46_667, 65_536, 69_999, 70_000};
    int from = 0;
    for (int to : sizes) {
      List<Sha256> proof = log.tree(to).consistency(from, to).path();
      long gas = contract.send(anchor(log, from, to, proof, TWO));
      System.out.printf("| %,d | %,d | %d | %,d |%n", from, to, proof.size(), gas);
      assertThat(gas).isLessThan(120_000);
      from = to;
    }
  }

  /** The root of no tree at all is that of nothing. */
  @Test
  void theEmptyTreeHasOneRoot() throws AnchorException {
    byte[] other = Sha256.digest(new byte[] {1}).bytes();

    assertThat(contract.chain().latest().root()).isEqualTo(MerkleHash.EMPTY);
    assertThat(contract.verdict(big(0), other, big(5), LOG.root(5).bytes(), List.of()))
        .isEqualTo("OldRootDiffers");
    assertThat(contract.verdict(big(0), MerkleHash.EMPTY.bytes(), big(0), other, List.of()))
        .isEqualTo("NewRootDiffers");
  }
}
