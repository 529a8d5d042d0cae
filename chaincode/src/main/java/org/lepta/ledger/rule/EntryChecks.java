package org.lepta.ledger.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Note;
import org.lepta.ledger.entry.PeriodClose;
import org.lepta.ledger.entry.Registration;
import org.lepta.ledger.entry.Source;
import org.lepta.ledger.entry.TextHash;

/** What can be said of one entry without looking at any other. */
public final class EntryChecks {

  /** Most texts or documents on one entry. */
  public static final int MAX_HASHES = 64;

  private EntryChecks() {}

  /**
   * Checks an entry by itself.
   *
   * @throws RefusedException with the first code that applies
   */
  public static void check(Entry entry) {
    header(entry.header());
    switch (entry.body()) {
      case Flow flow -> FlowChecks.check(flow);
      case Note note -> NoteChecks.check(note);
      case Registration registration -> RegistrationChecks.check(entry.id(), registration);
      case PeriodClose close -> {
        Require.id(close.fund(), "fund");
        Require.date(close.upTo(), "upTo");
      }
    }
  }

  private static void header(Header header) {
    Require.id(header.id(), "id");
    Require.id(header.statedBy(), "statedBy");
    Require.handle(header.actor(), "actor");
    source(header.source());
    texts(header.texts());
    Require.that(header.evidence().size() <= MAX_HASHES, Code.ENTRY_TOO_LARGE, "evidence");
    Require.date(header.happenedOn(), "happenedOn");
    Require.date(header.decidedOn(), "decidedOn");
    Require.date(header.bookedOn(), "bookedOn");
  }

  private static void source(@Nullable Source source) {
    if (source != null) {
      Require.that(
          (source.sha256() == null) != (source.keyed() == null), Code.ENTRY_MALFORMED, "source");
      Require.that(Lexicon.isPosition(source.position()), Code.WORD_INVALID, "source.position");
    }
  }

  private static void texts(List<TextHash> texts) {
    Require.that(texts.size() <= MAX_HASHES, Code.ENTRY_TOO_LARGE, "texts");
    for (TextHash text : texts) {
      Require.code(text.role(), "texts.role");
    }
  }
}
