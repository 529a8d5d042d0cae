package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.FundRow;
import org.lepta.ui.view.GrantRow;
import org.lepta.ui.view.HeadlineTotals;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Notice;
import org.lepta.ui.view.PublicText;
import org.lepta.ui.view.Role;

/**
 * An organisation as giver and as receiver.
 *
 * @param names the first is the heading; the others are spellings met in files
 * @param id org-id.guide identifier
 * @param attestations what auditors attested of its funds, the newest first
 * @param asFunderManaged given from funds kept on this ledger, one element for each unit
 * @param asFunderReported given by its own statements, one element for each unit
 * @param received what others state or it confirms it received, one element for each unit
 * @param flows to the flow pictures of its funds; absent where it has none
 */
public record OrganisationPage(
    PageFrame frame,
    List<PublicText> names,
    String id,
    List<Role> roles,
    List<Notice> attestations,
    List<HeadlineTotals> asFunderManaged,
    List<HeadlineTotals> asFunderReported,
    List<HeadlineTotals> received,
    @Nullable Link flows,
    List<FundRow> funds,
    List<GrantRow> grantsGiven,
    Link allGrantsGiven,
    List<GrantRow> grantsReceived,
    Link allGrantsReceived) {
  public OrganisationPage {
    names = List.copyOf(names);
    roles = List.copyOf(roles);
    attestations = List.copyOf(attestations);
    asFunderManaged = List.copyOf(asFunderManaged);
    asFunderReported = List.copyOf(asFunderReported);
    received = List.copyOf(received);
    funds = List.copyOf(funds);
    grantsGiven = List.copyOf(grantsGiven);
    grantsReceived = List.copyOf(grantsReceived);
  }
}
