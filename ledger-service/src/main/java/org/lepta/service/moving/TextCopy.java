package org.lepta.service.moving;

import org.lepta.service.indexing.read.TextMentions;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.TextLookup;
import org.lepta.service.transparency.TextStore;

/** Copies the texts that entries name, by their hashes. */
public final class TextCopy {

  private static final int ENTRIES = 1_000;

  private final TextMentions mentions;
  private final TextStore old;
  private final TextStore fresh;

  /** Copies from one store to another. */
  public TextCopy(TextMentions mentions, TextStore old, TextStore fresh) {
    this.mentions = mentions;
    this.old = old;
    this.fresh = fresh;
  }

  /**
   * What became of the texts.
   *
   * @param copied they are in the new store, now or since an earlier run
   * @param withdrawn they were withdrawn from the old one, and are from the new one as well
   * @param absent the old store has them not
   */
  public record Report(long copied, long withdrawn, long absent) {}

  /** Copies all; durable on return. Done again, it adds only what is missing. */
  public Report run() {
    long copied = 0;
    long withdrawn = 0;
    long absent = 0;
    TextMentions.Chunk chunk = mentions.from(0, ENTRIES);
    long from = 0;
    while (chunk.next() > from) {
      for (Sha256 hash : chunk.hashes()) {
        switch (old.find(hash)) {
          case TextLookup.Present text -> {
            fresh.put(text.text());
            copied++;
          }
          case TextLookup.Withdrawn text -> {
            fresh.withdraw(hash, text.on());
            withdrawn++;
          }
          case TextLookup.Absent text -> absent++;
        }
      }
      fresh.sync();
      from = chunk.next();
      chunk = mentions.from(from, ENTRIES);
    }
    return new Report(copied, withdrawn, absent);
  }
}
