package org.lepta.service.indexing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Registration;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.rule.Placement;
import org.lepta.ledger.rule.Postings;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.service.indexing.LeafState.BalanceKey;
import org.lepta.service.kernel.Identity;
import org.lepta.service.transparency.proof.MerkleHash;

/**
 * Makes leaves out of recorded transactions: consensus code. Two services that read the same blocks
 * make the same bytes, whatever groups they read them in.
 */
public final class LeafBuilder {

  private final LeafState state;

  /** Goes on from this state, which it changes. */
  public LeafBuilder(LeafState state) {
    this.state = state;
  }

  /** The leaves of one transaction with their bytes; none if it is void by rule. */
  List<IndexedEntry> build(RecordedTransaction transaction) {
    long first = state.nextLeaf();
    List<IndexedEntry> entries = new ArrayList<>();
    for (Leaf leaf : leaves(transaction)) {
      byte[] bytes = LeafCodec.encode(leaf);
      entries.add(
          new IndexedEntry(
              first + entries.size(),
              leaf,
              bytes,
              MerkleHash.leaf(bytes),
              transaction.time(),
              fundOf(leaf.entry())));
    }
    return entries;
  }

  /** What the leaves of one transaction say; none if it is void by rule. */
  public List<Leaf> leaves(RecordedTransaction transaction) {
    List<Entry> entries = transaction.packed().entries();
    if (!isSpokenByItsSigner(transaction)) {
      entries.forEach(entry -> state.countVoid());
      return List.of();
    }
    List<Leaf> leaves = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      if (isInPlace(transaction, entries.get(i))) {
        leaves.add(leaf(transaction, i, entries.get(i)));
      } else {
        state.countVoid();
      }
    }
    return leaves;
  }

  /** Rule 6: recordedBy is the organisation whose identity signed the transaction. */
  private boolean isSpokenByItsSigner(RecordedTransaction transaction) {
    if (transaction.through() == Through.START) {
      return state.nextLeaf() == 0;
    }
    return transaction
        .packed()
        .organisation()
        .equals(state.organisationOf(transaction.creatorMsp()));
  }

  /** Whether it counts: said once under its number, by who may say it, where it belongs. */
  private boolean isInPlace(RecordedTransaction transaction, Entry entry) {
    if (state.isReplayed(Identity.of(entry), Origin.of(transaction))) {
      return false;
    }
    return switch (entry.body()) {
      case Flow flow -> isInPlace(transaction, flow);
      case Registration registration -> isEntitled(transaction, entry, registration);
      default -> true;
    };
  }

  /**
   * Rule 6 for what decides who speaks: a genesis only starts, members and versions are the first
   * member's to record, a managed fund is its owner's, and what is bound stays bound. The contract
   * refuses anything else; endorsers that run another one could have let it through.
   */
  private boolean isEntitled(
      RecordedTransaction transaction, Entry entry, Registration registration) {
    String by = transaction.packed().organisation();
    return switch (registration) {
      case Genesis genesis -> transaction.through() == Through.START;
      case Member member -> state.isFirstMember(by) && state.isFree(member.msp(), entry.id());
      case Epoch epoch -> state.isFirstMember(by);
      case Fund fund ->
          state.fund(entry.id()).isEmpty()
              && (fund.mode() == FundMode.REPORTED || fund.owner().equals(by));
      default -> true;
    };
  }

  /** Rule 6: a managed fund's entries by its owner, those of its lane beside its written key. */
  private boolean isInPlace(RecordedTransaction transaction, Flow flow) {
    FundFacts fund = state.fund(flow.fund()).orElse(null);
    if (fund == null) {
      return false;
    }
    boolean lane = transaction.through() == Through.LANE;
    boolean placed = (Placement.of(flow, fund.mode()) == Placement.LANE) == lane;
    if (!fund.isManaged()) {
      return placed;
    }
    return placed
        && fund.owner().equals(transaction.packed().organisation())
        && (!lane || transaction.writtenKeys().contains(StateKeys.balance(fund.id())));
  }

  private Leaf leaf(RecordedTransaction transaction, int position, Entry entry) {
    long index = state.takeLeaf();
    register(entry, index, transaction.block());
    FundFacts fund = fundOf(entry);
    Long first = state.firstOf(Identity.of(entry), index, Origin.of(transaction));
    List<Flag> flags = flags(entry, fund, transaction, first);
    Long fundSeq = fund == null ? null : state.nextSeq(fund.id());
    List<Posting> postings = postings(entry, fund, first, flags);
    boolean second = state.versions().at(transaction.block()) >= 2;
    return new Leaf(
        second ? 2 : 1,
        place(transaction, position, second),
        transaction.packed().organisation(),
        transaction.through(),
        transaction.packed().number(),
        second ? transaction.packed().sealedUpTo() : null,
        entry,
        fundSeq,
        postings,
        fund == null ? List.of() : balancesAfter(fund.id(), postings),
        first,
        flags);
  }

  private @Nullable FundFacts fundOf(Entry entry) {
    return entry.body() instanceof Flow flow ? state.fund(flow.fund()).orElse(null) : null;
  }

  /** From the second version on a leaf says what rules by date look at. */
  private static Leaf.Place place(RecordedTransaction transaction, int position, boolean second) {
    return new Leaf.Place(
        transaction.block(), transaction.index(), position, second ? date(transaction) : null);
  }

  private static LocalDate date(RecordedTransaction transaction) {
    return LocalDate.ofInstant(transaction.time(), ZoneOffset.UTC);
  }

  private void register(Entry entry, long index, long block) {
    state.versions().take(entry.body(), block);
    switch (entry.body()) {
      case Genesis genesis -> state.start(genesis.msp(), genesis.organisation());
      case Member member -> state.admit(member.msp(), entry.id());
      case Fund fund -> state.register(FundFacts.of(entry.id(), fund), index);
      default -> {}
    }
  }

  private static List<Flag> flags(
      Entry entry,
      @Nullable FundFacts fund,
      RecordedTransaction transaction,
      @Nullable Long first) {
    List<Flag> flags = new ArrayList<>();
    if (first != null) {
      flags.add(Flag.REPEAT);
    }
    if (fund == null) {
      return flags;
    }
    Header header = entry.header();
    // What was moved from another log was recorded there, in time or late.
    boolean moved = header.moved() != null;
    if (!moved && fund.isLate(header.happenedOn(), header.decidedOn(), date(transaction))) {
      flags.add(Flag.LATE);
    }
    if (entry.body() instanceof Grant grant && grant.amount().signum() == 0) {
      flags.add(Flag.ZERO);
    }
    if (fund.isManaged() && entry.body() instanceof Disbursement d && d.release() == null) {
      flags.add(Flag.WITHOUT_RELEASE);
    }
    return flags;
  }

  private List<Posting> postings(
      Entry entry, @Nullable FundFacts fund, @Nullable Long first, List<Flag> flags) {
    if (fund == null || (first != null && !fund.isManaged())) {
      return List.of();
    }
    List<Posting> postings = Postings.of((Flow) entry.body(), fund.mode());
    if (post(fund.id(), postings)) {
      return postings;
    }
    flags.add(Flag.OVERFLOW);
    return List.of();
  }

  /** Moves the balances, or none of them if one would overflow. */
  private boolean post(String fund, List<Posting> postings) {
    Map<BalanceKey, Long> after = new LinkedHashMap<>();
    for (Posting posting : postings) {
      if (posting.account().isInside()) {
        BalanceKey key = key(fund, posting);
        long before = after.getOrDefault(key, state.balance(key));
        long sum = before + posting.amount().tenThousandths();
        if (((before ^ sum) & (posting.amount().tenThousandths() ^ sum)) < 0) {
          return false;
        }
        after.put(key, sum);
      }
    }
    after.forEach(state::setBalance);
    return true;
  }

  private List<Leaf.Balance> balancesAfter(String fund, List<Posting> postings) {
    List<Leaf.Balance> balances = new ArrayList<>();
    for (Posting posting : postings) {
      if (posting.account().isInside()) {
        Leaf.Balance balance =
            new Leaf.Balance(
                posting.account(),
                posting.unit(),
                new Amount(state.balance(key(fund, posting))),
                posting.grant());
        if (!balances.contains(balance)) {
          balances.add(balance);
        }
      }
    }
    return balances;
  }

  static BalanceKey key(String fund, Posting posting) {
    String grant = posting.grant();
    return new BalanceKey(fund, posting.account(), grant == null ? "" : grant, posting.unit());
  }
}
