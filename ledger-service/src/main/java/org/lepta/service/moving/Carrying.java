package org.lepta.service.moving;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.rule.Versions;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.recording.InOrder;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.moving.MoveException.Code;

/** Records the entries of an old log on a new ledger, in their order. For one thread. */
final class Carrying {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final OldLog old;
  private final Ledger ledger;
  private final InOrder sender;

  Carrying(OldLog old, Ledger ledger) {
    this.old = old;
    this.ledger = ledger;
    this.sender = new InOrder(ledger);
  }

  /** Starts the new ledger: its log continues the old one from its very first entry. */
  void start(String channel)
      throws SQLException, IOException, InterruptedException, UnreachableException {
    Genesis before = genesis(new LeafCursor(old.leaves(), 0, 1).next());
    String organisation = before.organisation();
    Entry genesis =
        new Entry(
            Header.of(channel, organisation),
            new Genesis(
                channel,
                new Hash(firstBlock(ledger).hex()),
                Versions.LEAF,
                Versions.RULES,
                organisation,
                ledger.find(organisation).orElseThrow().mspId(),
                ledger.agreedBuild().map(Hash::new).orElse(null),
                old.origin(),
                old.size(),
                new Hash(old.root().hex())));
    sender.start(organisation, genesis);
  }

  private static Genesis genesis(@Nullable Numbered leaf) {
    if (leaf != null && leaf.entry().body() instanceof Genesis genesis) {
      return genesis;
    }
    throw new IllegalStateException("a log that does not begin with its genesis");
  }

  static Sha256 firstBlock(Ledger ledger) throws InterruptedException, UnreachableException {
    try (BlockCursor cursor = ledger.open(0)) {
      return Sha256.of(cursor.next(PATIENCE).orElseThrow().headerHash().toArray());
    }
  }

  /**
   * Records what moves of the old log, from a leaf on.
   *
   * @throws MoveException with MOVE_ENTRY_REFUSED
   */
  void carry(long from, Move.Progress progress)
      throws SQLException, IOException, InterruptedException, MoveException {
    Map<String, String> mspIds =
        ledger.list().stream().collect(Collectors.toMap(Member::organisation, Member::mspId));
    Packing packing =
        new Packing(new LeafCursor(old.leaves(), from, old.size()), new Carried(mspIds));
    for (Step step = packing.next(); step != null; step = packing.next()) {
      requireTaken(step, send(step));
      progress.at(step.next());
    }
    progress.at(old.size());
  }

  private List<RecordResult> send(Step step) throws InterruptedException {
    return step.through() == Through.BATCH
        ? sender.batch(step.organisation(), step.entries())
        : sender.lane(step.organisation(), step.entries());
  }

  private static void requireTaken(Step step, List<RecordResult> results) throws MoveException {
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof RecordResult.Refused no) {
        Entry entry = step.entries().get(i);
        throw new MoveException(
            Code.MOVE_ENTRY_REFUSED,
            "entry %d of the old ledger, %s: %s %s"
                .formatted(entry.header().moved(), entry.qualifiedId(), no.code(), no.detail()));
      }
    }
  }
}
