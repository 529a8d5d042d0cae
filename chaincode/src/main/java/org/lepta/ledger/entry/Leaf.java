package org.lepta.ledger.entry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * An entry as it stands in the log: with its place on the ledger and what it did. A pure function
 * of the blocks (docs/reference/leaf-format).
 *
 * @param version of the leaf's format: 1, or 2 with {@code on} and {@code sealedUpTo}
 * @param at where in the blocks it stands
 * @param recordedBy organisation whose identity signed the transaction
 * @param through the kind of transaction
 * @param orgSeq dense number of that transaction among its organisation's batches or lane
 *     transactions, from 1; 0 for the start
 * @param sealedUpTo number of the newest batch that the organisation's lane has sealed with this
 *     transaction; in lane transactions, from version 2 on
 * @param entry as the sender stated it
 * @param fundSeq dense number among the entries that touch the same fund, from 1
 * @param postings what it did; none for an entry without effect
 * @param balances of the fund's own accounts it posted to, after it
 * @param repeatOf leaf index of the entry it repeats
 */
public record Leaf(
    int version,
    Place at,
    String recordedBy,
    Through through,
    long orgSeq,
    @Nullable Long sealedUpTo,
    Entry entry,
    @Nullable Long fundSeq,
    List<Posting> postings,
    List<Balance> balances,
    @Nullable Long repeatOf,
    List<Flag> flags) {

  /** Longest leaf in bytes, by the C2SP tlog-tiles format. */
  public static final int MAX_BYTES = 65_535;

  public Leaf {
    postings = Lists.copy(postings);
    balances = Lists.copy(balances);
    flags = Lists.copy(flags);
  }

  /**
   * A place on the ledger.
   *
   * @param block its number
   * @param transaction index in the block, from 0
   * @param position among the entries of the transaction, from 0
   * @param on date of the transaction's own timestamp in UTC; from version 2 on
   */
  public record Place(long block, int transaction, int position, @Nullable LocalDate on) {}

  /**
   * The balance of one of the fund's own accounts.
   *
   * @param grant with {@link Account#HELD} the grant's id, absent for the grant "none"
   */
  public record Balance(Account account, Unit unit, Amount amount, @Nullable String grant) {}
}
