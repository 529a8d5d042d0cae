package org.lepta.service.explorer.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Lookups.GrantKey;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.indexing.read.Related;
import org.lepta.service.passport.Passport;
import org.lepta.service.trail.Trail;

/**
 * Gathers the entries that belong into a gift's passport (docs/reference/passports): first those
 * that its trail names, then what says who gave leave, who confirmed, and what was corrected since.
 * One of these is for one passport.
 */
final class PassportEntries {

  private static final int MOST = Passport.MAX_LEAVES;

  private final Related related;
  private final Trail trail;
  private final Set<String> funds = new HashSet<>();
  private final Map<Long, EntryRecord> entries = new TreeMap<>();
  private int leftOut;

  PassportEntries(Related related, Trail trail) {
    this.related = related;
    this.trail = trail;
  }

  /**
   * All of them, ascending by leaf index.
   *
   * @throws org.lepta.service.kernel.RefusalException if the trail alone names too many
   */
  List<EntryRecord> gather() {
    trail.hops().forEach(hop -> funds.add(hop.fund()));
    Set<Long> named = named(trail);
    if (named.size() > MOST) {
      throw ReadCode.PASSPORT_TOO_LARGE.refusal(
          "The trail of this gift names %d entries, and a passport holds %d."
              .formatted(named.size(), MOST));
    }
    add(related.at(named));
    addFunds();
    addDecisions();
    addSayings();
    addOrganisations();
    return List.copyOf(entries.values());
  }

  /** How many were too many. */
  int leftOut() {
    return leftOut;
  }

  private static Set<Long> named(Trail trail) {
    Set<Long> leaves = new HashSet<>();
    for (Trail.Hop hop : trail.hops()) {
      leaves.add(hop.leaf());
      if (hop.reachedBy() != null) {
        leaves.add(hop.reachedBy().leaf());
      }
      hop.steps().forEach(step -> leaves.add(step.leaf()));
      hop.grants().forEach(grant -> grant.acts().forEach(act -> leaves.add(act.leaf())));
    }
    return leaves;
  }

  private void addFunds() {
    add(related.withIds(Kind.FUND, funds, trail.size(), MOST));
  }

  private void addDecisions() {
    Set<GrantKey> grants = new HashSet<>();
    for (EntryRecord entry : entries.values()) {
      String grant = EntryFacts.of(entry.entry()).grant();
      if (grant != null && entry.fund() != null) {
        grants.add(new GrantKey(entry.fund(), grant));
      }
    }
    add(related.ofGrants(grants, Set.of(Kind.GRANT, Kind.AMENDMENT), trail.size(), MOST));
    Set<String> releases = new HashSet<>();
    bodies(Disbursement.class).map(Disbursement::release).forEach(releases::add);
    releases.removeIf(Objects::isNull);
    add(
        related.withIds(Kind.RELEASE, releases, trail.size(), MOST).stream()
            .filter(this::isOnTheWay)
            .toList());
    add(about(entry -> entry.kind() == Kind.RELEASE, Kind.APPROVAL));
    add(
        related.withIds(
            Kind.DEVICE,
            bodies(Approval.class).map(Approval::device).toList(),
            trail.size(),
            MOST));
  }

  private void addSayings() {
    add(about(entry -> entry.kind() == Kind.DISBURSEMENT, Kind.CONFIRMATION));
    add(about(entry -> entry.index() == trail.hops().getFirst().leaf(), Kind.REFUND));
    add(about(entry -> true, Kind.CORRECTION));
  }

  private void addOrganisations() {
    Set<String> organisations = new HashSet<>();
    bodies(Fund.class).map(Fund::owner).forEach(organisations::add);
    for (EntryRecord entry : entries.values()) {
      organisations.add(entry.entry().header().statedBy());
      organisations.add(entry.leaf().recordedBy());
      String party = EntryFacts.of(entry.entry()).party();
      if (party != null) {
        organisations.add(party);
      }
    }
    Map<String, EntryRecord> chosen = new TreeMap<>();
    for (EntryRecord entry :
        related.withIds(Kind.ORGANISATION, organisations, trail.size(), MOST)) {
      chosen.merge(entry.id(), entry, PassportEntries::nearer);
    }
    add(chosen.values());
  }

  /** Of what is said of an organisation, its own word comes first, then the oldest. */
  private static EntryRecord nearer(EntryRecord one, EntryRecord other) {
    boolean own = other.entry().header().statedBy().equals(other.id());
    return own && !one.entry().header().statedBy().equals(one.id()) ? other : one;
  }

  /** What is said about those entries, in the funds on the way. */
  private List<EntryRecord> about(Predicate<EntryRecord> which, Kind kind) {
    List<String> targets =
        entries.values().stream().filter(which).map(EntryRecord::qualifiedId).distinct().toList();
    return related.about(targets, Set.of(kind), trail.size(), MOST).stream()
        .filter(this::isOnTheWay)
        .toList();
  }

  private boolean isOnTheWay(EntryRecord entry) {
    return entry.fund() != null && funds.contains(entry.fund());
  }

  private <B> Stream<B> bodies(Class<B> type) {
    return new ArrayList<>(entries.values())
        .stream().map(entry -> entry.entry().body()).filter(type::isInstance).map(type::cast);
  }

  private void add(Collection<EntryRecord> more) {
    for (EntryRecord entry : more) {
      if (entries.containsKey(entry.index())) {
        continue;
      }
      if (entries.size() < MOST) {
        entries.put(entry.index(), entry);
      } else {
        leftOut++;
      }
    }
  }
}
