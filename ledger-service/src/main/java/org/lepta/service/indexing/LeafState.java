package org.lepta.service.indexing;

import java.util.Collections;
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
public final class LeafState {

  /** One running balance; the grant is empty where the account is not of one grant. */
  public record BalanceKey(String fund, Account account, String grant, Unit unit) {}

  private final Map<String, String> members = new HashMap<>();
  private final Map<String, FundFacts> funds = new HashMap<>();
  private final Map<String, Long> fundSeqs = new HashMap<>();
  private final Map<BalanceKey, Long> balances = new HashMap<>();
  private final FirstLeaves recorded;
  private final Replays replays;
  private final Set<BalanceKey> changedBalances = new HashSet<>();
  private final Set<String> changedFunds = new HashSet<>();
  private final Map<String, Long> newFunds = new HashMap<>();
  private final Map<String, String> newMembers = new HashMap<>();
  private @Nullable String firstMember;
  private final LeafVersions versions = new LeafVersions();
  private long nextLeaf;
  private long voided;

  /** Which leaf recorded a fact first. */
  public interface FirstLeaves {

    /** The first leaf of this fact; if there is none yet, it is this one, and null is returned. */
    @Nullable Long putIfAbsent(Identity identity, long leaf);
  }

  LeafState(long nextLeaf, FirstLeaves recorded, Replays replays) {
    this.nextLeaf = nextLeaf;
    this.recorded = recorded;
    this.replays = replays;
  }

  /**
   * The state before the first leaf of a log that is read again. A fact that came twice under one
   * number is no leaf, so whoever reads leaves finds it by the numbers themselves.
   */
  public static LeafState start(FirstLeaves recorded) {
    return new LeafState(0, recorded, Replays.none());
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

  /** Which version holds in which block. */
  LeafVersions versions() {
    return versions;
  }

  /** Index of the next leaf. */
  public long nextLeaf() {
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

  /** A registered fund. */
  public Optional<FundFacts> fund(String id) {
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

  /** All running balances. */
  public Map<BalanceKey, Long> balances() {
    return Collections.unmodifiableMap(balances);
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
    return replays.contains(identity, origin);
  }

  /** The leaf that recorded this fact first, if one did. */
  @Nullable Long firstOf(Identity identity, long leaf, Origin origin) {
    replays.add(identity, origin);
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
