package org.lepta.ledger.codec;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Through;

/** The fields of a leaf as they stand in JSON (docs/reference/leaf-format). */
record LeafForm(
    int v,
    Leaf.Place at,
    String recordedBy,
    Through through,
    long orgSeq,
    @Nullable Long sealedUpTo,
    Entry entry,
    @Nullable String fund,
    @Nullable Long fundSeq,
    @Nullable Long repeatOf,
    List<Posting> postings,
    List<Leaf.Balance> balances,
    List<Flag> flags) {

  private static final int NEWEST = 2;

  static LeafForm of(Leaf leaf) {
    boolean counted = leaf.entry().body() instanceof Flow && leaf.fundSeq() != null;
    return new LeafForm(
        leaf.version(),
        leaf.at(),
        leaf.recordedBy(),
        leaf.through(),
        leaf.orgSeq(),
        leaf.sealedUpTo(),
        leaf.entry(),
        counted ? ((Flow) leaf.entry().body()).fund() : null,
        counted ? leaf.fundSeq() : null,
        leaf.repeatOf(),
        leaf.postings(),
        leaf.balances(),
        leaf.flags().stream().sorted(Comparator.comparing(Flag::word)).toList());
  }

  /**
   * What these fields say.
   *
   * @throws CodecException if they contradict each other, or are of a version not known here
   */
  Leaf leaf() {
    require(v >= 1 && v <= NEWEST, "v", "a version that is not known here");
    require((fund == null) == (fundSeq == null), "fundSeq", "one of fund and fundSeq");
    require(fund == null || isOf(fund), "fund", "not the fund of the entry");
    require(ascend(flags), "flags", "flags out of order");
    return new Leaf(
        v,
        at,
        recordedBy,
        through,
        orgSeq,
        sealedUpTo,
        entry,
        fundSeq,
        postings,
        balances,
        repeatOf,
        flags);
  }

  private boolean isOf(String id) {
    return entry.body() instanceof Flow flow && flow.fund().equals(id);
  }

  private static boolean ascend(List<Flag> flags) {
    for (int i = 1; i < flags.size(); i++) {
      if (flags.get(i - 1).word().compareTo(flags.get(i).word()) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw new CodecException(field, message);
    }
  }
}
