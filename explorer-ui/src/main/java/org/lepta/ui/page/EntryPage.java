package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.HashText;
import org.lepta.ui.view.EntryFlag;
import org.lepta.ui.view.EntryKind;
import org.lepta.ui.view.EntryText;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.LifeStep;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.PaidFrom;
import org.lepta.ui.view.Party;
import org.lepta.ui.view.Posting;
import org.lepta.ui.view.Source;

/**
 * An entry of the ledger: sentence, fields, postings, and the very bytes that were logged.
 *
 * @param leafIndex ready number
 * @param sentence see {@link org.lepta.ui.view.Sentences}
 * @param fields the entry's own fields
 * @param paidFrom of a payment, as far as it can be told
 * @param position block, transaction and place in the batch, a ready text
 * @param corrects the entry this one corrects
 * @param correctedBy the corrections of this entry
 * @param canonicalBytes the leaf as logged; it is ASCII-keyed canonical JSON in UTF-8
 * @param receipt the files of its receipt, once a signed checkpoint covers it
 * @param previousHref the entry before; absent at the first
 * @param nextHref the entry after; absent at the last
 */
public record EntryPage(
    PageFrame frame,
    String leafIndex,
    EntryKind kind,
    String sentence,
    List<EntryFlag> flags,
    List<Field> fields,
    @Nullable PaidFrom paidFrom,
    List<Posting> postings,
    List<Posting> balances,
    Party statedBy,
    Party recordedBy,
    String position,
    @Nullable Link corrects,
    List<Link> correctedBy,
    @Nullable Source source,
    List<EntryText> entryTexts,
    List<LifeStep> life,
    String canonicalBytes,
    HashText leafHash,
    Link api,
    List<Link> receipt,
    @Nullable String previousHref,
    @Nullable String nextHref) {
  public EntryPage {
    flags = List.copyOf(flags);
    fields = List.copyOf(fields);
    postings = List.copyOf(postings);
    balances = List.copyOf(balances);
    correctedBy = List.copyOf(correctedBy);
    entryTexts = List.copyOf(entryTexts);
    life = List.copyOf(life);
    receipt = List.copyOf(receipt);
  }
}
