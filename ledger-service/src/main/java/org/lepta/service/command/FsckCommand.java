package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lepta.service.Projections;
import org.lepta.service.indexing.Fsck;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.embedded.ReadOnlyBlocks;
import org.lepta.service.platform.database.Database;
import org.lepta.service.platform.database.DatabaseException;
import org.lepta.service.transparency.TextStore;
import org.lepta.service.transparency.TextStoreException;
import org.lepta.service.transparency.log.LogCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rebuilds index and log from the blocks and compares everything. */
@Command(
    name = "fsck",
    mixinStandardHelpOptions = true,
    description = {
      "Checks blocks and texts, rebuilds index and log from the blocks and compares everything.",
      "Exit 0: equal; 1: different or damaged; 2: the folder cannot be checked now."
    })
final class FsckCommand implements Callable<Integer> {

  private static final String CHANNEL = "lepta";

  @Option(
      names = "--data",
      defaultValue = "${env:LEPTA_DATA:-.lepta}",
      description = "folder of all data (default: ${DEFAULT-VALUE})")
  Path data = Path.of(".lepta");

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isDirectory(data.resolve("ledger"))) {
      System.err.println("There is no ledger in " + data + ".");
      return 2;
    }
    try (Database database = Database.embedded(data.resolve("database"));
        ReadOnlyBlocks blocks = ReadOnlyBlocks.open(data.resolve("ledger"), CHANNEL)) {
      return check(database, blocks);
    } catch (DatabaseException | IOException | SQLException | UnreachableException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (BrokenLedgerException | TextStoreException e) {
      System.err.println("damaged: " + e.getMessage());
      return 1;
    }
  }

  private int check(Database database, ReadOnlyBlocks blocks)
      throws IOException, SQLException, InterruptedException, UnreachableException {
    ReadOnlyBlocks.Report chain = blocks.check(CHANNEL, CHANNEL);
    System.out.printf(
        "blocks    %d, every signature, hash and verdict holds, state %s%n",
        chain.height(), chain.stateHash());
    TextStore.Verification texts = verifyTexts();
    System.out.printf(
        "texts     %d whole, %d withdrawn, %d damaged%n",
        texts.texts(), texts.withdrawn(), texts.damages().size());
    List<LogCheck.Report> published = new ArrayList<>();
    Fsck.Report index =
        new Fsck(blocks, database.dataSource(), Projections.standard())
            .run(rebuilt -> published.add(LogCheck.run(data, database.dataSource(), rebuilt)));
    LogCheck.Report log = published.getFirst();
    System.out.printf(
        "log       %d leaves, root %s%npublished %d leaves in %d files, %d differ%n"
            + "index     %d tables compared, %d differ%n",
        index.leaves(),
        index.root(),
        log.size(),
        log.files(),
        log.differences().size(),
        index.tables(),
        index.differences().size());
    texts.damages().forEach(damage -> System.out.println("          " + damage));
    log.differences().forEach(difference -> System.out.println("          " + difference));
    index.differences().forEach(difference -> System.out.println("          " + difference));
    boolean equal = index.isEqual() && log.differences().isEmpty() && texts.damages().isEmpty();
    System.out.println(equal ? "equal" : "DIFFERENT");
    return equal ? 0 : 1;
  }

  private TextStore.Verification verifyTexts() {
    try (TextStore texts = TextStore.open(data.resolve("texts"))) {
      return texts.verify();
    }
  }
}
