package org.lepta.service.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lepta.service.network.LogEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the ends of the logs of a network. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the logs of the network, or shows the last lines of one.",
      "Exit 0: shown; 1: there is no network; 2: it has no such process."
    })
final class NetworkLogs implements Callable<Integer> {
  private static final int UNKNOWN = 2;

  @Mixin private NetworkFolder folder;

  @Option(names = "--lines", description = "how many lines (default: ${DEFAULT-VALUE})")
  int lines = 100;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "a process, as 'network status' names it")
  @Nullable String name;

  @Override
  public Integer call() throws InterruptedException {
    return NetworkFolder.run(() -> {
      Map<String, Path> logs = folder.network().logs();
      if (name == null) {
        for (Map.Entry<String, Path> log : logs.entrySet()) {
          long size = Files.exists(log.getValue()) ? Files.size(log.getValue()) : 0;
          System.out.printf("%-24s %9d bytes  %s%n", log.getKey(), size, log.getValue());
        }
        return 0;
      }
      Path log = logs.get(name);
      if (log == null) {
        System.err.println(
            "There is no such process; there are: " + String.join(", ", logs.keySet()));
        return UNKNOWN;
      }
      LogEnd.of(log, lines).forEach(line -> System.out.println(TerminalText.of(line)));
      return 0;
    });
  }
}
