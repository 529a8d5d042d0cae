package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Unit;

/** Sums a group of entries in memory and adds each sum to its row once. */
final class RollUps implements Projection {

  private record FundKey(String fund, Unit unit, Measure measure) {}

  private record GrantKey(String fund, String grant, Unit unit, Measure measure) {}

  private record PartyKey(String organisation, Unit unit, boolean managed, Measure measure) {}

  @Override
  public void apply(Connection connection, List<IndexedEntry> entries) throws SQLException {
    Map<FundKey, Sum> funds = new HashMap<>();
    Map<GrantKey, Sum> grants = new HashMap<>();
    Map<PartyKey, Sum> parties = new HashMap<>();
    Map<Kind, Long> counts = new HashMap<>();
    for (IndexedEntry entry : entries) {
      if (!entry.leaf().flags().contains(Flag.REPEAT)) {
        counts.merge(entry.entry().kind(), 1L, Long::sum);
      }
      if (entry.hasEffect() && entry.fund() != null) {
        add(entry, entry.fund(), funds, grants, parties);
      }
    }
    saveFunds(connection, funds);
    saveGrants(connection, grants);
    saveParties(connection, parties);
    saveCounts(connection, counts);
    saveOrganisations(connection, entries);
  }

  private static void add(
      IndexedEntry entry,
      FundFacts fund,
      Map<FundKey, Sum> funds,
      Map<GrantKey, Sum> grants,
      Map<PartyKey, Sum> parties) {
    EntryFacts facts = EntryFacts.of(entry.entry());
    for (Contribution c : Contribution.of((Flow) entry.entry().body())) {
      Sum sum = Sum.of(c.amount());
      funds.merge(new FundKey(fund.id(), c.unit(), c.measure()), sum, Sum::plus);
      if (facts.grant() != null) {
        grants.merge(new GrantKey(fund.id(), facts.grant(), c.unit(), c.measure()), sum, Sum::plus);
      }
      if (facts.party() != null) {
        parties.merge(
            new PartyKey(facts.party(), c.unit(), fund.isManaged(), c.measure()), sum, Sum::plus);
      }
    }
  }

  private static void saveFunds(Connection connection, Map<FundKey, Sum> sums) throws SQLException {
    Upsert.run(
        connection,
        "INSERT INTO fund_sum AS s (fund, unit, measure, amount, entries)"
            + " SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::bigint[])"
            + " ON CONFLICT (fund, unit, measure) DO UPDATE"
            + " SET amount = s.amount + excluded.amount, entries = s.entries + excluded.entries",
        sums.entrySet(),
        e -> e.getKey().fund(),
        e -> e.getKey().unit().code(),
        e -> e.getKey().measure().label(),
        e -> e.getValue().amount(),
        e -> e.getValue().entries());
  }

  private static void saveGrants(Connection connection, Map<GrantKey, Sum> sums)
      throws SQLException {
    Upsert.run(
        connection,
        "INSERT INTO grant_sum AS s (fund, grant_id, unit, measure, amount)"
            + " SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[])"
            + " ON CONFLICT (fund, grant_id, unit, measure) DO UPDATE"
            + " SET amount = s.amount + excluded.amount",
        sums.entrySet(),
        e -> e.getKey().fund(),
        e -> e.getKey().grant(),
        e -> e.getKey().unit().code(),
        e -> e.getKey().measure().label(),
        e -> e.getValue().amount());
  }

  private static void saveParties(Connection connection, Map<PartyKey, Sum> sums)
      throws SQLException {
    Upsert.run(
        connection,
        "INSERT INTO party_sum AS s (organisation, unit, managed, measure, amount, entries)"
            + " SELECT * FROM unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::numeric[],"
            + " ?::bigint[]) ON CONFLICT (organisation, unit, managed, measure) DO UPDATE"
            + " SET amount = s.amount + excluded.amount, entries = s.entries + excluded.entries",
        sums.entrySet(),
        e -> e.getKey().organisation(),
        e -> e.getKey().unit().code(),
        e -> e.getKey().managed(),
        e -> e.getKey().measure().label(),
        e -> e.getValue().amount(),
        e -> e.getValue().entries());
  }

  private static void saveCounts(Connection connection, Map<Kind, Long> counts)
      throws SQLException {
    Upsert.run(
        connection,
        "INSERT INTO entry_count AS s (kind, entries)"
            + " SELECT * FROM unnest(?::text[], ?::bigint[])"
            + " ON CONFLICT (kind) DO UPDATE SET entries = s.entries + excluded.entries",
        counts.entrySet(),
        e -> e.getKey().label(),
        e -> e.getValue());
  }

  private static void saveOrganisations(Connection connection, List<IndexedEntry> entries)
      throws SQLException {
    Upsert.run(
        connection,
        "INSERT INTO organisation (id, leaf)"
            + " SELECT * FROM unnest(?::text[], ?::bigint[]) ON CONFLICT (id) DO NOTHING",
        entries.stream().filter(e -> e.entry().kind() == Kind.ORGANISATION).toList(),
        e -> e.entry().id(),
        e -> e.index());
    Upsert.run(
        connection,
        "UPDATE organisation o SET leaf = n.leaf FROM unnest(?::text[], ?::bigint[])"
            + " AS n (id, leaf) WHERE o.id = n.id",
        entries.stream().filter(RollUps::isOwnWord).toList(),
        e -> e.entry().id(),
        e -> e.index());
  }

  /** What an organisation says about itself counts more than who mentioned it first. */
  private static boolean isOwnWord(IndexedEntry entry) {
    return entry.entry().kind() == Kind.ORGANISATION
        && entry.entry().id().equals(entry.entry().header().statedBy())
        && entry.leaf().repeatOf() == null;
  }
}
