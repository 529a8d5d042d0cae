package org.lepta.service.anchoring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A development chain of its own, from the npm packages of the contract's folder. */
final class Anvil implements AutoCloseable {

  static final long CHAIN = 31337;

  /** On top of a block, these make it final here. */
  static final int FINAL = 16;

  /** The first account that every anvil gives 10,000 ether; not a secret. */
  static final AccountKey RICH =
      AccountKey.of(
          Numeric.toBigInt("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"));

  /** The second one. */
  static final AccountKey ALSO_RICH =
      AccountKey.of(
          Numeric.toBigInt("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"));

  private static final Path PACKAGES = Path.of("src/main/contract/node_modules/@foundry-rs");
  private static final String LISTENING = "Listening on 127.0.0.1:";

  private final Process process;
  private final URI address;
  private final JdkService service;

  private Anvil(Process process, URI address) {
    this.process = process;
    this.address = address;
    this.service = new JdkService(address);
  }

  /** Starts one that makes a block for each transaction. */
  static Anvil minesAtOnce() throws IOException {
    return start("--slots-in-an-epoch", "8");
  }

  /**
   * Starts one that makes blocks only when it is told to. All states stay in memory: of those that
   * it has put on the disk, after a thousand blocks, a reorganisation finds nothing again.
   */
  static Anvil minesWhenTold() throws IOException {
    return start("--slots-in-an-epoch", "8", "--no-mining", "--prune-history", "100000");
  }

  private static Anvil start(String... options) throws IOException {
    Optional<Path> program = program();
    assumeTrue(
        program.isPresent(),
        "anvil is missing: run npm ci in ledger-service/src/main/contract (scripts/test does)");
    List<String> command =
        Stream.concat(
                Stream.of(program.orElseThrow().toString(), "--port", "0"), Stream.of(options))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread.ofVirtual().start(() -> drain(output));
        String port = line.substring(LISTENING.length());
        return new Anvil(process, URI.create("http://127.0.0.1:" + port));
      }
    }
    throw new IOException("anvil ended before it listened");
  }

  private static void drain(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // It was stopped.
    }
  }

  private static Optional<Path> program() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (Stream<Path> packages = Files.list(PACKAGES)) {
      return packages
          .map(folder -> folder.resolve("bin/anvil"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  URI address() {
    return address;
  }

  /** Asks; an error of the chain is thrown with its message. */
  JsonNode ask(String method, Object... parameters) throws IOException {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.put("jsonrpc", "2.0").put("id", 1).put("method", method);
    request.set("params", JsonMapper.shared().valueToTree(parameters));
    JsonNode answer = JsonMapper.shared().readTree(service.performIO(request.toString()));
    if (answer.has("error")) {
      throw new IOException(answer.path("error").toString());
    }
    return answer.path("result");
  }

  void mine(int blocks) throws IOException {
    ask("anvil_mine", Numeric.encodeQuantity(BigInteger.valueOf(blocks)));
  }

  /** Makes the newest blocks again, empty. */
  void reorg(int depth) throws IOException {
    ask("anvil_reorg", depth, List.of());
  }

  long height() throws IOException {
    return Numeric.decodeQuantity(ask("eth_blockNumber").stringValue()).longValueExact();
  }

  void drop(String transaction) throws IOException {
    ask("anvil_dropTransaction", transaction);
  }

  @Override
  public void close() {
    service.close();
    process.destroy();
  }
}
