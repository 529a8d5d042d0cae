package org.lepta.service.consortium;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.lepta.ledger.entry.Withdrawal;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.TextMentions;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.TextLookup;
import org.lepta.service.transparency.TextStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the texts that withdrawals on the ledger name, in the background: of the member that
 * recorded an entry with the text, and of nobody else, so that no member can silence another. Every
 * service does the same, whoever recorded it. Follows the index and never holds it up; after a
 * restart it goes through all of them again, which changes nothing. Thread-safe.
 */
public final class Withdrawals implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Withdrawals.class);
  private static final int ENTRIES = 200;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final TextMentions mentions;
  private final TextStore store;
  private final Duration pause;
  private final Background background = new Background("lepta-withdrawals");
  private long next;

  /**
   * Makes it; nothing is erased before {@link #start}.
   *
   * @param pause between two looks at the index
   */
  public Withdrawals(TextMentions mentions, TextStore store, Duration pause) {
    this.mentions = mentions;
    this.store = store;
    this.pause = pause;
  }

  /** Begins to follow the ledger, in the background. */
  public void start() {
    background.start(this::run);
  }

  private void run() {
    int failures = 0;
    while (!background.isClosing()) {
      boolean more = false;
      try {
        more = round();
        failures = 0;
      } catch (RuntimeException e) {
        failures++;
        LOG.warn("texts cannot be withdrawn now: {}", e.getMessage());
      }
      if (!more) {
        background.pause(Pause.after(failures, pause, LONGEST));
      }
    }
  }

  /**
   * Does what the next withdrawals say.
   *
   * @return whether there are more
   */
  boolean round() {
    List<EntryRecord> entries = mentions.withdrawals(next, ENTRIES);
    for (EntryRecord entry : entries) {
      take(entry, Sha256.ofHex(((Withdrawal) entry.entry().body()).text().hex()));
      next = entry.index() + 1;
    }
    return entries.size() == ENTRIES;
  }

  private void take(EntryRecord entry, Sha256 text) {
    if (store.find(text) instanceof TextLookup.Withdrawn) {
      return;
    }
    if (mentions.isRecordedBy(entry.leaf().recordedBy(), text, entry.index())) {
      store.withdraw(text, LocalDate.ofInstant(entry.committed(), ZoneOffset.UTC));
    } else {
      LOG.warn(
          "the withdrawal at leaf {} is overlooked: who recorded it recorded no entry with its text",
          entry.index());
    }
  }

  @Override
  public void close() {
    background.close();
  }
}
