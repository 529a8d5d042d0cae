package org.lepta.service.command.move;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.TextMentions;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.moving.FigureComparison;
import org.lepta.service.moving.Move;
import org.lepta.service.moving.MoveException;
import org.lepta.service.moving.MoveException.Code;
import org.lepta.service.moving.OldLog;
import org.lepta.service.moving.TextCopy;
import org.lepta.service.transparency.TextStore;
import org.lepta.service.transparency.log.BlockEnd;
import org.lepta.service.transparency.log.ClosedLog;

/** The steps of a move, each of which finds what an earlier run has done. For one thread. */
public final class MoveRun {

  private final MoveSource source;
  private final MoveTarget target;
  private final String origin;

  /**
   * Prepares a move.
   *
   * @param origin name of the new log
   */
  public MoveRun(MoveSource source, MoveTarget target, String origin) {
    this.source = source;
    this.target = target;
    this.origin = origin;
  }

  /**
   * What was moved.
   *
   * @param old the log that has ended
   * @param fresh size and root of the new log
   * @param vkey the key of the new log
   * @param texts what became of the texts
   * @param counts entries by kind, on both sides
   * @param sums of all funds together, on both sides
   */
  public record Report(
      OldLog old,
      BlockEnd fresh,
      String vkey,
      TextCopy.Report texts,
      List<FigureComparison.Row> counts,
      List<FigureComparison.Row> sums) {

    /** Copies the lists. */
    public Report {
      counts = List.copyOf(counts);
      sums = List.copyOf(sums);
    }
  }

  /**
   * Refuses what cannot be moved; nothing is written anywhere.
   *
   * @throws MoveException MOVE_DONE_ELSEWHERE, MOVE_MEMBER_MISSING, MOVE_NOT_PUBLISHED or
   *     MOVE_TARGET_FOREIGN
   */
  public void check()
      throws IOException, SQLException, InterruptedException, UnreachableException, MoveException {
    source.requireNoOther(firstBlock());
    target.requireIdentities(source.members());
    target.requireEmptyOrAfter(source.origin());
  }

  /**
   * Records everything on a ledger that is deleted afterwards, unless the old log has ended
   * already: a log must not end which then cannot move.
   *
   * @throws MoveException MOVE_NOT_PUBLISHED or MOVE_ENTRY_REFUSED
   */
  public void rehearse(Move.Progress progress)
      throws IOException, SQLException, InterruptedException, UnreachableException, MoveException {
    if (source.isEnded()) {
      return;
    }
    OldLog now = source.published();
    try (Rehearsal rehearsal = Rehearsal.in(target.data(), source.members())) {
      Move.rehearse(now, rehearsal.ledger(), target.channel(), progress);
    }
  }

  /**
   * Ends the old log and carries everything over.
   *
   * @param progress of the entries, as leaves of the old log that are done
   * @throws MoveException if something does not go on, or is not equal in the end
   * @throws org.lepta.service.ledger.recording.RecordingException if the fate of some entries could
   *     not be learned; running again goes on
   */
  public Report run(Move.Progress progress)
      throws IOException, SQLException, InterruptedException, UnreachableException, MoveException {
    OldLog old = source.end(firstBlock(), origin);
    ClosedLog.copy(source.data(), target.data());
    TextCopy.Report texts = copyTexts();
    BlockEnd end = target.move(old).run(target.channel(), progress);
    FigureComparison figures = new FigureComparison(source.database(), target.database());
    List<String> differences = figures.differences();
    if (!differences.isEmpty()) {
      throw new MoveException(Code.MOVE_DIFFERS, String.join("; ", differences));
    }
    return new Report(old, end, target.logKey(origin), texts, figures.counts(), figures.sums());
  }

  private Sha256 firstBlock() throws InterruptedException, UnreachableException {
    return Move.firstBlock(target.ledger());
  }

  private TextCopy.Report copyTexts() {
    try (TextStore old = TextStore.open(source.data().resolve("texts"));
        TextStore fresh = TextStore.open(target.data().resolve("texts"))) {
      return new TextCopy(new TextMentions(new Index(source.database())), old, fresh).run();
    }
  }
}
