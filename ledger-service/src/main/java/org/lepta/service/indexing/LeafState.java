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
  private final Map<Identity, Set<Origin>> origins = new HashMap<>();
  private final Set<BalanceKey> changedBalances = new HashSet<>();
  private final Set<String> changedFunds = new HashSet<>();
  private final Map<String, Long> newFunds = new HashMap<>();
  private final Map<String, String> newMembers = new HashMap<>();
  private @Nullable String firstMember;
  private final LeafVersions versions = new LeafVersions();
  private long nextLeaf;
  private long voided;

  LeafState(long nextLeaf) {
    this.nextLeaf = nextLeaf;
  }

  void loadMember(String msp, String organisation) {
    members.put(msp, organisation);
  }

  void loadFirstMember(String organisation) {
    firstMember = organisation;
  }

  void loadFund(FundFacts fund, long seq) {
    funds.put(fund.id(), fund);
    fundSeqs.put(fund.id(), seq);
  }

  void loadBalance(BalanceKey key, long amount) {
    balances.put(key, amount);
  }

  void loadRecorded(Identity identity, long leaf, Origin origin) {
    recorded.merge(identity, leaf, Math::min);
    addOrigin(identity, origin);
  }

  private void addOrigin(Identity identity, Origin origin) {
    origins.computeIfAbsent(identity, i -> new HashSet<>()).add(origin);
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

  /** The member that the genesis names. */
  void start(String msp, String organisation) {
    firstMember = organisation;
    admit(msp, organisation);
  }

  void admit(String msp, String organisation) {
    members.put(msp, organisation);
    newMembers.put(msp, organisation);
  }

  boolean isFirstMember(String organisation) {
    return organisation.equals(firstMember);
  }

  /** Whether neither is bound yet: one organisation keeps one MSP id. */
  boolean isFree(String msp, String organisation) {
    return !members.containsKey(msp) && !members.containsValue(organisation);
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

  /** Whether this very fact stands under this very number already: a batch was put in twice. */
  boolean isReplayed(Identity identity, Origin origin) {
    return origins.getOrDefault(identity, Set.of()).contains(origin);
  }

  /** The leaf that recorded this fact first, if one did. */
  @Nullable Long firstOf(Identity identity, long leaf, Origin origin) {
    addOrigin(identity, origin);
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
