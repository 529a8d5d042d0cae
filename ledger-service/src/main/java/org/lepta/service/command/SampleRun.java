package org.lepta.service.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lepta.service.audit.Trust;
import org.lepta.service.audit.VerifiedLog;
import org.lepta.service.audit.VerifiedLog.DiffersException;
import org.lepta.service.kernel.UserFolder;
import org.lepta.service.sampling.SampleException;
import org.lepta.service.transparency.proof.Fault;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.tiles.DamagedTileException;
import picocli.CommandLine;

/** What the commands of a sample share: whom they believe, and what their ends mean. */
final class SampleRun {

  private static final int REFUSED = 1;
  private static final int UNCHECKED = 3;

  private SampleRun() {}

  /** What is done with the log. */
  @FunctionalInterface
  interface Work {
    void on(VerifiedLog log)
        throws IOException, InterruptedException, SampleException, FaultException, DiffersException;
  }

  /** Opens the log, works on it, and returns the exit code. */
  static int over(String place, @Nullable Path policyFile, CommandLine line, Work work)
      throws InterruptedException {
    Trust trust;
    try {
      trust = new Trust(policy(policyFile), knownLogs());
    } catch (FaultException e) {
      say(line, VerdictText.sentence(e.fault(), e.line(), e.detail()));
      return CommandLine.ExitCode.USAGE;
    } catch (IOException e) {
      say(line, "The policy cannot be read: " + ReceiptCheck.reason(e));
      return CommandLine.ExitCode.USAGE;
    }
    return over(place, trust, line, work);
  }

  private static int over(String place, Trust trust, CommandLine line, Work work)
      throws InterruptedException {
    try (VerifiedLog log = VerifiedLog.open(place, trust)) {
      trust.notices().forEach(notice -> line.getErr().println(TerminalText.of(notice)));
      work.on(log);
      return 0;
    } catch (FaultException e) {
      say(line, VerdictText.sentence(e.fault(), e.line(), e.detail()));
      return e.fault() == Fault.ORIGIN_UNKNOWN ? UNCHECKED : REFUSED;
    } catch (SampleException | DiffersException | DamagedTileException e) {
      say(line, String.valueOf(e.getMessage()));
      return REFUSED;
    } catch (NoSuchFileException e) {
      say(line, "There is no file " + e.getMessage() + '.');
      return UNCHECKED;
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      say(line, String.valueOf(e.getMessage()));
      return UNCHECKED;
    }
  }

  private static @Nullable Policy policy(@Nullable Path file) throws IOException, FaultException {
    return file == null ? null : Policy.parse(ReceiptFiles.read(file, Policy.MAX_BYTES));
  }

  private static KnownLogs knownLogs() {
    return new KnownLogs(UserFolder.settings().resolve(KnownLogs.FILE_NAME));
  }

  private static void say(CommandLine line, String message) {
    line.getErr().println(TerminalText.of(message));
  }
}
