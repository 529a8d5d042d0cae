package org.lepta.service.exchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Hash;
import org.lepta.service.exchange.Intake;
import org.lepta.service.exchange.LineKey;
import org.lepta.service.exchange.Outcome;
import org.lepta.service.exchange.RejectCode;
import org.lepta.service.exchange.WarningCode;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;

/**
 * Records mapped records in chunks: what they name first, then their lines, each as the difference
 * to what the ledger holds of it. While the lines of one chunk are under way, the next one is
 * prepared: every record stands in one chunk only, so that it depends on none before. Not
 * thread-safe.
 */
final class Recorder {

  private static final int CHUNK_LINES = 5_000;

  private final Intake intake;
  private final boolean dryRun;
  private final Hash sha256;
  private final Registrar registrar;
  private final Tally tally;
  private final SeenRecords seen = new SeenRecords();
  private final List<Mapped> waiting = new ArrayList<>();
  private int waitingLines;
  private List<Sent> sent = List.of();
  private CompletableFuture<List<Outcome>> outcomes = CompletableFuture.completedFuture(List.of());

  Recorder(Intake intake, boolean dryRun, Hash sha256, NameBook book, Tally tally) {
    this.intake = intake;
    this.dryRun = dryRun;
    this.sha256 = sha256;
    this.tally = tally;
    this.registrar = new Registrar(intake, sha256, book, tally);
  }

  /** The last or an earlier step of a line; no line for what reverses a vanished one. */
  private record Sent(Draft draft, @Nullable Line line, String position, boolean last) {}

  /** Takes the next record of the file. */
  void take(Mapped record) {
    record.excluded().forEach(tally::exclude);
    record.rejects().forEach(r -> tally.reject(r.position(), r.code(), r.message()));
    LineKey key = record.key();
    if (key == null) {
      return;
    }
    switch (seen.see(record, key)) {
      case FIRST -> {
        record.oddities().forEach(o -> tally.warn(o.code(), o.position()));
        waiting.add(record);
        waitingLines += record.lines().size() + 1;
      }
      case REPEATED -> {
        tally.warn(WarningCode.LINE_REPEATED, record.position());
        tally.repeated(counted(record));
      }
      case OTHER -> reject(record, RejectCode.ID_REPEATED, "the id stood here before");
    }
    if (waitingLines >= CHUNK_LINES) {
      send();
    }
  }

  private static long counted(Mapped record) {
    return record.lines().stream().filter(Line::counted).count();
  }

  private void reject(Mapped record, RejectCode code, String message) {
    record.lines().stream()
        .filter(Line::counted)
        .forEach(line -> tally.reject(line.position(), code, message));
  }

  /** Submits what waits and returns when the fate of all is known. */
  void finish() {
    send();
    settle();
  }

  /** Returns when nothing is under way any more, whatever became of it. */
  void leave() {
    outcomes.exceptionally(trouble -> List.of()).join();
  }

  private void send() {
    List<Draft> registrations = registrar.drafts(waiting);
    List<Outcome> registered = submit(registrations);
    for (int i = 0; i < registrations.size(); i++) {
      registration(registrations.get(i).entry(), registered.get(i));
    }
    List<Sent> lines = new ArrayList<>();
    Map<LineKey, Map<String, List<Entry>>> recorded = recorded();
    for (Mapped record : waiting) {
      LineKey key = record.key();
      if (registrar.isManaged(record)) {
        reject(record, RejectCode.FUND_MANAGED, "its fund is managed on this ledger");
      } else if (key != null) {
        lines(record, recorded.getOrDefault(key, Map.of()), lines);
      }
    }
    settle();
    sent = lines;
    outcomes = begin(lines.stream().map(Sent::draft).toList());
    waiting.clear();
    waitingLines = 0;
  }

  private List<Outcome> submit(List<Draft> drafts) {
    return get(begin(drafts));
  }

  private static List<Outcome> get(CompletableFuture<List<Outcome>> outcomes) {
    try {
      return outcomes.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private CompletableFuture<List<Outcome>> begin(List<Draft> drafts) {
    if (dryRun || drafts.isEmpty()) {
      return CompletableFuture.completedFuture(
          drafts.stream().<Outcome>map(draft -> new Outcome.Recorded()).toList());
    }
    List<Draft> fit = drafts.stream().map(draft -> TextFit.fit(draft, tally)).toList();
    return CompletableFuture.supplyAsync(() -> intake.submit(fit), Thread::startVirtualThread);
  }

  private void registration(Entry entry, Outcome outcome) {
    switch (outcome) {
      case Outcome.Recorded r -> tally.recorded(entry);
      case Outcome.Unchanged u -> {}
      case Outcome.Refused refused -> {
        String at = entry.header().source() == null ? "" : entry.header().source().position();
        tally.reject(at, RejectCode.LEDGER_REFUSED, refused.code() + ": " + refused.detail());
      }
    }
  }

  /** What the ledger holds of the waiting records, by record and line. */
  private Map<LineKey, Map<String, List<Entry>>> recorded() {
    Set<LineKey> keys = new HashSet<>();
    for (Mapped record : waiting) {
      if (record.key() != null) {
        keys.add(record.key());
      }
    }
    Map<LineKey, Map<String, List<Entry>>> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    for (Entry entry : intake.lines(keys)) {
      LineKey key = recordOf(entry, keys);
      if (key != null) {
        found
            .computeIfAbsent(key, k -> new HashMap<>())
            .computeIfAbsent(LineIds.lineOf(entry.id()), id -> new ArrayList<>())
            .add(entry);
      }
    }
    return found;
  }

  /** The record an entry is of: its activity, itself, or its grant. */
  private static @Nullable LineKey recordOf(Entry entry, Set<LineKey> keys) {
    if (!(entry.body() instanceof Flow flow)) {
      return null;
    }
    String statedBy = entry.header().statedBy();
    Flow plain = flow instanceof Correction correction ? correction.reverses() : flow;
    List<String> candidates = new ArrayList<>();
    candidates.add(flow.fund());
    candidates.add(LineIds.lineOf(entry.id()));
    if (plain instanceof Disbursement paid && paid.grant() != null) {
      candidates.add(paid.grant());
    }
    return candidates.stream()
        .map(id -> new LineKey(statedBy, id))
        .filter(keys::contains)
        .findFirst()
        .orElse(null);
  }

  private void lines(Mapped record, Map<String, List<Entry>> recorded, List<Sent> sent) {
    Set<String> stated = new HashSet<>();
    for (Line line : record.lines()) {
      stated.add(line.entry().id());
      List<Entry> before = recorded.getOrDefault(line.entry().id(), List.of());
      List<Entry> steps = new LineHistory(line.key(), before).become(line.entry());
      if (steps.isEmpty()) {
        in(line);
        count(line, new Outcome.Unchanged(), false);
      }
      if (!before.isEmpty() && !steps.isEmpty()) {
        tally.warn(WarningCode.LINE_CHANGED, line.position());
      }
      for (int i = 0; i < steps.size(); i++) {
        Draft draft = draft(line, steps.get(i));
        sent.add(new Sent(draft, line, line.position(), i + 1 == steps.size()));
      }
    }
    if (record.isWhole()) {
      vanished(record, recorded, stated, sent);
    }
  }

  private void vanished(
      Mapped record, Map<String, List<Entry>> recorded, Set<String> stated, List<Sent> sent) {
    LineKey key = record.key();
    Line fund = record.fund();
    if (key == null || fund == null) {
      return;
    }
    recorded.keySet().stream()
        .filter(id -> !stated.contains(id) && id.startsWith(key.id() + '#'))
        .sorted()
        .forEach(id -> {
          LineKey line = new LineKey(key.statedBy(), id);
          LineHistory history = new LineHistory(line, recorded.getOrDefault(id, List.of()));
          List<Entry> steps = history.vanish();
          if (!steps.isEmpty()) {
            tally.vanished();
            tally.warn(WarningCode.LINE_VANISHED, record.position());
          }
          for (Entry step : steps) {
            Draft draft = new Draft(fund.sourced(step, sha256), List.of());
            sent.add(new Sent(draft, null, record.position(), true));
          }
        });
  }

  private Draft draft(Line line, Entry step) {
    boolean difference =
        (step.body() instanceof Correction undo && undo.target() != null)
            || (step.body() instanceof Amendment change && change.grant() != null);
    List<PlainText> texts = difference ? List.of() : line.draft().texts();
    return new Draft(line.sourced(step, sha256), texts);
  }

  private void settle() {
    List<Outcome> known = get(outcomes);
    for (int i = 0; i < sent.size(); i++) {
      Sent one = sent.get(i);
      Outcome outcome = known.get(i);
      if (outcome instanceof Outcome.Recorded) {
        tally.recorded(one.draft().entry());
      } else if (outcome instanceof Outcome.Refused refused) {
        String message = refused.code() + ": " + refused.detail();
        tally.reject(one.position(), RejectCode.LEDGER_REFUSED, message);
        continue;
      }
      Line line = one.line();
      if (line != null && one.last()) {
        in(line);
        count(line, outcome, !one.draft().entry().id().equals(line.entry().id()));
      }
    }
  }

  private void in(Line line) {
    if (line.entry().body() instanceof Flow flow) {
      tally.stated(flow);
    }
  }

  private void count(Line line, Outcome outcome, boolean change) {
    if (!line.counted()) {
      return;
    }
    if (outcome instanceof Outcome.Unchanged) {
      tally.unchanged();
    } else if (change) {
      tally.changed();
    } else {
      tally.imported();
    }
  }
}
