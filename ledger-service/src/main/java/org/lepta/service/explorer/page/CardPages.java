package org.lepta.service.explorer.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.FundRecord;
import org.lepta.service.indexing.read.GrantTotals;
import org.lepta.service.indexing.read.JointTotals;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.indexing.read.Totals;
import org.lepta.service.kernel.Key;
import org.lepta.ui.card.Card;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.DonationTrail;
import org.lepta.ui.view.Figure;
import org.lepta.ui.view.FigureName;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.HeadlineTotals;

/**
 * Makes the cards of pages: what stands first on the page, in its first unit. No card names a
 * person.
 */
class CardPages {

  /** Of the headline figures; a publisher does not say what is left. */
  private static final Set<FigureName> SHOWN =
      EnumSet.of(
          FigureName.RECEIVED, FigureName.NEW_MONEY, FigureName.PAID_OUT, FigureName.NOT_YET_SPENT);

  private static final Set<FigureName> SHOWN_OF_GRANTS =
      EnumSet.of(FigureName.AWARDED, FigureName.DISBURSED, FigureName.CONFIRMED);

  private final Sources sources;

  CardPages(Sources sources) {
    this.sources = sources;
  }

  Card overview(Standing standing, Language language) {
    View view = new View(language, new NameBooks().lookUp(sources.lookups()));
    JointTotals totals = sources.figures().ofLedger(null).totals();
    FundMode mode = totals.managed().isEmpty() ? FundMode.REPORTED : FundMode.MANAGED;
    List<Totals> of = mode == FundMode.MANAGED ? totals.managed() : totals.reported();
    String name = view.texts().text("overview.heading");
    return card(standing, view, view.texts().label(mode), name, name, Sums.joints(view, of, mode));
  }

  Card fund(Standing standing, Language language, Key key) {
    FundRecord fund =
        sources
            .register()
            .fund(key.id(), null)
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("There is no such fund."));
    View view =
        new View(language, new NameBooks().funds(List.of(fund.id())).lookUp(sources.lookups()));
    FundMode mode = FundMode.valueOf(fund.card().mode().name());
    return card(
        standing,
        view,
        view.texts().text("fund.kicker") + " · " + view.texts().label(mode),
        view.fund(fund.id()).label(),
        fund.id(),
        Sums.headlines(view, fund.totals(), mode));
  }

  Card organisation(Standing standing, Language language, Key key) {
    String id = key.id();
    View view = new View(language, new NameBooks().organisation(id).lookUp(sources.lookups()));
    if (!view.names().organisations().containsKey(id) && !isNamed(id)) {
      throw ReadCode.NOT_FOUND.refusal("There is no such organisation.");
    }
    JointTotals joint = sources.figures().ofOrganisation(id, null);
    FundMode mode = joint.managed().isEmpty() ? FundMode.REPORTED : FundMode.MANAGED;
    List<Totals> totals = mode == FundMode.MANAGED ? joint.managed() : joint.reported();
    List<HeadlineTotals> headlines =
        totals.isEmpty()
            ? sources.figures().received(id, null).stream()
                .map(sum -> OrganisationPages.received(view, sum))
                .toList()
            : Sums.headlines(view, totals, mode);
    return card(
        standing,
        view,
        view.texts().text("organisation.kicker"),
        view.organisation(id).name(),
        id,
        headlines);
  }

  private boolean isNamed(String id) {
    return sources.lookups().isMember(id)
        || exists(EntryQuery.ALL.organisation(id))
        || exists(EntryQuery.of(Kind.GRANT).recipient(id));
  }

  private boolean exists(EntryQuery query) {
    return !sources.entries().page(query, null, 1).items().isEmpty();
  }

  Card grant(Standing standing, Language language, Key key, @Nullable String fund) {
    EntryRecord entry = Statement.find(sources.lookups(), Kind.GRANT, key, fund, null).entry();
    Grant grant = (Grant) entry.entry().body();
    View view = view(language, entry);
    List<GrantTotals> totals = sources.register().grant(entry, null).totals();
    boolean managed = Boolean.TRUE.equals(entry.managed());
    String title =
        Frames.words(new Lines(view).text(entry, Set.of("title", "name"), sources.texts()))
            .orElse(entry.id());
    return new Card(
        language,
        view.texts().text("grant.kicker"),
        title,
        entry.id(),
        view.fund(grant.fund()).label(),
        totals.isEmpty()
            ? List.of()
            : only(SHOWN_OF_GRANTS, GrantPages.state(view, totals.getFirst(), managed)),
        entries(view, standing));
  }

  Card donation(Standing standing, Language language, Key key, @Nullable String fund) {
    EntryRecord entry = Statement.find(sources.lookups(), Kind.DONATION, key, fund, null).entry();
    Donation donation = (Donation) entry.entry().body();
    View view = view(language, entry);
    List<Figure> where =
        sources
            .trails()
            .trace(entry.index(), donation.fund(), standing.size(), null)
            .map(new TrailViews(view)::of)
            .map(DonationTrail::where)
            .orElse(List.of());
    return new Card(
        language,
        view.texts().text("donation.kicker"),
        view.money(donation.unit(), donation.amount()).text(),
        entry.id(),
        view.fund(donation.fund()).label(),
        where,
        entries(view, standing));
  }

  private View view(Language language, EntryRecord entry) {
    return new View(language, new NameBooks().entries(List.of(entry)).lookUp(sources.lookups()));
  }

  /** Of several units the first one is shown, and said to be so: they are never added. */
  private static Card card(
      Standing standing,
      View view,
      String kicker,
      String name,
      String id,
      List<HeadlineTotals> totals) {
    return new Card(
        view.language(),
        kicker,
        name,
        id,
        totals.size() < 2 ? null : Card.onlyIn(view.language(), totals.getFirst().unit()),
        totals.isEmpty() ? List.of() : only(SHOWN, totals.getFirst().figures()),
        entries(view, standing));
  }

  /** These of them, or all where a headline has other ones. */
  private static List<Figure> only(Set<FigureName> names, List<Figure> figures) {
    List<Figure> only = figures.stream().filter(figure -> names.contains(figure.name())).toList();
    return only.isEmpty() ? figures : only;
  }

  private static String entries(View view, Standing standing) {
    return CountFormat.number(view.language(), standing.size());
  }
}
