package org.lepta.service.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.ProcessLock;
import org.lepta.service.transparency.proof.Fault;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.KeyId;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.SignatureType;
import org.lepta.service.transparency.proof.SignerFile;
import org.lepta.service.transparency.proof.VerifierKey;
import org.lepta.service.transparency.witness.OwnRoot;
import org.lepta.service.transparency.witness.Witness;
import org.lepta.service.transparency.witness.WitnessServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a witness until it is stopped: it cosigns what only ever grew since it looked last. */
@Command(
    name = "witness",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a witness: cosigns checkpoints of logs if nothing in them changed since the last one.",
      "Give it to somebody who does not run the log: what it proves is their word, not yours."
    })
final class WitnessCommand implements Callable<Integer> {

  private static final String KEY = "witness-key";
  private static final int RANDOM_BYTES = 8;

  @Parameters(
      arity = "1..*",
      paramLabel = "LOG",
      description = "verifier key of a log, as its operator publishes it")
  List<String> logs = List.of();

  @Option(
      names = "--name",
      description = "name of the witness for ever: an address without scheme (default: a new one)")
  @Nullable String name;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: ${DEFAULT-VALUE})")
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      defaultValue = "8095",
      description = "port to listen on, 0 for a free one (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--data",
      defaultValue = "${env:LEPTA_WITNESS:-.lepta-witness}",
      description = "folder of its key and of what it saw (default: ${DEFAULT-VALUE})")
  Path data = Path.of(".lepta-witness");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    List<VerifierKey> keys = new ArrayList<>();
    for (String vkey : logs) {
      try {
        keys.add(logKey(vkey));
      } catch (FaultException e) {
        return refuse(TerminalText.of(vkey) + ": " + e.fault() + ": " + e.detail());
      }
    }
    if (name != null && !KeyId.isName(name)) {
      return refuse("--name: an address without scheme, no spaces and no plus signs.");
    }
    try {
      Files.createDirectories(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try (ProcessLock _ = ProcessLock.take(data.resolve("lock"))) {
        run(keys, signer());
        return 0;
      }
    } catch (SignerFile.UnusableException | ProcessLock.HeldException e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return refuse("The witness cannot run: " + e);
    }
  }

  private int refuse(String message) {
    spec.commandLine().getErr().println(message);
    return 2;
  }

  private static VerifierKey logKey(String vkey) throws FaultException {
    VerifierKey key = VerifierKey.parse(vkey);
    if (key.type() != SignatureType.ED25519) {
      throw new FaultException(Fault.KEY_UNSUPPORTED, "this is not the key of a log");
    }
    return key;
  }

  /** A witness that changed its key would be another witness, so the first one stays. */
  private NoteSigner signer() throws IOException, SignerFile.UnusableException {
    SignerFile file = new SignerFile(data.resolve(KEY), SignatureType.COSIGNATURE_V1);
    if (!file.exists()) {
      return file.create(name == null ? freshName() : name, new SecureRandom());
    }
    NoteSigner signer = file.read();
    String kept = signer.verifierKey().name();
    if (name != null && !name.equals(kept)) {
      spec.commandLine()
          .getErr()
          .println(
              "This witness is called " + kept + " since its first start; --name is not used.");
    }
    return signer;
  }

  private static String freshName() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "witness.local/" + HexFormat.of().formatHex(bytes);
  }

  private void run(List<VerifierKey> keys, NoteSigner signer)
      throws IOException, InterruptedException {
    Witness witness =
        Witness.open(
            signer,
            origin -> keys.stream().filter(key -> key.name().equals(origin)).toList(),
            OwnRoot.NONE,
            data.resolve("seen"),
            Clock.systemUTC());
    // Whoever sends slowly must not hold a place for ever.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
    try (WitnessServer server = WitnessServer.start(witness, new InetSocketAddress(host, port))) {
      say(signer.verifierKey(), server.port());
      new CountDownLatch(1).await();
    }
  }

  /** What the operator of a log needs, ready to be copied. */
  private void say(VerifierKey key, int listening) {
    var out = spec.commandLine().getOut();
    out.println("The witness is running. In the policy of a log and of its readers it stands as");
    out.println("  witness w " + key + " http://" + host + ":" + listening);
    out.println("Stop it with Ctrl-C.");
    out.flush();
  }
}
