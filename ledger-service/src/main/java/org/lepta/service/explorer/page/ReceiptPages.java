package org.lepta.service.explorer.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Party;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.trail.Traced;
import org.lepta.ui.Pages;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.HashText;
import org.lepta.ui.page.ReceiptPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Section;

/** Makes the page that a donor's link leads to. */
class ReceiptPages {

  private final Sources sources;

  ReceiptPages(Sources sources) {
    this.sources = sources;
  }

  /**
   * The page of a gift.
   *
   * @param path of the page without its language
   * @param address of the page, in full
   */
  String html(
      Standing standing, Language language, EntryRecord entry, String path, String address) {
    Donation donation = (Donation) entry.entry().body();
    List<EntryRecord> corrections = EntryStanding.corrections(sources.entries(), entry, null);
    Optional<Traced> trail =
        sources.trails().trace(entry.index(), donation.fund(), standing.size(), null);
    NameBooks names = new NameBooks().entries(List.of(entry));
    trail.ifPresent(found -> TrailViews.name(found.trail(), names));
    View view = new View(language, names.lookUp(sources.lookups()));
    Amount amount = view.money(donation.unit(), donation.amount());
    String title = view.texts().text("receipt.kicker") + ", " + amount.text();
    return Pages.receipt(
        new ReceiptPage(
            Frames.of(standing, language, title, title, path, Section.DONATIONS),
            amount,
            view.day(entry.businessDate()),
            view.fund(donation.fund()),
            view.links()
                .publicPage(view.path("/donations/" + entry.key() + Query.fund(donation.fund()))),
            EntryStanding.flags(entry, corrections),
            EntryStanding.life(view, entry, standing),
            trail.map(new TrailViews(view)::of).orElse(null),
            entry.index() < standing.publishedSize() ? view.links().gift(entry.index()) : List.of(),
            commitment(donation.donor()),
            view.entry(entry),
            HashText.of(entry.hash().hex()),
            address,
            QrCodes.of(address)));
  }

  private static @Nullable String commitment(@Nullable Party donor) {
    Hash commitment = donor == null ? null : donor.commitment();
    return commitment == null ? null : commitment.hex();
  }
}
