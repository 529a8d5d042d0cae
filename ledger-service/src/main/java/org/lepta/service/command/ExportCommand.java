package org.lepta.service.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves what a running service exports. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Saves everything under the newest checkpoint of a running service as a file:",
      "360giving-json, iati-xml, entries-csv, entries-jsonl or sqlite.",
      "Exit 0: written; 2: not written."
    })
final class ExportCommand implements Callable<Integer> {

  private static final int WRITTEN = 0;
  private static final int NOT_WRITTEN = 2;

  private static final Map<String, String> PATHS =
      new TreeMap<>(
          Map.of(
              "360giving-json", "/api/v1/exports/360giving.json",
              "iati-xml", "/api/v1/exports/iati.xml",
              "entries-csv", "/api/v1/exports/entries.csv",
              "entries-jsonl", "/api/v1/exports/entries.jsonl",
              "sqlite", "/api/v1/exports/ledger.sqlite"));

  @Parameters(paramLabel = "KIND", description = "what to export")
  String kind = "";

  @Option(names = "--out", paramLabel = "FILE", description = "instead of standard output")
  @Nullable Path out;

  @Option(
      names = "--server",
      defaultValue = "${env:LEPTA_SERVER:-http://localhost:8080}",
      description = "address of the service (default: ${DEFAULT-VALUE})")
  String server = "";

  @Override
  public Integer call() throws InterruptedException {
    String path = PATHS.get(kind);
    if (path == null) {
      System.err.println(
          "there is no export " + kind + "; there are " + String.join(", ", PATHS.keySet()));
      return NOT_WRITTEN;
    }
    try {
      save(path);
      return WRITTEN;
    } catch (ServerClient.AnswerException | IOException e) {
      System.err.println("nothing was written: " + e.getMessage());
      return NOT_WRITTEN;
    }
  }

  private void save(String path)
      throws IOException, InterruptedException, ServerClient.AnswerException {
    try (ServerClient.Download download = new ServerClient(server).download(path)) {
      if (out == null) {
        download.content().transferTo(System.out);
        System.out.flush();
      } else {
        replace(out.toAbsolutePath(), download.content());
      }
      System.err.printf(
          "%s: the first %s entries of the log with root %s%n",
          kind, download.header("Lepta-Log-Size"), download.header("Lepta-Log-Root"));
    }
  }

  /** A file of that name is there as a whole or as it was before. */
  private static void replace(Path file, InputStream content) throws IOException {
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    Path part = Files.createTempFile(folder, ".lepta-export", ".part");
    try {
      try (InputStream shown = shown(file, content)) {
        Files.copy(shown, part, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static InputStream shown(Path file, InputStream content) {
    return ProgressBar.wrap(
        content,
        new ProgressBarBuilder()
            .setTaskName(String.valueOf(file.getFileName()))
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" MB", 1 << 20)
            .setUpdateIntervalMillis(250));
  }
}
