package org.lepta.service.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lepta.service.sampling.Opening;
import org.lepta.service.sampling.Sampling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a sample whose draw is on the ledger. */
@Command(
    name = "take",
    mixinStandardHelpOptions = true,
    description = {
      "Selects the payments of a draw and writes them with their proofs and a working paper.",
      "Exit 0: taken; 1: refused, with the reason; 3: cannot be checked."
    })
final class SampleTake implements Callable<Integer> {

  @Parameters(paramLabel = "URL|DIR", description = "the log that is sampled")
  String place = "";

  @Option(names = "--draw", defaultValue = "draw.json", description = "the opening of the draw")
  Path draw = Path.of("draw.json");

  @Option(names = "--out", defaultValue = "sample", description = "new folder (default: sample)")
  Path out = Path.of("sample");

  @Option(names = "--policy", paramLabel = "FILE", description = "whom to believe")
  @Nullable Path policy;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter text = spec.commandLine().getOut();
    return SampleRun.over(
        place,
        policy,
        spec.commandLine(),
        log -> {
          byte[] opening = ReceiptFiles.read(draw, Opening.MAX_BYTES);
          say(text, new Sampling(log).take(opening, out));
          text.println("Written to " + out + "; scripts/lepta sample check repeats it.");
          text.flush();
        });
  }

  /** What a sample rests on, in plain words. */
  static void say(PrintWriter text, Sampling.Outcome outcome) {
    text.printf(
        "%d of %d payments are selected, %s in all, as the log stood before the draw at leaf %d.%n",
        outcome.selected(), outcome.payments(), outcome.total(), outcome.draw());
    if (outcome.witnesses() == 0) {
      text.printf(
          "The seed comes of the checkpoint of %d entries, which no believed witness has cosigned: it"
              + " rests on the log's own word.%n",
          outcome.size());
    } else {
      text.printf(
          "The seed comes of the checkpoint of %d entries, cosigned by %d witness(es).%n",
          outcome.size(), outcome.witnesses());
    }
    if (!outcome.remark().isEmpty()) {
      text.println(outcome.remark());
    }
  }
}
