package org.lepta.service.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lepta.service.sampling.Sampling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Repeats a sample from the log. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the sample of a folder again from the log and compares.",
      "Exit 0: equal; 1: different, with the first difference; 3: cannot be checked."
    })
final class SampleCheck implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "SAMPLE", description = "folder of the sample")
  Path sample = Path.of("sample");

  @Parameters(index = "1", paramLabel = "URL|DIR", description = "the log that was sampled")
  String place = "";

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
          SampleTake.say(text, new Sampling(log).check(sample));
          text.println("EQUAL");
          text.flush();
        });
  }
}
