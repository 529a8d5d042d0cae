package org.lepta.service.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.RefusedFileException;
import org.lepta.service.ledger.LedgerTroubleException;
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
      "Exit 0: measured; 1: it broke off; 2: unknown name or no such file."
    })
final class BenchCommand implements Callable<Integer> {

  private static final String NAMES =
      """
      ledger        embedded ledger: one entry per transaction against packed batches
      import FILE   a file read, mapped, committed and indexed, against a bare COPY of its rows
      """;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "what to measure")
  @Nullable String name;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "the file to import")
  @Nullable Path file;

  @Option(
      names = "--runs",
      defaultValue = "2",
      description = "how often to measure; the first run is a cold one (default: ${DEFAULT-VALUE})")
  int runs;

  @Option(
      names = "--entries",
      defaultValue = "20000",
      description = "packed entries of a run of ledger (default: ${DEFAULT-VALUE})")
  int entries;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      out.print(NAMES);
      out.flush();
      return 0;
    }
    if (runs < 1 || entries < 1) {
      return usage("--runs and --entries must be at least 1.");
    }
    try {
      return switch (name) {
        case "ledger" -> ledger(out);
        case "import" -> importFile(out);
        default -> usage("There is no benchmark " + name + ":\n" + NAMES);
      };
    } catch (RefusedFileException e) {
      return usage(e.code() + ": " + e.getMessage());
    } catch (IOException | LedgerTroubleException e) {
      spec.commandLine().getErr().println("The benchmark broke off: " + e.getMessage());
      return 1;
    }
  }

  private int ledger(PrintWriter out)
      throws IOException, InterruptedException, LedgerTroubleException {
    try (BenchFolder folder = BenchFolder.make()) {
      out.println(Conditions.of(folder.path()));
      try (LedgerBench bench = LedgerBench.open(folder.path().resolve("ledger"))) {
        for (int run = 1; run <= runs; run++) {
          out.print(bench.run(entries).text(run));
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
    for (int run = 1; run <= runs; run++) {
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
