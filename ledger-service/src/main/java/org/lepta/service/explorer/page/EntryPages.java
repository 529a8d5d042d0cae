package org.lepta.service.explorer.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.indexing.matching.LineMatch;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.trail.PaymentOrigins;
import org.lepta.ui.Pages;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.HashText;
import org.lepta.ui.page.EntryPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Cell;
import org.lepta.ui.view.EntryText;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.FieldName;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.MatchState;
import org.lepta.ui.view.PaidFrom;
import org.lepta.ui.view.Party;
import org.lepta.ui.view.Posting;
import org.lepta.ui.view.Sentences;
import org.lepta.ui.view.Source;

/** Makes the page of any entry. */
class EntryPages {

  private static final int MAX_TEXTS = 20;

  private final Sources sources;

  EntryPages(Sources sources) {
    this.sources = sources;
  }

  String html(Standing standing, Language language, long index) {
    EntryRecord entry =
        sources
            .entries()
            .find(index)
            .filter(found -> found.index() < standing.known())
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("The log has no such entry."));
    List<EntryRecord> corrections =
        EntryStanding.corrections(sources.entries(), entry, standing.at());
    NameBooks names = new NameBooks().entries(List.of(entry));
    if (entry.kind() == Kind.ORGANISATION) {
      names.organisation(entry.id());
    }
    Optional<PaymentOrigins> origins =
        sources.trails().origins(index, null, PaidFroms.MAX_PIECES, standing.known());
    origins.ifPresent(found -> PaidFroms.name(found, names));
    View view = new View(language, names.lookUp(sources.lookups()), standing.at());
    String number = CountFormat.number(language, index);
    String sentence = sentence(view, entry);
    Leaf leaf = entry.leaf();
    return Pages.entry(
        new EntryPage(
            new AsKnownFrames(sources, standing, view)
                .of(
                    Frames.of(
                        standing,
                        language,
                        view.texts().text("entry.kicker", number),
                        sentence,
                        "/entries/" + index,
                        Frames.section(entry.kind())),
                    EntryStanding.about(entry)),
            number,
            Kinds.shown(entry.kind()),
            sentence,
            EntryStanding.flags(entry, corrections),
            fields(view, entry, standing.at()),
            origins.map(found -> paidFrom(view, entry, found)).orElse(null),
            leaf.postings().stream().map(posting -> posting(view, posting)).toList(),
            leaf.balances().stream().map(balance -> balance(view, balance)).toList(),
            view.organisation(entry.entry().header().statedBy()),
            view.organisation(leaf.recordedBy()),
            view.fields()
                .position(leaf.at().block(), leaf.at().transaction(), leaf.at().position()),
            corrects(view, entry.entry()),
            corrections.stream().map(view::entry).toList(),
            source(entry.entry()),
            texts(view, entry),
            EntryStanding.life(view, entry, standing),
            new String(entry.bytes(), StandardCharsets.UTF_8),
            HashText.of(entry.hash().hex()),
            view.links().api("/api/v1/entries/" + index),
            index < standing.publishedSize() ? view.links().receipt(index) : List.of(),
            index == 0 ? null : view.path("/entries/" + (index - 1)),
            index + 1 < standing.known() ? view.path("/entries/" + (index + 1)) : null));
  }

  private List<Field> fields(View view, EntryRecord entry, @Nullable Long at) {
    List<Field> fields = new ArrayList<>(EntryFields.of(view, entry.entry()));
    Long moved = entry.entry().header().moved();
    if (moved != null) {
      // Only a ledger that names its previous log takes moved entries.
      Lineage.Previous previous = sources.lineage().previous().orElseThrow();
      fields.add(view.fields().moved(moved, previous.origin()));
    }
    sources
        .matches()
        .ofEntry(entry, at)
        .ifPresent(match -> fields.add(view.fields().of(FieldName.MATCH, match(view, match))));
    return fields;
  }

  private static Cell match(View view, LineMatch match) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Match(MatchState.valueOf(match.state().name())));
    if (match.other() != null) {
      cells.add(new Cell.Linked(view.links().entry(match.other())));
    }
    return new Cell.Many(cells);
  }

  private PaidFrom paidFrom(View view, EntryRecord entry, PaymentOrigins origins) {
    PaidFroms paid = new PaidFroms(view);
    return sources
        .trails()
        .pool(entry.index(), origins.fund(), origins.size())
        .map(pool -> paid.of(pool, origins.unit()))
        .orElseGet(() -> paid.of(origins, earmarked(entry)));
  }

  private static boolean earmarked(EntryRecord entry) {
    return switch (entry.entry().body()) {
      case Disbursement payment -> payment.earmark() != null;
      case Expenditure payment -> payment.earmark() != null;
      default -> false;
    };
  }

  /** What the entry says, in plain words. */
  static String sentence(View view, EntryRecord entry) {
    Party party =
        Optional.ofNullable(OtherSide.of(entry.entry().body()).shown(view))
            .orElseGet(Party.NotStated::new);
    Amount amount =
        switch (entry.entry().body()) {
          case Flow flow -> view.money(flow.unit(), flow.amount());
          case org.lepta.ledger.entry.Confirmation c -> view.money(c.unit(), c.amount());
          default -> null;
        };
    return Sentences.entry(
        view.language(),
        Kinds.shown(entry.kind()),
        view.day(entry.businessDate()),
        amount,
        subject(view, entry),
        party);
  }

  /** The fund an entry belongs to, or what it registers. */
  private static @Nullable String subject(View view, EntryRecord entry) {
    if (entry.fund() != null) {
      return view.fund(entry.fund()).label();
    }
    return switch (entry.kind()) {
      case FUND -> view.fund(entry.id()).label();
      case ORGANISATION, MEMBER -> view.organisation(entry.id()).name();
      default -> null;
    };
  }

  private static Posting posting(View view, org.lepta.ledger.entry.Posting posting) {
    return new Posting(
        account(posting.account().label(), posting.grant()),
        view.change(posting.unit(), posting.amount()));
  }

  private static Posting balance(View view, Leaf.Balance balance) {
    return new Posting(
        account(balance.account().label(), balance.grant()),
        view.money(balance.unit(), balance.amount()));
  }

  private static String account(String label, @Nullable String grant) {
    return grant == null ? label : label + " · " + grant;
  }

  private static @Nullable Link corrects(View view, Entry entry) {
    return entry.body() instanceof Correction c && c.target() != null
        ? view.byId(Kind.of(c.reverses()), c.target(), c.fund())
        : null;
  }

  private static @Nullable Source source(Entry entry) {
    org.lepta.ledger.entry.Source source = entry.header().source();
    if (source == null) {
      return null;
    }
    boolean keyed = source.keyed() != null;
    org.lepta.ledger.entry.Hash hash = keyed ? source.keyed() : source.sha256();
    return hash == null ? null : new Source(HashText.of(hash.hex()), source.position(), keyed);
  }

  private List<EntryText> texts(View view, EntryRecord entry) {
    return sources.texts().of(entry.entry()).stream()
        .limit(MAX_TEXTS)
        .map(text ->
            new EntryText(
                view.fields().textRole(text.role()),
                Names.text(text, view.language()),
                HashText.of(text.hash())))
        .toList();
  }
}
