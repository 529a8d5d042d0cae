package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.DateText;
import org.lepta.ui.format.Share;
import org.lepta.ui.view.AmendmentRow;
import org.lepta.ui.view.ConfirmationRow;
import org.lepta.ui.view.CorrectionRow;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.Figure;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Party;
import org.lepta.ui.view.PaymentRow;
import org.lepta.ui.view.PublicText;
import org.lepta.ui.view.TrancheRow;

/**
 * A grant: promised, paid, confirmed.
 *
 * @param title the heading; the id stands in its place when there is no title to show
 * @param state awarded, outstanding (managed funds), released, disbursed, returned, spent by the
 *     grantee, passed on, held, confirmed
 * @param paidShare disbursed of awarded; absent when it cannot be drawn
 * @param attributes further ready fields
 * @param others older grants that other publishers stated under the same id
 */
public record GrantPage(
    PageFrame frame,
    PublicText title,
    String id,
    Party funder,
    Party recipient,
    Link fund,
    FundMode mode,
    @Nullable DateText awardedOn,
    List<Figure> state,
    @Nullable Share paidShare,
    List<Field> attributes,
    List<TrancheRow> tranches,
    List<PaymentRow> payments,
    List<ConfirmationRow> confirmations,
    List<AmendmentRow> amendments,
    List<CorrectionRow> corrections,
    Party statedBy,
    Party recordedBy,
    List<Link> others,
    Link entry) {
  public GrantPage {
    state = List.copyOf(state);
    attributes = List.copyOf(attributes);
    tranches = List.copyOf(tranches);
    payments = List.copyOf(payments);
    confirmations = List.copyOf(confirmations);
    amendments = List.copyOf(amendments);
    corrections = List.copyOf(corrections);
    others = List.copyOf(others);
  }
}
