package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Imports published files through a running service. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports 360Giving JSON and IATI activity XML (also gzipped) into a running service.",
      "Exit 0: all in; 2: refused; 3: in, with warnings or rejected lines."
    })
final class ImportCommand implements Callable<Integer> {

  private static final int ALL_IN = 0;
  private static final int REFUSED = 2;
  private static final int WITH_WARNINGS = 3;
  private static final long POLL_MILLIS = 200;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files to import")
  List<Path> files = List.of();

  @Option(names = "--as", description = "kind of the files, instead of finding out")
  @Nullable String as;

  @Option(names = "--dates", description = "dmy: read dates like 31/12/2014")
  @Nullable String dates;

  @Option(
      names = "--server",
      defaultValue = "${env:LEPTA_SERVER:-http://localhost:8080}",
      description = "address of the service (default: ${DEFAULT-VALUE})")
  String server = "";

  @Option(names = "--dry-run", description = "do everything but record")
  boolean dryRun;

  @Option(names = "--json", description = "print the report as JSON")
  boolean json;

  @Override
  public Integer call() throws InterruptedException {
    int worst = ALL_IN;
    for (Path file : files) {
      int code = importOne(file);
      worst = worst == REFUSED || code == REFUSED ? REFUSED : Math.max(worst, code);
    }
    return worst;
  }

  private int importOne(Path file) throws InterruptedException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      System.err.println(file + ": there is no such file, or it cannot be read.");
      return REFUSED;
    }
    try {
      ServerClient client = new ServerClient(server);
      JsonNode job = client.upload(file, as, dates, dryRun);
      job = follow(client, file, job);
      return tell(file, job);
    } catch (ServerClient.AnswerException | IOException e) {
      System.err.println(file.getFileName() + ": " + e.getMessage());
      return REFUSED;
    }
  }

  private static JsonNode follow(ServerClient client, Path file, JsonNode first)
      throws IOException, InterruptedException, ServerClient.AnswerException {
    JsonNode job = first;
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(String.valueOf(file.getFileName()))
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" MB", 1 << 20)
            .setInitialMax(2 * Files.size(file))
            .setUpdateIntervalMillis(250)
            .build()) {
      while (!isEnded(job)) {
        Thread.sleep(POLL_MILLIS);
        job = client.get("/api/v1/imports/" + job.path("id").asString());
        bar.setExtraMessage(job.path("state").asString());
        bar.stepTo(done(job));
      }
    }
    return job;
  }

  /** Bytes of both readings of the file. */
  private static long done(JsonNode job) {
    long read = job.path("bytesRead").asLong();
    long total = job.path("bytesTotal").asLong();
    return switch (job.path("state").asString()) {
      case "checking" -> read;
      case "recording" -> total + read;
      case "done" -> 2 * total;
      default -> 0;
    };
  }

  private static boolean isEnded(JsonNode job) {
    return List.of("done", "refused", "failed").contains(job.path("state").asString());
  }

  private int tell(Path file, JsonNode job) {
    if (!job.path("state").asString().equals("done")) {
      System.err.printf(
          "%s: %s: %s%n",
          file.getFileName(), job.path("code").asString(), job.path("detail").asString());
      return REFUSED;
    }
    System.out.println(json ? job.path("report").toPrettyString() : job.path("text").asString());
    return switch (job.path("verdict").asString()) {
      case "ALL_IN" -> ALL_IN;
      case "REFUSED" -> REFUSED;
      default -> WITH_WARNINGS;
    };
  }
}
