package org.lepta.service.sampling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lepta.ledger.entry.Draw;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.audit.VerifiedLog;
import org.lepta.service.audit.VerifiedLog.DiffersException;
import org.lepta.service.transparency.proof.BelievedCheckpoint;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.Fault;
import org.lepta.service.transparency.proof.FaultException;

/**
 * Takes samples of one log, and repeats those of others. Nothing is believed but what stands under
 * the checkpoint behind the draw. Not thread-safe.
 */
public final class Sampling {

  private final VerifiedLog log;

  /** Reads this log, which stays the caller's. */
  public Sampling(VerifiedLog log) {
    this.log = log;
  }

  /**
   * What came of a sample.
   *
   * @param draw leaf index of the draw note
   * @param size of the checkpoint behind it
   * @param witnesses how many believed witnesses cosigned it
   * @param payments in the population
   * @param total of it
   * @param selected how many
   * @param remark what the reader must know, a sentence; empty if nothing
   */
  public record Outcome(
      long draw,
      long size,
      int witnesses,
      long payments,
      String total,
      long selected,
      String remark) {

    static Outcome of(Sample sample, String remark) {
      return new Outcome(
          sample.draw(),
          sample.checked().checkpoint().size(),
          sample.checked().witnesses().size(),
          sample.population().items().size(),
          SampleJson.amount(sample.population().total()),
          sample.selection().chosen().size(),
          remark);
    }
  }

  /**
   * Takes the sample of a draw and writes it into a folder that must be new or empty.
   *
   * @throws SampleException if it cannot be taken, with the reason
   * @throws FaultException if a checkpoint cannot be believed
   * @throws DiffersException if the log is not what was signed
   */
  public Outcome take(byte[] opening, Path folder)
      throws IOException, InterruptedException, SampleException, FaultException, DiffersException {
    SampleFolder files = SampleFolder.fresh(folder);
    Opening opened = Opening.parse(opening);
    long draw = findDraw(opened, newestOf(opened).checkpoint().size());
    byte[] note =
        log.afterDraw(draw)
            .orElseThrow(() ->
                new SampleException(
                    "The draw stands at leaf "
                        + draw
                        + "; no checkpoint behind it is kept yet. Try again in a moment."));
    Sample sample = sample(opened, draw, note);
    files.write(sample, log);
    return Outcome.of(sample, "");
  }

  /**
   * Repeats the sample that lies in a folder.
   *
   * @throws SampleException with the first difference
   */
  public Outcome check(Path folder)
      throws IOException, InterruptedException, SampleException, FaultException, DiffersException {
    SampleFolder files = SampleFolder.existing(folder);
    Opening opened = Opening.parse(files.opening());
    byte[] note = files.note();
    long draw = findDraw(opened, ofLog(opened, log.check(note)).checkpoint().size());
    String remark = compare(note, draw);
    Sample sample = sample(opened, draw, note);
    files.compare(sample, log);
    return Outcome.of(sample, remark);
  }

  private String compare(byte[] note, long draw)
      throws IOException, InterruptedException, SampleException {
    var kept = log.afterDraw(draw);
    if (kept.isPresent() && !Arrays.equals(kept.get(), note)) {
      throw new SampleException(
          "The log keeps another checkpoint as the first behind the draw than the sample has.");
    }
    return kept.isPresent()
        ? ""
        : "This place does not keep the checkpoint behind the draw, so it cannot tell that it is the"
            + " first one.";
  }

  private BelievedCheckpoint newestOf(Opening opening)
      throws IOException, InterruptedException, FaultException, SampleException {
    return ofLog(opening, log.newest());
  }

  private static BelievedCheckpoint ofLog(Opening opening, BelievedCheckpoint checked)
      throws SampleException {
    if (!checked.checkpoint().origin().equals(opening.plan().log())) {
      throw new SampleException(
          "The draw is of the log %s, this is %s."
              .formatted(opening.plan().log(), checked.checkpoint().origin()));
    }
    return checked;
  }

  /** The first note with this commitment: who copied it came later. */
  private long findDraw(Opening opening, long size)
      throws IOException, InterruptedException, SampleException {
    String commitment = opening.commitment().hex();
    return log.findUnverified(size, leaf -> isDraw(leaf, commitment))
        .orElseThrow(() ->
            new SampleException(
                "No draw note in the log commits to this opening: it was changed, or the note is not"
                    + " published yet."));
  }

  private static boolean isDraw(Leaf leaf, String commitment) {
    return leaf.entry().body() instanceof Draw note && note.commitment().hex().equals(commitment);
  }

  private Sample sample(Opening opening, long draw, byte[] note)
      throws IOException, InterruptedException, SampleException, FaultException, DiffersException {
    BelievedCheckpoint checked = ofLog(opening, log.check(note));
    Checkpoint checkpoint = checked.checkpoint();
    if (checkpoint.size() <= draw) {
      throw new FaultException(
          Fault.INDEX_OUT_OF_RANGE, "the checkpoint does not reach the draw at leaf " + draw);
    }
    Population population = new Population(opening.plan(), draw);
    String commitment = opening.commitment().hex();
    List<Long> draws = new ArrayList<>();
    log.forEach(
        checkpoint,
        (index, leaf) -> {
          population.correct(index, leaf);
          if (draws.isEmpty() && isDraw(leaf, commitment)) {
            draws.add(index);
          }
        });
    if (!draws.equals(List.of(draw))) {
      throw new SampleException("The log shows the draw at another leaf than before.");
    }
    log.forEach(checkpoint, population::add);
    Seed seed = Seed.of(opening, note);
    Population.Result payments = population.end();
    Selection selection = Selection.of(opening.plan(), payments, seed);
    return new Sample(opening, draw, new Sample.Note(note), checked, seed, payments, selection);
  }
}
