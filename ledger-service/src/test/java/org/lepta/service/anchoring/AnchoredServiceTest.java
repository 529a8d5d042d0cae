package org.lepta.service.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.log.TransparencyLog;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/** A whole service that anchors its log, asked over HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnchoredServiceTest {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Anvil anvil;

  @SuppressWarnings("NullAway.Init")
  private static TestAuthority authority;

  @SuppressWarnings("NullAway.Init")
  private static RunningService service;

  @SuppressWarnings("NullAway.Init")
  private static ContractAddress contract;

  @BeforeAll
  static void start() throws Exception {
    anvil = Anvil.minesAtOnce();
    contract = TestMembers.deploy(anvil);
    authority = new TestAuthority();
    service =
        RunningService.start(
            folder.resolve("data"),
            DATABASE.settings(),
            "--lepta.log.origin=" + GrowingLog.ORIGIN,
            "--lepta.anchor.node=" + anvil.address(),
            "--lepta.anchor.chain-id=" + Anvil.CHAIN,
            "--lepta.anchor.contract=" + contract.address(),
            "--lepta.anchor.payer-key=" + file("payer", Anvil.RICH),
            "--lepta.anchor.member-keys="
                + file("a", TestMembers.KEYS.get(0))
                + ","
                + file("b", TestMembers.KEYS.get(1)),
            "--lepta.anchor.depth=1",
            "--lepta.anchor.look=50ms",
            "--lepta.timestamp.authority=" + authority.address(),
            "--lepta.timestamp.roots=" + authority.writeRoot(folder.resolve("root.pem")),
            "--lepta.timestamp.look=50ms");
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
    if (authority != null) {
      authority.close();
    }
    if (anvil != null) {
      anvil.close();
    }
  }

  private static String file(String name, AccountKey key) throws Exception {
    Path file = folder.resolve(name);
    AccountKey.create(file);
    Files.writeString(
        file, Numeric.toHexStringNoPrefixZeroPadded(key.pair().getPrivateKey(), 64) + "\n");
    return file.toString();
  }

  @Test
  void itsLogIsAnchoredAndItSaysSoAndHowToCheckIt() throws Exception {
    JsonNode anchored = awaitFinal();

    TransparencyLog log = service.bean(TransparencyLog.class);
    long size = anchored.path("size").longValue();
    String root = log.tree(size).root(size).hex();
    assertThat(anchored.path("root").stringValue()).isEqualTo(root);
    assertThat(anchored.path("transaction").stringValue()).matches("0x[0-9a-f]{64}");

    String answer = "0x" + String.format("%064x", size) + root;
    JsonNode asked =
        anvil.ask(
            "eth_call", Map.of("to", contract.address(), "data", AnchorState.HEAD_CALL), "latest");
    assertThat(asked.stringValue()).startsWith(answer);
    assertThat(service.get("/en/about").body())
        .contains(contract.address())
        .contains(AnchorState.HEAD_CALL)
        .contains(answer)
        .contains("for ever");
    assertThat(service.get("/ru/about").body()).contains("навсегда").contains(answer);
  }

  @Test
  void itSignsOnlyRootsThatItComputed() throws Exception {
    long size = awaitFinal().path("size").longValue();

    JsonNode signed = service.json(MemberSigner.PATH + size);
    AnchoredRoot root = TestMembers.root(size, Sha256.ofHex(signed.path("root").stringValue()));
    byte[] digest = new TypedData(contract).anchor(root);
    assertThat(signed.path("signatures"))
        .hasSize(2)
        .allSatisfy(signature ->
            assertThat(TestMembers.addresses(TestMembers.KEYS))
                .contains(
                    MemberSignature.of(digest, signature.stringValue()).orElseThrow().signer()));
    assertThat(service.get(MemberSigner.PATH + (size + 1_000)).statusCode()).isEqualTo(409);
    assertThat(service.get(MemberSigner.PATH + "0").statusCode()).isEqualTo(400);
    assertThat(service.get(MemberSigner.PATH + "x").statusCode()).isEqualTo(400);
  }

  @Test
  void itsCheckpointsAreStampedAndTheTokensServed() throws Exception {
    JsonNode stamped = service.json("/api/v1/status").path("timestamp").path("stamped");
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!stamped.isObject() && System.nanoTime() < end) {
      Thread.onSpinWait();
      stamped = service.json("/api/v1/status").path("timestamp").path("stamped");
    }
    String path = "/log/timestamps/" + stamped.path("size").longValue();

    assertThat(service.get(path + ".checkpoint").body())
        .startsWith(GrowingLog.ORIGIN + "\n" + stamped.path("size").longValue() + "\n");
    assertThat(service.get(path + ".tsr").headers().firstValue("Content-Type"))
        .contains("application/timestamp-reply");
    assertThat(service.get("/log/timestamps/999.tsr").statusCode()).isEqualTo(404);
    assertThat(service.get("/log/timestamps/..%2Flog-key").statusCode()).isBetween(400, 404);
    assertThat(service.get("/en/about").body()).contains(path + ".tsr");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aChainThatIsGoneStopsNothingElse() throws Exception {
    awaitFinal();
    anvil.close();

    long end = System.nanoTime() + LONGEST.toNanos();
    JsonNode status = service.json("/api/v1/status");
    while (status.path("anchor").path("trouble").isNull() && System.nanoTime() < end) {
      Thread.onSpinWait();
      status = service.json("/api/v1/status");
    }
    assertThat(status.path("anchor").path("trouble").path("code").stringValue())
        .isEqualTo("ANCHOR_CHAIN_UNREACHABLE");
    assertThat(status.path("healthy").booleanValue()).isTrue();
    assertThat(status.path("log").path("alarm").isNull()).isTrue();
    assertThat(service.get("/api/v1/receipts/0.tlog-proof").statusCode()).isEqualTo(200);
  }

  private JsonNode awaitFinal() throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      JsonNode anchored = service.json("/api/v1/status").path("anchor").path("anchored");
      if (anchored.path("final").booleanValue(false)) {
        return anchored;
      }
      anvil.mine(1);
    }
    throw new AssertionError("nothing is anchored: " + service.json("/api/v1/status"));
  }
}
