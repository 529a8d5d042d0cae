package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.lepta.service.LeptaSettings;
import org.lepta.service.command.move.MoveNetwork;
import org.lepta.service.command.move.MoveRun;
import org.lepta.service.command.move.MoveSource;
import org.lepta.service.command.move.MoveTarget;
import org.lepta.service.indexing.BrokenIndexException;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.embedded.FolderInUseException;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.recording.RecordingException;
import org.lepta.service.moving.MoveException;
import org.lepta.service.moving.MoveException.Code;
import org.lepta.service.platform.database.Database;
import org.lepta.service.platform.database.DatabaseException;
import org.lepta.service.transparency.TextStoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Carries an embedded ledger over to a network. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description = {
      "Carries an embedded ledger over to a network: ends its log, and begins one that continues it.",
      "The old ledger takes nothing more from then on. May be broken off and run again.",
      "Exit 0: moved, both ledgers say the same; 1: not moved, and the message says why; 2: usage."
    })
final class MoveCommand implements Callable<Integer> {

  @Option(names = "--from", required = true, description = "embedded")
  String from = "";

  @Option(names = "--to", required = true, description = "fabric")
  String to = "";

  @Option(
      names = "--data",
      defaultValue = "${env:LEPTA_DATA:-.lepta}",
      description = "folder of the embedded ledger's data (default: ${DEFAULT-VALUE})")
  Path data = Path.of(".lepta");

  @Option(
      names = "--network",
      arity = "1..*",
      defaultValue = "${env:LEPTA_NETWORK:-.lepta-network}",
      description =
          "folder of the network, or the connection file of every member who records on the old"
              + " ledger (default: ${DEFAULT-VALUE})")
  List<Path> network = new ArrayList<>();

  @Option(
      names = "--into",
      required = true,
      description = "folder of all data of the first member's service on the network")
  Path into = Path.of("");

  @Option(
      names = "--origin",
      required = true,
      description = "name of the new log: lepta.log.origin of that service")
  String origin = "";

  @Override
  public Integer call() throws InterruptedException {
    String mistake = mistake();
    if (mistake != null) {
      System.err.println(mistake);
      return CommandLine.ExitCode.USAGE;
    }
    try {
      move();
      return 0;
    } catch (MoveException e) {
      System.err.println(e.getMessage());
    } catch (FolderInUseException e) {
      System.err.println(Code.MOVE_BUSY + ": " + e.getMessage());
    } catch (BrokenLedgerException | BrokenIndexException | TextStoreException e) {
      System.err.println(Code.MOVE_SOURCE_DAMAGED + ": " + e.getMessage());
    } catch (RecordingException
        | UnreachableException
        | DatabaseException
        | IOException
        | SQLException e) {
      System.err.println(Code.MOVE_TROUBLE + ": " + e.getMessage() + "; run it again, it goes on");
    }
    return 1;
  }

  private @Nullable String mistake() {
    if (!from.equals("embedded") || !to.equals("fabric")) {
      return "A ledger moves --from embedded --to fabric.";
    }
    if (Files.exists(into.resolve("ledger"))) {
      return "--into: " + into + " holds an embedded ledger; name another folder.";
    }
    try {
      new LeptaSettings.LogSettings(origin, "", false);
      return null;
    } catch (IllegalArgumentException e) {
      return "--origin: " + e.getMessage();
    }
  }

  private void move()
      throws IOException, SQLException, InterruptedException, UnreachableException, MoveException {
    if (!MoveSource.isIn(data)) {
      throw new MoveException(Code.MOVE_SOURCE_MISSING, "there is no embedded ledger in " + data);
    }
    MoveNetwork members = MoveNetwork.read(network);
    requireEqual();
    Files.createDirectories(into);
    try (Database oldIndex = Database.embedded(data.resolve("database"));
        Database newIndex = Database.embedded(into.resolve("database"));
        MoveSource source = MoveSource.open(data, oldIndex.dataSource());
        FabricLedger ledger = members.open(source.first());
        MoveTarget target =
            MoveTarget.open(into, members.channel(), ledger, newIndex.dataSource())) {
      MoveRun run = new MoveRun(source, target, origin);
      run.check();
      if (!source.isEnded()) {
        try (ProgressBar bar = bar("rehearsal", source.size())) {
          run.rehearse(bar::stepTo);
        }
      }
      MoveText.print(run(run, source.size()), into);
    }
  }

  /** What is carried over must be what the blocks say, or its errors would be for ever. */
  private void requireEqual() throws InterruptedException, MoveException {
    FsckCommand fsck = new FsckCommand();
    fsck.data = data;
    int code = fsck.call();
    if (code != 0) {
      throw new MoveException(
          code == 1 ? Code.MOVE_SOURCE_DAMAGED : Code.MOVE_BUSY, "fsck ended with " + code);
    }
  }

  private static MoveRun.Report run(MoveRun run, long entries)
      throws IOException, SQLException, InterruptedException, UnreachableException, MoveException {
    try (ProgressBar bar = bar("move", entries)) {
      return run.run(bar::stepTo);
    }
  }

  private static ProgressBar bar(String name, long entries) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setStyle(ProgressBarStyle.ASCII)
        .setUnit(" entries", 1)
        .setInitialMax(entries)
        .setUpdateIntervalMillis(250)
        .build();
  }
}
