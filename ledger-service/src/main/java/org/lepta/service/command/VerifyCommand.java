package org.lepta.service.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lepta.service.command.ReceiptCheck.Outcome;
import org.lepta.service.kernel.UserFolder;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.ReceiptVerifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Verifies receipts and passports offline. Runs from a small jar of its own as well, which holds
 * neither the service nor its frameworks.
 */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies receipts offline, x.tlog-proof with x.entry beside it, and passports,",
      "x.passport.json or x.passport.html.",
      "Exit 0: all hold; 1: one does not hold; 3: one cannot be checked."
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "receipts and passports to verify")
  List<Path> files = List.of();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "logs, witnesses and quorum to believe, instead of the known logs")
  @Nullable Path policyFile;

  @Option(
      names = "--allow-unknown-signatures",
      description = "overlook signatures of keys that are not known")
  boolean allowUnknownSignatures;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Set<ReceiptFiles> receipts = new LinkedHashSet<>();
    Set<Path> passports = new LinkedHashSet<>();
    for (Path file : files) {
      Optional<ReceiptFiles> found = ReceiptFiles.of(file);
      found.ifPresent(receipts::add);
      if (PassportCheck.isPassport(file)) {
        passports.add(file);
      } else if (found.isEmpty()) {
        return wrongUsage(
            TerminalText.of(file.toString())
                + " is no .tlog-proof, no .entry, no .passport.json and no .passport.html.");
      }
    }
    try {
      return verify(receipts, passports, policy());
    } catch (FaultException e) {
      return wrongUsage(source() + ": " + VerdictText.sentence(e.fault(), e.line(), e.detail()));
    } catch (IOException e) {
      return wrongUsage("The keys cannot be read: " + ReceiptCheck.reason(e));
    }
  }

  private int wrongUsage(String message) {
    spec.commandLine().getErr().println(message);
    return CommandLine.ExitCode.USAGE;
  }

  private Policy policy() throws FaultException, IOException {
    return policyFile == null
        ? Policy.ofKeys(knownLogs().all())
        : Policy.parse(ReceiptFiles.read(policyFile, Policy.MAX_BYTES));
  }

  private String source() {
    Path source = policyFile == null ? knownLogs().file() : policyFile;
    return TerminalText.of(source.toString());
  }

  private static KnownLogs knownLogs() {
    return new KnownLogs(UserFolder.settings().resolve(KnownLogs.FILE_NAME));
  }

  private int verify(Set<ReceiptFiles> receipts, Set<Path> passports, Policy policy) {
    ReceiptVerifier verifier =
        allowUnknownSignatures
            ? ReceiptVerifier.allowingUnknownSignatures(policy)
            : ReceiptVerifier.strict(policy);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Believed: " + believed(policy));
    VerdictText text = new VerdictText(out);
    ReceiptCheck check = new ReceiptCheck(verifier, text);
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    receipts.forEach(receipt -> outcomes.add(check.run(receipt)));
    PassportCheck passportCheck = new PassportCheck(verifier, new PassportText(out, text));
    passports.forEach(passport -> outcomes.add(passportCheck.run(passport)));
    if (outcomes.contains(Outcome.HOLDS)) {
      text.notProven();
    }
    out.flush();
    if (outcomes.contains(Outcome.DOES_NOT_HOLD)) {
      return 1;
    }
    return outcomes.contains(Outcome.CANNOT_BE_CHECKED) ? 3 : 0;
  }

  private String believed(Policy policy) {
    String logs =
        "%d log key(s) and %d witness key(s) of %s"
            .formatted(policy.logs().size(), policy.witnesses().size(), source());
    if (policyFile == null) {
      return logs + ", each because it was met there first; no witness is asked for.";
    }
    return policy.asksForWitnesses()
        ? logs + "; witnesses asked for: " + TerminalText.of(policy.quorum()) + "."
        : logs + "; no witness is asked for.";
  }
}
