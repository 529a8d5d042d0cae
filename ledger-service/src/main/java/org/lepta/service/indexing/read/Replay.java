package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.indexing.finding.FindingRule;
import org.lepta.service.indexing.flow.FlowEntry;
import org.lepta.service.indexing.flow.FlowFold;
import org.lepta.service.indexing.flow.GiftWaits;
import org.lepta.service.indexing.flow.Scope;
import org.lepta.service.indexing.matching.Counterpart;
import org.lepta.service.indexing.matching.Disagreement;
import org.lepta.service.indexing.matching.LineMatch;
import org.lepta.service.indexing.matching.MatchReader;
import org.lepta.service.indexing.matching.WholeMatching;
import org.springframework.stereotype.Component;

/**
 * Works figures out again from the entries below a size, each once and one at a time ({@link
 * KeptAnswers}). Thread-safe.
 */
@Component
public final class Replay {

  private final Index index;
  private final Entries entries;
  private final KeptAnswers kept = new KeptAnswers();

  public Replay(Index index, Entries entries) {
    this.index = index;
    this.entries = entries;
  }

  List<Totals> ofFund(String fund, long size) {
    return kept.once(
        List.of("fund", fund, size),
        () ->
            fold(EntryQuery.ALL.fund(fund).at(size), onward(Scope.fund(fund), size))
                .totals(own -> own.equals(fund)));
  }

  JointTotals ofOrganisation(String organisation, long size) {
    return kept.once(
        List.of("organisation", organisation, size),
        () -> {
          SumFold fold = new SumFold(this::ownerOf, onward(Scope.owner(organisation), size));
          entries.forEach(
              EntryQuery.of(Kind.CONFIRMATION).at(size).ascending(true), fold::addConfirmation);
          entries.forEach(
              EntryQuery.ALL.organisation(organisation).at(size).ascending(true),
              entry -> {
                if (organisation.equals(entry.owner())) {
                  fold.add(entry);
                }
              });
          return fold.joint();
        });
  }

  List<Figures.Received> received(String organisation, long size) {
    return kept.once(
        List.of("received", organisation, size),
        () -> {
          ReceivedFold fold = new ReceivedFold();
          entries.forEach(EntryQuery.ALL.recipient(organisation).at(size), fold::add);
          return fold.received();
        });
  }

  List<GrantTotals> ofGrant(String fund, String grant, boolean managed, long size) {
    return kept.once(
        List.of("grant", fund, grant, size),
        () -> {
          SumFold fold = new SumFold(this::ownerOf, Map.of());
          entries.forEach(
              EntryQuery.of(Kind.CONFIRMATION).fund(fund).at(size).ascending(true),
              fold::addConfirmation);
          entries.forEach(EntryQuery.ALL.grant(fund, grant).at(size).ascending(true), fold::add);
          return fold.grant(fund, managed);
        });
  }

  LedgerFigures ofLedger(long size) {
    return kept.once(List.of("totals", size), () -> ledger(size).figures());
  }

  FindingReader findings(long size) {
    return ledger(size).findings();
  }

  /** What givers state otherwise than the receivers, by unit, the largest first. */
  List<Disagreement> disagreements(long size) {
    return matched(size).disagreements();
  }

  /** What one way through the whole log tells. */
  private record OfLedger(LedgerFigures figures, FindingReader findings) {}

  private OfLedger ledger(long size) {
    return kept.onceOfLedger(
        List.of("ledger", size),
        () -> {
          WholeMatching.OfLedger matched = matched(size);
          SumFold sums = new SumFold(this::ownerOf, matched.onward());
          FindingFold findings = new FindingFold();
          EntryQuery query = EntryQuery.ALL.at(size).ascending(true);
          entries.forEach(query.kinds(Set.of(Kind.CONFIRMATION)), sums::addConfirmation);
          entries.forEach(
              query,
              entry -> {
                sums.add(entry);
                findings.add(entry);
              });
          return new OfLedger(
              new LedgerFigures(heightOf(size), size, sums.counts(), sums.joint()),
              new FindingsThen(
                  entries,
                  dayOf(size),
                  findings.rows(sums.said(), sums.ofFunds()),
                  matched.disagreements()));
        });
  }

  private WholeMatching.OfLedger matched(long size) {
    return kept.onceOfLedger(
        List.of("matched", size),
        () -> index.connected(connection -> WholeMatching.ofLedger(connection, size)));
  }

  /** The day on which the log came to this size. */
  LocalDate dayOf(long size) {
    return size == 0
        ? FindingRule.AT_ONCE
        : FindingFold.dayOf(entries.find(size - 1).orElseThrow());
  }

  FlowsThen.Folded flows(Scope scope, long size) {
    return once(
        scope,
        List.of("flows", scope.key(), size),
        () -> {
          EntryQuery query = query(scope).at(size);
          FlowFold flows = new FlowFold();
          Map<String, String> recipients = new HashMap<>();
          entries.forEach(
              query.ascending(true),
              entry -> {
                if (entry.hasEffect()
                    && entry.owner() != null
                    && entry.entry().body() instanceof Flow flow) {
                  flows.add(
                      new FlowEntry(
                          flow,
                          entry.owner(),
                          Boolean.TRUE.equals(entry.managed()),
                          party(entry, recipients),
                          entry.businessDate()));
                }
              });
          SumFold sums = fold(query, onward(scope, size));
          return new FlowsThen.Folded(
              flows,
              sums.ofFunds().stream().filter(fund -> isOf(scope, fund)).toList(),
              waits(scope, size));
        });
  }

  private List<WaitRow> waits(Scope scope, long size) {
    return index.list(
        GiftWaits.then(scope.kind()),
        WaitRow::read,
        scope.kind() == Scope.Kind.LEDGER ? new Object[] {size} : new Object[] {scope.id(), size});
  }

  private static EntryQuery query(Scope scope) {
    return switch (scope.kind()) {
      case FUND -> EntryQuery.ALL.fund(scope.id());
      case OWNER -> EntryQuery.ALL.organisation(scope.id());
      case LEDGER -> EntryQuery.ALL;
    };
  }

  /** A list by organisation also holds what it states about the funds of others. */
  private boolean isOf(Scope scope, SumFold.OfFund fund) {
    return scope.kind() != Scope.Kind.OWNER
        || ownerOf(fund.figures().fund()).filter(scope.id()::equals).isPresent();
  }

  /** A payment or an amendment that only names its grant is one to the grant's recipient. */
  private String party(EntryRecord entry, Map<String, String> recipients) {
    EntryFacts facts = EntryFacts.of(entry.entry());
    String fund = entry.fund();
    String grant = facts.grant();
    if (facts.party() != null) {
      return facts.party();
    }
    return fund == null || grant == null
        ? ""
        : recipients.computeIfAbsent(fund + '\n' + grant, key -> recipient(fund, grant));
  }

  private String recipient(String fund, String grant) {
    return index
        .one(
            "SELECT coalesce(party, '') FROM entry WHERE fund = ? AND grant_id = ?"
                + " AND kind = 'grant' ORDER BY leaf LIMIT 1",
            (row, n) -> row.getString(1),
            fund,
            grant)
        .orElse("");
  }

  /** Number of the block after the one that brought the log to this size. */
  long heightOf(long size) {
    return size == 0 ? 0 : entries.find(size - 1).orElseThrow().leaf().at().block() + 1;
  }

  /** Confirmations first, so that what is kept of payments is only what they speak of. */
  private SumFold fold(EntryQuery query, Map<String, Map<String, BigDecimal>> onward) {
    SumFold fold = new SumFold(this::ownerOf, onward);
    entries.forEach(query.kinds(Set.of(Kind.CONFIRMATION)).ascending(true), fold::addConfirmation);
    entries.forEach(query.ascending(true), fold::add);
    return fold;
  }

  /** What a fund and others stated about the money between them. */
  List<Counterpart> counterparts(String fund, long size) {
    return kept.once(
        List.of("counterparts", fund, size),
        () -> index.connected(connection -> new MatchReader(connection).ofFund(fund, size)));
  }

  /** How one statement agrees with the other side's. */
  Optional<LineMatch> match(long leaf, long size) {
    return kept.once(
        List.of("match", leaf, size),
        () -> index.connected(connection -> new MatchReader(connection).ofLine(leaf, size)));
  }

  private List<String> fundsOf(String organisation, long size) {
    return index.list(
        "SELECT id FROM fund WHERE owner = ? AND leaf < ?",
        (row, n) -> row.getString(1),
        organisation,
        size);
  }

  private Map<String, Map<String, BigDecimal>> onward(Scope scope, long size) {
    return once(
        scope,
        List.of("onward", scope.key(), size),
        () ->
            switch (scope.kind()) {
              case FUND -> onward(List.of(scope.id()), size);
              case OWNER -> onward(fundsOf(scope.id(), size), size);
              case LEDGER -> matched(size).onward();
            });
  }

  private Map<String, Map<String, BigDecimal>> onward(List<String> funds, long size) {
    return index.connected(connection -> WholeMatching.onward(connection, funds, size));
  }

  private Optional<String> ownerOf(String fund) {
    return index.one("SELECT owner FROM fund WHERE id = ?", (row, n) -> row.getString(1), fund);
  }

  private <T> T once(Scope scope, List<Object> question, Supplier<T> work) {
    return scope.kind() == Scope.Kind.LEDGER
        ? kept.onceOfLedger(question, work)
        : kept.once(question, work);
  }
}
