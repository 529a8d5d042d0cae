package org.lepta.service.command.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lepta.service.command.OldData;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;

/** An embedded ledger on which a move is tried, and which is deleted afterwards. */
final class Rehearsal implements AutoCloseable {

  private final Path folder;
  private final EmbeddedLedger ledger;

  private Rehearsal(Path folder, EmbeddedLedger ledger) {
    this.folder = folder;
    this.ledger = ledger;
  }

  /** Makes one in a data folder; what a killed run has left there is deleted first. */
  static Rehearsal in(Path data, List<Member> members) throws IOException, InterruptedException {
    Path folder = data.resolve("rehearsal");
    if (Files.exists(folder)) {
      OldData.deleteTree(folder);
    }
    EmbeddedLedger ledger = EmbeddedLedger.open(EmbeddedSettings.ofLepta(folder));
    Rehearsal rehearsal = new Rehearsal(folder, ledger);
    try {
      for (Member member : members) {
        ledger.addMember(member.organisation());
      }
      return rehearsal;
    } catch (NotSentException e) {
      rehearsal.close();
      throw new IOException("the rehearsal has no member: " + e.getMessage(), e);
    }
  }

  EmbeddedLedger ledger() {
    return ledger;
  }

  @Override
  public void close() throws IOException {
    ledger.close();
    OldData.deleteTree(folder);
  }
}
