package org.lepta.service.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lepta.service.command.bench.ExplorerBench;
import org.lepta.service.command.bench.FabricBench;
import org.lepta.service.command.bench.LogBench;
import org.lepta.service.command.bench.Sizes;
import org.lepta.service.exchange.RefusedFileException;
import org.lepta.service.ledger.LedgerTroubleException;
import org.lepta.service.network.NetworkException;
import org.lepta.service.network.Programs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the ledger on this machine, in a temporary folder, beside a floor of the same run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures Lepta on this machine, in a new temporary folder that is deleted afterwards.",
      "Without a name it lists the names. Only entries in valid transactions count.",
      "Exit 0: measured; 1: it broke off; 2: unknown name, no such file, or Fabric's programs"
          + " are not here."
    })
final class BenchCommand implements Callable<Integer> {

  private static final String NAMES =
      """
      ledger        embedded ledger: one entry per transaction against packed batches
      fabric        a network of real peers and orderers, brought up and taken down: one entry per
                    transaction, packed batches, gifts to one fund, decisions, lag of the index
      log           leaves appended to the published tree and its files, and proofs made from these
      explorer      every page and list of a ledger that grows to 100,000, 1,000,000 and
                    5,000,000 entries (--entries: the last size), at 50 requests a second
      import FILE   a file read, mapped, committed and indexed, against a bare COPY of its rows
      """;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "what to measure")
  @Nullable String name;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "the file to import")
  @Nullable Path file;

  @Option(
      names = "--runs",
      description = "how often to measure (default: 5 for fabric; else 2, the first a cold one)")
  @Nullable Integer runs;

  @Option(
      names = "--entries",
      description =
          "packed entries of a run (default: 20000 for ledger, 10000 for fabric);"
              + " leaves of log (default: 1000000);"
              + " the last size of explorer (default: 5000000)")
  @Nullable Integer entries;

  @Option(
      names = "--seconds",
      defaultValue = "120",
      description = "how long explorer asks at each size (default: 120)")
  int seconds = 120;

  @Option(
      names = "--chaincode",
      defaultValue = "${env:LEPTA_CHAINCODE:-lepta-chaincode.jar}",
      description = "jar that fabric measures (default: the one built with Lepta)")
  Path chaincode = Path.of("lepta-chaincode.jar");

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      out.print(NAMES);
      out.flush();
      return 0;
    }
    if (runs(1) < 1 || entries(1) < 1) {
      return usage("--runs and --entries must be at least 1.");
    }
    try {
      return switch (name) {
        case "ledger" -> ledger(out);
        case "fabric" -> fabric(out);
        case "log" -> log(out);
        case "explorer" -> explorer(out);
        case "import" -> importFile(out);
        default -> usage("There is no benchmark " + name + ":\n" + NAMES);
      };
    } catch (RefusedFileException e) {
      return usage(e.code() + ": " + e.getMessage());
    } catch (NetworkException e) {
      return brokeOff(e);
    } catch (IOException | LedgerTroubleException e) {
      spec.commandLine().getErr().println("The benchmark broke off: " + e.getMessage());
      return 1;
    }
  }

  private int runs(int otherwise) {
    return runs == null ? otherwise : runs;
  }

  private int entries(int otherwise) {
    return entries == null ? otherwise : entries;
  }

  /** Nothing was started where programs or chaincode are missing. */
  private int brokeOff(NetworkException e) {
    return switch (e.code()) {
      case PROGRAMS_MISSING, CHAINCODE_MISSING -> usage(String.valueOf(e.getMessage()));
      default -> {
        spec.commandLine().getErr().println("The benchmark broke off: " + e.getMessage());
        yield 1;
      }
    };
  }

  private int fabric(PrintWriter out)
      throws IOException, InterruptedException, LedgerTroubleException, NetworkException {
    Programs.find();
    Sizes sizes = Sizes.of(runs(5), entries(10_000));
    try (BenchFolder folder = BenchFolder.make()) {
      out.println(Conditions.of(folder.path()));
      FabricBench.run(folder.path(), chaincode, sizes, System.getenv(), out);
      out.println(Conditions.of(folder.path()));
    }
    return 0;
  }

  private int log(PrintWriter out) throws IOException {
    try (BenchFolder folder = BenchFolder.make()) {
      out.println(Conditions.of(folder.path()));
      LogBench.run(folder.path(), entries(1_000_000), out);
      out.println(Conditions.of(folder.path()));
    }
    return 0;
  }

  private int explorer(PrintWriter out)
      throws IOException, InterruptedException, LedgerTroubleException {
    int last = entries(5_000_000);
    List<Integer> sizes =
        IntStream.concat(
                IntStream.of(100_000, 1_000_000).filter(size -> size < last), IntStream.of(last))
            .boxed()
            .toList();
    try (BenchFolder folder = BenchFolder.make()) {
      out.println(Conditions.of(folder.path()));
      ExplorerBench.run(folder.path(), sizes, seconds, out);
      out.println(Conditions.of(folder.path()));
    }
    return 0;
  }

  private int ledger(PrintWriter out)
      throws IOException, InterruptedException, LedgerTroubleException {
    try (BenchFolder folder = BenchFolder.make()) {
      out.println(Conditions.of(folder.path()));
      try (LedgerBench bench = LedgerBench.open(folder.path().resolve("ledger"))) {
        for (int run = 1; run <= runs(2); run++) {
          out.print(bench.run(entries(20_000)).text(run));
          out.flush();
        }
      }
    }
    return 0;
  }

  private int importFile(PrintWriter out)
      throws IOException, InterruptedException, LedgerTroubleException {
    if (file == null || !Files.isReadable(file)) {
      return usage("import: a file that can be read is expected.");
    }
    for (int run = 1; run <= runs(2); run++) {
      try (BenchFolder folder = BenchFolder.make()) {
        Conditions conditions = Conditions.of(folder.path());
        out.println(conditions);
        out.print(ImportBench.run(folder.path(), file).text(run, conditions));
        out.flush();
      }
    }
    return 0;
  }

  private int usage(String message) {
    spec.commandLine().getErr().println(message);
    return CommandLine.ExitCode.USAGE;
  }
}
