package org.lepta.service.consortium;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.lepta.service.indexing.read.TextMentions;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.TextLookup;
import org.lepta.service.transparency.TextStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the texts of indexed entries that this service does not hold from the others, in the
 * background. Follows the index and never holds it up; what was withdrawn here is not asked for.
 * Thread-safe.
 */
public final class TextFetcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TextFetcher.class);

  static final int ENTRIES = 1_000;
  static final int TEXTS = 500;
  private static final int AT_ONCE = 4;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final List<? extends TextSource> sources;
  private final TextMentions mentions;
  private final MissingTexts missing;
  private final TextStore store;
  private final Duration pause;
  private final Background background = new Background("lepta-texts");
  private final Numbers numbers = new Numbers();

  /** Numbers for those who ask; written by the loop alone. */
  private static final class Numbers {
    private volatile long missing;
    private final LongAdder fetched = new LongAdder();
  }

  /**
   * How it stands.
   *
   * @param missing texts that entries name and nobody gave yet
   * @param fetched texts that came since the start
   */
  public record Counts(long missing, long fetched) {}

  /**
   * Makes it; nothing is fetched before {@link #start}.
   *
   * @param pause between two looks at the index when nothing is to be done
   */
  public TextFetcher(
      Others others, TextMentions mentions, DataSource database, TextStore store, Duration pause) {
    this(others.services(), mentions, new MissingTexts(database), store, pause);
  }

  TextFetcher(
      List<? extends TextSource> sources,
      TextMentions mentions,
      MissingTexts missing,
      TextStore store,
      Duration pause) {
    this.sources = List.copyOf(sources);
    this.mentions = mentions;
    this.missing = missing;
    this.store = store;
    this.pause = pause;
  }

  /** Begins to fetch, in the background; does nothing where there are no others. */
  public void start() {
    if (!sources.isEmpty()) {
      background.start(this::run);
    }
  }

  /** How it stands; all zero where there are no others. */
  public Counts counts() {
    return new Counts(numbers.missing, numbers.fetched.sum());
  }

  private void run() {
    int failures = 0;
    while (!background.isClosing()) {
      boolean more = false;
      try {
        more = round();
        failures = 0;
      } catch (SQLException | RuntimeException e) {
        failures++;
        LOG.warn("texts cannot be fetched now: {}", e.getMessage());
      } catch (InterruptedException e) {
        return;
      }
      if (!more) {
        background.pause(Pause.jittered(Pause.after(failures, pause, SILENCE)));
      }
    }
  }

  /**
   * Looks through some entries and asks for some texts.
   *
   * @return whether there is more to do at once
   */
  boolean round() throws SQLException, InterruptedException {
    boolean more = scan();
    List<MissingTexts.Due> due = missing.due(TEXTS);
    TextSearch search = new TextSearch(sources);
    int fetched = settle(due, ask(due, search));
    numbers.fetched.add(fetched);
    numbers.missing = missing.count();
    return !search.isHopeless() && (more || fetched == TEXTS);
  }

  private boolean scan() throws SQLException {
    long from = missing.nextLeaf();
    TextMentions.Chunk chunk = mentions.from(from, ENTRIES);
    if (chunk.next() == from) {
      return false;
    }
    missing.add(chunk.hashes().stream().filter(this::isAbsent).toList(), chunk.next());
    return chunk.next() - from >= ENTRIES;
  }

  private boolean isAbsent(Sha256 hash) {
    return store.find(hash) instanceof TextLookup.Absent;
  }

  private List<TextSearch.Result> ask(List<MissingTexts.Due> due, TextSearch search)
      throws InterruptedException {
    List<TextSearch.Result> results = new ArrayList<>(due.size());
    try (ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("lepta-text").factory())) {
      List<Future<TextSearch.Result>> asked =
          due.stream().map(text -> workers.submit(() -> find(search, text.hash()))).toList();
      for (Future<TextSearch.Result> result : asked) {
        results.add(result.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a text could not be asked for", e.getCause());
    }
    return results;
  }

  private TextSearch.Result find(TextSearch search, Sha256 hash) throws InterruptedException {
    return background.isClosing() ? new TextSearch.Result.Silence() : search.find(hash);
  }

  /** Texts are durable before it is forgotten that they were missing. */
  private int settle(List<MissingTexts.Due> due, List<TextSearch.Result> results)
      throws SQLException {
    List<Sha256> settled = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      if (results.get(i) instanceof TextSearch.Result.Found(var text)) {
        // A withdrawal that came meanwhile is kept by the store itself.
        store.put(text);
        settled.add(due.get(i).hash());
      } else {
        putOff(due.get(i), results.get(i));
      }
    }
    if (!settled.isEmpty()) {
      store.sync();
      missing.settle(settled);
    }
    return settled.size();
  }

  private void putOff(MissingTexts.Due due, TextSearch.Result result) throws SQLException {
    switch (result) {
      case TextSearch.Result.Withdrawn withdrawn -> missing.later(due, Pause.jittered(LONGEST));
      case TextSearch.Result.Silence silence -> missing.later(due, Pause.jittered(SILENCE));
      default -> {
        int attempts = due.attempts() + 1;
        missing.later(
            new MissingTexts.Due(due.hash(), attempts),
            Pause.jittered(Pause.after(attempts, SHORTEST, LONGEST)));
      }
    }
  }

  /** Ends early when it is closed; the store does not bear an interrupt. */
  @Override
  public void close() {
    background.close();
  }
}
