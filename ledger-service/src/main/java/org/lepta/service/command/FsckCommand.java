package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lepta.service.Projections;
import org.lepta.service.indexing.Fsck;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.connection.ConnectionFile;
import org.lepta.service.ledger.embedded.ReadOnlyBlocks;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.fabric.FabricLimits;
import org.lepta.service.ledger.fabric.FabricSettings;
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

  @Option(
      names = "--network",
      description = "of a service on a network: the connection file; blocks come from its peers")
  @Nullable Path network;

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isDirectory(data.resolve(network == null ? "ledger" : "database"))) {
      System.err.println("There is no ledger in " + data + ".");
      return 2;
    }
    try (Database database = Database.embedded(data.resolve("database"))) {
      return network == null ? checkEmbedded(database) : checkNetwork(database, network);
    } catch (DatabaseException | IOException | SQLException | UnreachableException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (BrokenLedgerException | TextStoreException e) {
      System.err.println("damaged: " + e.getMessage());
      return 1;
    }
  }

  private int checkEmbedded(Database database)
      throws IOException, SQLException, InterruptedException, UnreachableException {
    try (ReadOnlyBlocks blocks = ReadOnlyBlocks.open(data.resolve("ledger"), CHANNEL)) {
      ReadOnlyBlocks.Report chain = blocks.check(CHANNEL, CHANNEL);
      System.out.printf(
          "blocks    %d, every signature, hash and verdict holds, state %s%n",
          chain.height(), chain.stateHash());
      return check(database, blocks);
    }
  }

  /** The peers have checked signatures and verdicts; here every hash is, on the way. */
  private int checkNetwork(Database database, Path connection)
      throws IOException, SQLException, InterruptedException, UnreachableException {
    FabricSettings settings =
        FabricSettings.of(ConnectionFile.read(connection), FabricLimits.DEFAULT);
    try (FabricLedger ledger = FabricLedger.open(settings.readingOnly())) {
      System.out.printf("blocks    %d, by the network's peers%n", ledger.height());
      return check(database, ledger);
    }
  }

  private int check(Database database, BlockSource blocks)
      throws IOException, SQLException, InterruptedException, UnreachableException {
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
