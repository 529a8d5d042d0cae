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

  private final Findings found;

  private EntryChecks(Findings found) {
    this.found = found;
  }

  /**
   * Checks an entry by itself.
   *
   * @throws RefusedException with the first code that applies
   */
  public static void check(Entry entry) {
    Findings found = new Findings();
    new EntryChecks(found).header(entry.header());
    switch (entry.body()) {
      case Flow flow -> new FlowChecks(found).check(flow);
      case Note note -> new NoteChecks(found).check(entry.id(), note);
      case Registration registration ->
          new RegistrationChecks(found).check(entry.id(), registration);
      case PeriodClose close -> found.that(false, Code.KIND_NOT_YET, "kind");
    }
    found.throwFirst();
  }

  private void header(Header header) {
    found.id(header.id(), "id");
    found.id(header.statedBy(), "statedBy");
    found.handle(header.actor(), "actor");
    source(header.source());
    texts(header.texts());
    found.that(header.evidence().size() <= MAX_HASHES, Code.ENTRY_TOO_LARGE, "evidence");
    found.date(header.happenedOn(), "happenedOn");
    found.date(header.decidedOn(), "decidedOn");
    found.date(header.bookedOn(), "bookedOn");
    found.atLeast(0, header.moved(), "moved");
  }

  private void source(@Nullable Source source) {
    if (source != null) {
      found.that(
          (source.sha256() == null) != (source.keyed() == null), Code.ENTRY_MALFORMED, "source");
      found.that(Lexicon.isPosition(source.position()), Code.WORD_INVALID, "source.position");
    }
  }

  private void texts(List<TextHash> texts) {
    found.that(texts.size() <= MAX_HASHES, Code.ENTRY_TOO_LARGE, "texts");
    for (TextHash text : texts) {
      found.code(text.role(), "texts.role");
    }
  }
}
