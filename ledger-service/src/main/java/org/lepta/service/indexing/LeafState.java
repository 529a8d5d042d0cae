package org.lepta.service.indexing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.money.Unit;
import org.lepta.service.kernel.Identity;

/**
 * What the leaves of a group of blocks depend on: read before the group is built, changed while it
 * is, written back with it. Not thread-safe.
 */
final class LeafState {

  /** One running balance; the grant is empty where the account is not of one grant. */
  record BalanceKey(String fund, Account account, String grant, Unit unit) {}

  private final Map<String, String> members = new HashMap<>();
  private final Map<String, FundFacts> funds = new HashMap<>();
  private final Map<String, Long> fundSeqs = new HashMap<>();
  private final Map<BalanceKey, Long> balances = new HashMap<>();
  private final Map<Identity, Long> recorded = new HashMap<>();
  private final Set<BalanceKey> changedBalances = new HashSet<>();
  private final Set<String> changedFunds = new HashSet<>();
  private final Map<String, Long> newFunds = new HashMap<>();
  private final Map<String, String> newMembers = new HashMap<>();
  private final LeafVersions versions = new LeafVersions();
  private long nextLeaf;
  private long voided;

  LeafState(long nextLeaf) {
    this.nextLeaf = nextLeaf;
  }

  void loadMember(String msp, String organisation) {
    members.put(msp, organisation);
  }

  void loadFund(FundFacts fund, long seq) {
    funds.put(fund.id(), fund);
    fundSeqs.put(fund.id(), seq);
  }

  void loadBalance(BalanceKey key, long amount) {
    balances.put(key, amount);
  }

  void loadRecorded(Identity identity, long leaf) {
    recorded.merge(identity, leaf, Math::min);
  }

  /** Which version holds in which block. */
  LeafVersions versions() {
    return versions;
  }

  long nextLeaf() {
    return nextLeaf;
  }

  /** Entries of this group that are void by rule. */
  long voided() {
    return voided;
  }

  long takeLeaf() {
    return nextLeaf++;
  }

  void countVoid() {
    voided++;
  }

  @Nullable String organisationOf(String msp) {
    return members.get(msp);
  }

  void admit(String msp, String organisation) {
    members.put(msp, organisation);
    newMembers.put(msp, organisation);
  }

  Optional<FundFacts> fund(String id) {
    return Optional.ofNullable(funds.get(id));
  }

  void register(FundFacts fund, long leaf) {
    if (funds.putIfAbsent(fund.id(), fund) == null) {
      fundSeqs.put(fund.id(), 0L);
      newFunds.put(fund.id(), leaf);
    }
  }

  long nextSeq(String fund) {
    changedFunds.add(fund);
    return fundSeqs.merge(fund, 1L, Long::sum);
  }

  long seq(String fund) {
    return fundSeqs.getOrDefault(fund, 0L);
  }

  long balance(BalanceKey key) {
    return balances.getOrDefault(key, 0L);
  }

  void setBalance(BalanceKey key, long amount) {
    balances.put(key, amount);
    changedBalances.add(key);
  }

  /** The leaf that recorded this fact first, if one did. */
  @Nullable Long firstOf(Identity identity, long leaf) {
    return recorded.putIfAbsent(identity, leaf);
  }

  Set<BalanceKey> changedBalances() {
    return changedBalances;
  }

  Set<String> changedFunds() {
    return changedFunds;
  }

  /** Funds registered in this group, with the leaf that did. */
  Map<String, Long> newFunds() {
    return newFunds;
  }

  Map<String, String> newMembers() {
    return newMembers;
  }
}
