package org.lepta.service.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lepta.service.audit.Audit;
import org.lepta.service.audit.Report;
import org.lepta.service.audit.ReportJson;
import org.lepta.service.audit.Trust;
import org.lepta.service.kernel.UserFolder;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.Policy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Audits a published log, and the figures a service tells of it. Runs from the small jar as well,
 * which holds neither the service nor its frameworks.
 */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = 3,
    description = {
      "Rebuilds a published log's root, sums and figures and replays the ledger's rules over it;",
      "with two places, compares them. A place is the address of a service, a log folder or a data"
          + " folder.",
      "Exit 0: equal; 1: different; 3: cannot be checked."
    })
final class AuditCommand implements Callable<Integer> {

  private static final long SHOWN_EVERY_NANOS = 200_000_000;

  @Parameters(arity = "1..2", paramLabel = "URL|DIR", description = "what to audit")
  List<String> places = List.of();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "logs, witnesses and quorum to believe, instead of the known logs")
  @Nullable Path policyFile;

  @Option(names = "--json", description = "print the report as JSON")
  boolean json;

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "keep downloads and evidence there; a broken off download goes on")
  @Nullable Path save;

  @Spec private CommandSpec spec;

  private long shown;

  @Override
  public Integer call() throws InterruptedException {
    KnownLogs known = new KnownLogs(UserFolder.settings().resolve(KnownLogs.FILE_NAME));
    try {
      Policy policy =
          policyFile == null ? null : Policy.parse(ReceiptFiles.read(policyFile, Policy.MAX_BYTES));
      return audit(new Trust(policy, known));
    } catch (FaultException e) {
      return wrongUsage(VerdictText.sentence(e.fault(), e.line(), e.detail()));
    } catch (IOException e) {
      return wrongUsage("A file cannot be read or written: " + ReceiptCheck.reason(e));
    }
  }

  private int wrongUsage(String message) {
    spec.commandLine().getErr().println(message);
    return CommandLine.ExitCode.USAGE;
  }

  private int audit(Trust trust) throws IOException, InterruptedException {
    Report report = new Audit(trust, save, this::progress).run(places);
    clearProgress();
    if (save != null) {
      Files.createDirectories(save);
      Files.writeString(save.resolve("report.json"), ReportJson.of(report));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(ReportJson.of(report));
    } else {
      new AuditText(out).write(report);
    }
    out.flush();
    return report.outcome().exitCode();
  }

  private void progress(long done, long size) {
    long now = System.nanoTime();
    if (isTerminal() && (now - shown > SHOWN_EVERY_NANOS || done == size)) {
      shown = now;
      int tenths = size == 0 ? 10 : (int) (done * 10 / size);
      System.err.printf(
          "\r[%s%s] %,d of %,d entries", "=".repeat(tenths), " ".repeat(10 - tenths), done, size);
      System.err.flush();
    }
  }

  // On JDK 25 there is still no console where neither end is a terminal.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private void clearProgress() {
    if (shown != 0) {
      System.err.print("\r" + " ".repeat(70) + "\r");
      System.err.flush();
    }
  }
}
