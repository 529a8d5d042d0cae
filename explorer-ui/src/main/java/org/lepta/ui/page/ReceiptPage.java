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
import org.lepta.ui.view.QrCode;

/**
 * The page that a donor's link leads to: the gift, where it went, and what to keep of it. It says
 * nothing about the donor.
 *
 * @param publicPage the page of the same donation for everybody
 * @param trail where it went; absent where the server computes no trail for it
 * @param files passport and receipt; empty while nothing is published
 * @param donorCommitment in hex; absent where no donor is stated or an organisation is
 * @param entry of the gift
 * @param leafHash of the entry, which a proof begins with
 * @param address of this page, in full
 * @param qr the same as a code to scan
 */
public record ReceiptPage(
    PageFrame frame,
    Amount amount,
    @Nullable DateText date,
    Link fund,
    Link publicPage,
    List<EntryFlag> flags,
    List<LifeStep> life,
    @Nullable DonationTrail trail,
    List<Link> files,
    @Nullable String donorCommitment,
    Link entry,
    HashText leafHash,
    String address,
    QrCode qr) {
  public ReceiptPage {
    flags = List.copyOf(flags);
    life = List.copyOf(life);
    files = List.copyOf(files);
  }
}
