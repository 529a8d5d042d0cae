package org.lepta.service.explorer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Attestations.Attested;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Figures;
import org.lepta.service.indexing.read.JointTotals;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.indexing.read.Totals;
import org.lepta.service.kernel.Key;
import org.lepta.ui.Pages;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.page.OrganisationPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.FigureName;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.HeadlineTotals;
import org.lepta.ui.view.PublicText;
import org.lepta.ui.view.Role;

/** Makes the page of an organisation. */
class OrganisationPages {

  private static final int LINES = 20;

  private final Sources sources;

  OrganisationPages(Sources sources) {
    this.sources = sources;
  }

  String html(Standing standing, Language language, Key key) {
    String id = key.id();
    List<EntryRecord> funds = newest(standing, EntryQuery.of(Kind.FUND).organisation(id));
    List<EntryRecord> given = newest(standing, EntryQuery.of(Kind.GRANT).organisation(id));
    List<EntryRecord> received = newest(standing, EntryQuery.of(Kind.GRANT).recipient(id));
    List<Attested> attestations = sources.attestations().ofOwner(id, standing.at());
    NameBooks wanted =
        new NameBooks().organisation(id).entries(funds).entries(given).entries(received);
    AttestationNotices.addNames(wanted, attestations);
    NameBook names = wanted.lookUp(sources.lookups());
    boolean known =
        names.organisations().containsKey(id)
            || !received.isEmpty()
            || sources.lookups().isMember(id)
            || !newest(standing, EntryQuery.ALL.organisation(id)).isEmpty();
    if (!known) {
      throw ReadCode.NOT_FOUND.refusal("There is no such organisation.");
    }
    View view = new View(language, names, standing.at());
    Lines lines = new Lines(view);
    JointTotals totals = sources.figures().ofOrganisation(id, standing.at());
    List<Totals> managed = totals.managed();
    List<Totals> reported = totals.reported();
    List<Figures.Received> got = sources.figures().received(id, standing.at());
    String title = view.organisation(id).name();
    String query = Query.encoded(id);
    return Pages.organisation(
        new OrganisationPage(
            new AsKnownFrames(sources, standing, view)
                .of(
                    Frames.of(
                        standing,
                        language,
                        title,
                        title + " (" + id + "). " + view.texts().text("overview.lead"),
                        "/organisations/" + key.value(),
                        null),
                    EntryQuery.ALL.organisation(id)),
            called(names, id, language),
            id,
            roles(id, funds, !managed.isEmpty(), !reported.isEmpty(), !got.isEmpty()),
            AttestationNotices.of(view, attestations),
            Sums.headlines(view, managed, FundMode.MANAGED),
            Sums.headlines(view, reported, FundMode.REPORTED),
            got.stream().map(sum -> received(view, sum)).toList(),
            managed.isEmpty() && reported.isEmpty()
                ? null
                : view.links()
                    .allFlows(view.path("/" + PagePaths.FLOWS + "?organisation=" + query)),
            new FundRows(view, sources).of(funds),
            lines.grants(given, sources.lookups(), sources.texts()),
            view.links().allGrants(view.path("/grants?organisation=" + query)),
            lines.grants(received, sources.lookups(), sources.texts()),
            view.links().allGrants(view.path("/grants?recipient=" + query))));
  }

  private static List<PublicText> called(NameBook names, String id, Language language) {
    Names own = names.organisations().getOrDefault(id, new Names(List.of()));
    return own.all(language).stream()
        .filter(name -> name instanceof PublicText.Shown)
        .map(Names::brief)
        .toList();
  }

  private List<Role> roles(
      String id, List<EntryRecord> funds, boolean managed, boolean reported, boolean received) {
    Set<Role> roles = new TreeSet<>();
    if (!funds.isEmpty() || managed) {
      roles.add(Role.FUNDER);
    }
    if (reported) {
      roles.add(Role.PUBLISHER);
    }
    if (received) {
      roles.add(Role.GRANTEE);
    }
    if (sources.lookups().isMember(id)) {
      roles.add(Role.MEMBER);
    }
    return new ArrayList<>(roles);
  }

  /** Of one unit and one mode, which are never added up. */
  static HeadlineTotals received(View view, Figures.Received sum) {
    FundMode mode = sum.managed() ? FundMode.MANAGED : FundMode.REPORTED;
    return new HeadlineTotals(
        MoneyFormat.unitName(view.language(), sum.unit()) + " · " + view.texts().label(mode),
        List.of(
            view.figure(FigureName.AWARDED, sum.unit(), sum.awarded()),
            view.figure(FigureName.DISBURSED, sum.unit(), sum.paid())),
        null);
  }

  private List<EntryRecord> newest(Standing standing, EntryQuery query) {
    return sources.entries().page(query.at(standing.at()), null, LINES).items();
  }
}
