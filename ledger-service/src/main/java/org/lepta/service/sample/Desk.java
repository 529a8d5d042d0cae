package org.lepta.service.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Header;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;

/** Where one foundation writes down a month: its people, its balances and what it records. */
final class Desk {

  /** The parts of a month, in the order in which they are recorded. */
  enum Part {
    /** What raises a fund; travels packed. */
    RECEIVED,
    /** Facts that lower a fund, and what must come before the month's decisions. */
    SETTLED,
    /** Grants, releases and payments, by date. */
    DECIDED,
    /** What grantees tell; travels packed. */
    REPORTED
  }

  final FoundationCard card;
  final Dice dice;
  final Book book = new Book();
  final List<Passkey> people = new ArrayList<>();
  private final Map<Part, List<Draft>> month = new EnumMap<>(Part.class);
  private int gifts;

  Desk(FoundationCard card, long seed) {
    this.card = card;
    this.dice = new Dice(seed, card.id());
    for (int i = 0; i < 3; i++) {
      people.add(new Passkey(card.id(), new Dice(seed, card.id() + "/person/" + i)));
    }
    for (Part part : Part.values()) {
      month.put(part, new ArrayList<>());
    }
  }

  /** The handle of who records decisions; the other people approve. */
  String recorder() {
    return people.getFirst().person();
  }

  String nextGiftId() {
    return "%s-gift-%05d".formatted(card.id(), ++gifts);
  }

  Header fact(String id, LocalDate on) {
    return Header.of(id, card.id()).happened(on);
  }

  Header decision(String id, LocalDate on) {
    return Header.of(id, card.id()).decided(on).by(recorder());
  }

  Entry write(Part part, Header header, Body body, List<PlainText> texts) {
    Entry entry = new Entry(header, body);
    write(part, entry, texts);
    return entry;
  }

  Entry write(Part part, Header header, Body body) {
    return write(part, header, body, List.of());
  }

  void write(Part part, Entry entry, List<PlainText> texts) {
    if (entry.body() instanceof Flow flow) {
      book.add(flow);
    }
    Objects.requireNonNull(month.get(part)).add(new Draft(entry, texts));
  }

  /** Closes the month: what was written, in the order in which the ledger takes it. */
  Chapter close(YearMonth which) {
    List<Draft> drafts = new ArrayList<>();
    month.forEach((part, written) -> {
      Stream<Draft> inOrder = written.stream();
      if (part != Part.SETTLED) {
        inOrder = inOrder.sorted(Comparator.comparing(Desk::dateOf));
      }
      inOrder.forEach(drafts::add);
      written.clear();
    });
    return new Chapter(card.name().english() + ", " + which, drafts);
  }

  private static LocalDate dateOf(Draft draft) {
    Header header = draft.entry().header();
    LocalDate happened = header.happenedOn();
    return happened == null ? Objects.requireNonNull(header.decidedOn()) : happened;
  }
}
