package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;
import org.lepta.ui.format.HashText;
import org.lepta.ui.view.DonationTrail;
import org.lepta.ui.view.EntryFlag;
import org.lepta.ui.view.LifeStep;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Party;

/**
 * A donation and where it went.
 *
 * @param flags what the reader must know before relying on it
 * @param trail where it went; absent where the server computes no trail for it
 * @param correctedBy the corrections of this donation
 * @param files passport and receipt; empty while nothing is published
 * @param others older donations that other publishers stated under the same id
 * @param leafHash of the entry, which a proof begins with
 */
public record DonationPage(
    PageFrame frame,
    String id,
    Amount amount,
    @Nullable DateText date,
    Link fund,
    Party from,
    List<EntryFlag> flags,
    List<LifeStep> life,
    @Nullable DonationTrail trail,
    Party statedBy,
    Party recordedBy,
    List<Link> correctedBy,
    List<Link> files,
    List<Link> others,
    Link entry,
    HashText leafHash) {
  public DonationPage {
    flags = List.copyOf(flags);
    life = List.copyOf(life);
    correctedBy = List.copyOf(correctedBy);
    files = List.copyOf(files);
    others = List.copyOf(others);
  }
}
