package org.lepta.service.explorer.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Lens;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.kernel.Key;
import org.lepta.service.trail.Traced;
import org.lepta.ui.Pages;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.HashText;
import org.lepta.ui.page.DonationPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Section;

/** Makes the page of a donation. */
class DonationPages {

  private final Sources sources;

  DonationPages(Sources sources) {
    this.sources = sources;
  }

  private static String query(String fund, @Nullable Lens lens) {
    String ofFund = Query.fund(fund);
    return lens == null ? ofFund : ofFund + "&lens=" + lens.word();
  }

  String html(
      Standing standing, Language language, Key key, @Nullable String fund, @Nullable Lens lens) {
    Statement statement =
        Statement.find(sources.lookups(), Kind.DONATION, key, fund, standing.at());
    EntryRecord entry = statement.entry();
    Donation donation = (Donation) entry.entry().body();
    List<EntryRecord> corrections =
        EntryStanding.corrections(sources.entries(), entry, standing.at());
    Optional<Traced> trail =
        sources.trails().trace(entry.index(), donation.fund(), standing.known(), lens);
    NameBooks names = new NameBooks().entries(List.of(entry));
    trail.ifPresent(found -> TrailViews.name(found.trail(), names));
    View view = new View(language, names.lookUp(sources.lookups()), standing.at());
    Amount amount = view.money(donation.unit(), donation.amount());
    Link to = view.fund(donation.fund());
    String title = view.texts().text("kind.donation") + ", " + amount.text();
    return Pages.donation(
        new DonationPage(
            new AsKnownFrames(sources, standing, view)
                .of(
                    Frames.of(
                        standing,
                        language,
                        title,
                        title + " · " + to.label(),
                        "/donations/" + key.value(),
                        query(donation.fund(), lens),
                        Section.DONATIONS),
                    EntryStanding.about(entry)),
            entry.id(),
            amount,
            view.day(entry.businessDate()),
            to,
            view.party(donation.donor()),
            EntryStanding.flags(entry, corrections),
            EntryStanding.life(view, entry, standing),
            trail.map(new TrailViews(view)::of).orElse(null),
            view.organisation(entry.entry().header().statedBy()),
            view.organisation(entry.leaf().recordedBy()),
            corrections.stream().map(view::entry).toList(),
            entry.index() < standing.publishedSize() ? view.links().gift(entry.index()) : List.of(),
            statement.otherLinks(view),
            view.entry(entry),
            HashText.of(entry.hash().hex())));
  }
}
