package org.lepta.service.audit;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.BelievedCheckpoint;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.Fault;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.proof.VerifierKey;
import org.lepta.service.transparency.tiles.DamagedTileException;

/** Audits one log, or two and then one against the other. Not thread-safe. */
public final class Audit {

  private final Trust trust;
  private final @Nullable Path save;
  private final Progress progress;

  /** Is told how far an audit came. */
  @FunctionalInterface
  public interface Progress {

    /** So many entries of so many are done. */
    void at(long done, long size);
  }

  /**
   * Prepares an audit.
   *
   * @param save where evidence and downloads are kept, or null
   */
  public Audit(Trust trust, @Nullable Path save, Progress progress) {
    this.trust = trust;
    this.save = save;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param places one or two addresses of services, log folders or data folders
   * @throws IOException if evidence cannot be written
   */
  public Report run(List<String> places) throws IOException, InterruptedException {
    Instant at = Instant.now();
    List<Report.OfLog> logs = new ArrayList<>();
    List<Difference> between = new ArrayList<>();
    try (Opened opened = new Opened()) {
      for (String name : places) {
        Path keep = save == null ? null : save.resolve(Integer.toString(logs.size() + 1));
        logs.add(one(name, keep, opened));
      }
      if (opened.all.size() == 2) {
        compare(opened.all.get(0).log(), opened.all.get(1).log(), logs, between);
      }
    }
    return new Report(at, logs, between, trust.notices());
  }

  private static final class Opened implements AutoCloseable {

    private final List<Place> all = new ArrayList<>();

    @Override
    public void close() throws IOException {
      for (Place place : all) {
        place.close();
      }
    }
  }

  private Report.OfLog one(String name, @Nullable Path keep, Opened opened)
      throws IOException, InterruptedException {
    try {
      Place place = Place.open(name, keep);
      opened.all.add(place);
      BelievedCheckpoint checked = trust.believe(place);
      Report.OfLog report = replay(place, checked);
      if (keep != null) {
        Evidence.keep(place.log(), checked.checkpoint().size(), report.differences(), keep);
      }
      return report;
    } catch (FaultException e) {
      return e.fault() == Fault.ORIGIN_UNKNOWN
          ? Report.OfLog.unchecked(name, e.detail())
          : Report.OfLog.different(
              name, Difference.of(Check.CHECKPOINT_REFUSED, e.fault() + ": " + e.detail()));
    } catch (DamagedTileException e) {
      return Report.OfLog.different(name, FirstHash.damaged(e));
    } catch (NoSuchFileException e) {
      return Report.OfLog.unchecked(name, "there is no file " + e.getMessage());
    } catch (IOException | InvalidPathException e) {
      return Report.OfLog.unchecked(name, String.valueOf(e.getMessage()));
    }
  }

  private Report.OfLog replay(Place place, BelievedCheckpoint checked)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Checkpoint signed = checked.checkpoint();
    Findings found =
        new LogReplay().run(place.log(), signed.size(), done -> progress.at(done, signed.size()));
    List<Difference> differences = new ArrayList<>(root(place.log(), signed, found.root()));
    differences.addAll(found.differences());
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    List<RecordedKeys.Change> keyChanges =
        found.keyChanges().stream()
            .filter(change -> change.to().startsWith(signed.origin() + '+'))
            .toList();
    String unchecked = replacedKey(keyChanges, checked.log());
    long compared = 0;
    Server server = place.server();
    if (server != null && differences.isEmpty()) {
      ServerFigures figures = new ServerFigures(server, signed.size(), found.figures());
      try {
        figures.check();
      } catch (DifferenceException e) {
        differences.add(e.difference());
      } catch (IOException e) {
        unchecked = "The figures cannot be compared: " + e.getMessage();
      }
      compared = figures.compared();
    }
    return new Report.OfLog(
        place.log().name(),
        checked,
        unchecked,
        differences,
        keyChanges,
        found.replayed(),
        found.attested(),
        found.missing(),
        found.firstVersion(),
        compared,
        found.recordedBytes(),
        found.stateKeys(),
        duration);
  }

  /** While a key is changed this may be so for some seconds; later, somebody has the old key. */
  private static @Nullable String replacedKey(
      List<RecordedKeys.Change> keyChanges, VerifierKey signer) {
    return keyChanges.stream()
        .filter(change -> change.from().equals(signer.toString()))
        .map(change ->
            "the checkpoint is signed with a key that the entry %s at leaf %d replaced; try again"
                .formatted(change.entry(), change.leaf()))
        .findFirst()
        .orElse(null);
  }

  private static List<Difference> root(LogReader log, Checkpoint signed, Sha256 root)
      throws IOException, InterruptedException {
    if (root.equals(signed.root())) {
      return List.of();
    }
    OptionalLong leaf = firstDamaged(log, signed.size());
    String detail = "the entries give the root %s, signed is %s".formatted(root, signed.root());
    return List.of(
        new Difference(
            Check.ROOT_DIFFERS,
            leaf.orElse(Difference.NO_LEAF),
            null,
            leaf.isPresent() ? "is not the entry of its tile; " + detail : detail));
  }

  /** A copy may have come without its tiles; then only the root shows that something differs. */
  private static OptionalLong firstDamaged(LogReader log, long size)
      throws IOException, InterruptedException {
    try {
      return FirstHash.notOfItsTile(log, size);
    } catch (DamagedTileException e) {
      return OptionalLong.empty();
    }
  }

  private static void compare(
      LogReader a, LogReader b, List<Report.OfLog> logs, List<Difference> between)
      throws IOException, InterruptedException {
    BelievedCheckpoint first = logs.get(0).checkpoint();
    BelievedCheckpoint second = logs.get(1).checkpoint();
    if (first == null || second == null) {
      return;
    }
    Checkpoint x = first.checkpoint();
    Checkpoint y = second.checkpoint();
    if (x.size() == y.size() && x.root().equals(y.root())) {
      return;
    }
    OptionalLong leaf = FirstHash.notOfBoth(a, x.size(), b, y.size());
    if (leaf.isPresent()) {
      between.add(
          Difference.at(
              Check.LOGS_DIFFER,
              leaf.getAsLong(),
              "is another entry in %s than in %s".formatted(b.name(), a.name())));
    }
  }
}
