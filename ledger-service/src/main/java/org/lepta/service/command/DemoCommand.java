package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.lepta.service.Operator;
import org.lepta.service.kernel.Key;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.Members;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.ledger.recording.RecordingException;
import org.lepta.service.platform.Writing;
import org.lepta.service.sample.Sample;
import org.lepta.service.sample.SampleLoader;
import org.lepta.service.submission.Submissions;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service with the invented sample in it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the service with an invented sample: three foundations, two years of gifts and grants.",
      "The sample is loaded once; the data stay and are there at the next start.",
      "Exit 0: stopped; 1: the sample could not be loaded; 2: --fresh found no data of Lepta."
    })
final class DemoCommand implements Callable<Integer> {

  private static final Duration INDEX_WAIT = Duration.ofMinutes(5);

  @Option(
      names = "--port",
      defaultValue = "${env:LEPTA_PORT:-8080}",
      description = "port to listen on (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--data",
      defaultValue = "${env:LEPTA_DATA:-.lepta}",
      description = "folder of all data (default: ${DEFAULT-VALUE})")
  Path data = Path.of(".lepta");

  @Option(
      names = "--fresh",
      description = "delete the data of an earlier run first, without asking; only Lepta's own")
  boolean fresh;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      if (fresh) {
        OldData.delete(data);
      }
    } catch (OldData.KeptException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    ServeCommand serve = new ServeCommand();
    serve.port = port;
    serve.data = data;
    try (ConfigurableApplicationContext context = serve.start()) {
      if (context.getBean(Writing.class).closed().isPresent()) {
        System.out.println("This ledger was moved and takes nothing more; it is only served.");
      } else {
        load(context);
      }
      printLinks();
      ServeCommand.awaitStop(context);
      return 0;
    } catch (SampleLoader.LoadException | RecordingException | UnreachableException e) {
      System.err.println("The sample is not loaded: " + e.getMessage());
      return 1;
    }
  }

  private static void load(ConfigurableApplicationContext context)
      throws InterruptedException, SampleLoader.LoadException, UnreachableException {
    Sample sample = Sample.standard();
    SampleLoader loader =
        new SampleLoader(
            context.getBean(Members.class),
            context.getBean(Submissions.class),
            context.getBean(RecordedEntries.class),
            context.getBean(Operator.class).organisation());
    SampleLoader.Report report;
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("sample")
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" entries", 1)
            .setInitialMax(sample.size())
            .setUpdateIntervalMillis(250)
            .build()) {
      report =
          loader.load(
              sample,
              (entries, next) -> {
                bar.setExtraMessage(next);
                bar.stepTo(entries);
              });
    }
    awaitIndex(context);
    System.out.println(
        report.added() == 0
            ? "The sample was there already: %d entries.".formatted(report.found())
            : "The sample is loaded: %d entries, %d of them there before."
                .formatted(report.added() + report.found(), report.found()));
  }

  /** The pages show what is indexed, so the links are told only then. */
  private static void awaitIndex(ConfigurableApplicationContext context)
      throws InterruptedException, UnreachableException {
    long newest = context.getBean(BlockSource.class).height() - 1;
    if (!context.getBean(RecordedEntries.class).awaitIndexed(newest, INDEX_WAIT)) {
      throw new IllegalStateException("the index does not follow the ledger");
    }
  }

  private void printLinks() {
    String server = "http://localhost:" + port;
    System.out.printf(
        "%nWorth opening:%n"
            + "  a gift and where it went       %s/donations/%s%n"
            + "  a fund that was short once     %s/funds/%s%n"
            + "  a foundation                   %s/organisations/%s%n%nStop with Ctrl-C.%n",
        server,
        Key.ofId(Sample.DONATION).value(),
        server,
        Key.ofId(Sample.FUND).value(),
        server,
        Key.ofId(Sample.ORGANISATION).value());
  }
}
