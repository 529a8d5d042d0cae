package org.lepta.service.indexing.flow;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Flow;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.Projection;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.Upsert;
import org.lepta.service.indexing.flow.FlowFold.PartyKey;
import org.lepta.service.indexing.flow.FlowFold.SizeKey;
import org.lepta.service.indexing.flow.FlowFold.YearKey;

/** Keeps the sums that flow pictures and analytics read in step with the log. */
public final class FlowSums implements Projection {

  private static final String ADD_PARTIES =
      """
      WITH changed AS (
        INSERT INTO party_flow AS s (scope, managed, unit, side, party, amount, entries)
        SELECT * FROM unnest(?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[],
          ?::numeric[], ?::bigint[])
        ON CONFLICT (scope, managed, unit, side, party) DO UPDATE
        SET amount = s.amount + excluded.amount, entries = s.entries + excluded.entries
        RETURNING new.scope, new.managed, new.unit, new.side, new.party, old.entries AS before)
      INSERT INTO party_count AS c (scope, managed, unit, side, parties)
      SELECT scope, managed, unit, side, count(*) FROM changed
      WHERE before IS NULL AND party <> '' GROUP BY scope, managed, unit, side
      ON CONFLICT (scope, managed, unit, side) DO UPDATE
      SET parties = c.parties + excluded.parties
      """;

  private static final String ADD_YEARS =
      """
      INSERT INTO year_sum AS s (scope, managed, unit, year, measure, amount, entries)
      SELECT * FROM unnest(?::text[], ?::boolean[], ?::text[], ?::int[], ?::text[], ?::numeric[],
        ?::bigint[])
      ON CONFLICT (scope, managed, unit, year, measure) DO UPDATE
      SET amount = s.amount + excluded.amount, entries = s.entries + excluded.entries
      """;

  private static final String ADD_SIZES =
      """
      INSERT INTO grant_size AS s (scope, managed, unit, digits, amount, entries)
      SELECT * FROM unnest(?::text[], ?::boolean[], ?::text[], ?::int[], ?::numeric[],
        ?::bigint[])
      ON CONFLICT (scope, managed, unit, digits) DO UPDATE
      SET amount = s.amount + excluded.amount, entries = s.entries + excluded.entries
      """;

  /** The recipient of the grant, for payments and amendments that only name the grant. */
  private static final String RECIPIENTS =
      """
      SELECT k.fund, k.grant_id, (SELECT e.party FROM entry e
        WHERE e.fund = k.fund AND e.grant_id = k.grant_id AND e.kind = 'grant'
        ORDER BY e.leaf LIMIT 1)
      FROM unnest(?::text[], ?::text[]) AS k (fund, grant_id)
      """;

  private record GrantKey(String fund, String grant) {}

  @Override
  public void apply(Connection connection, List<IndexedEntry> entries) throws SQLException {
    Map<GrantKey, String> recipients = recipients(connection, entries);
    FlowFold fold = new FlowFold();
    for (IndexedEntry entry : entries) {
      if (entry.hasEffect() && entry.fund() != null && entry.entry().body() instanceof Flow flow) {
        fold.add(
            new FlowEntry(
                flow,
                entry.fund().owner(),
                entry.fund().isManaged(),
                party(entry, recipients),
                EntryFacts.businessDate(entry.entry())));
      }
    }
    save(connection, fold);
  }

  private static String party(IndexedEntry entry, Map<GrantKey, String> recipients) {
    EntryFacts facts = EntryFacts.of(entry.entry());
    if (facts.party() != null) {
      return facts.party();
    }
    GrantKey grant = grantOf(entry);
    return grant == null ? "" : recipients.getOrDefault(grant, "");
  }

  private static Map<GrantKey, String> recipients(Connection connection, List<IndexedEntry> entries)
      throws SQLException {
    Set<GrantKey> wanted = new HashSet<>();
    for (IndexedEntry entry : entries) {
      GrantKey grant = entry.hasEffect() ? grantOf(entry) : null;
      if (grant != null && EntryFacts.of(entry.entry()).party() == null) {
        wanted.add(grant);
      }
    }
    Map<GrantKey, String> found = new HashMap<>();
    if (wanted.isEmpty()) {
      return found;
    }
    List<GrantKey> grants = List.copyOf(wanted);
    try (PreparedStatement query = connection.prepareStatement(RECIPIENTS)) {
      query.setArray(1, texts(connection, grants.stream().map(GrantKey::fund).toArray()));
      query.setArray(2, texts(connection, grants.stream().map(GrantKey::grant).toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String recipient = row.getString(3);
          if (recipient != null) {
            found.put(new GrantKey(row.getString(1), row.getString(2)), recipient);
          }
        }
      }
    }
    return found;
  }

  private static @Nullable GrantKey grantOf(IndexedEntry entry) {
    String grant = EntryFacts.of(entry.entry()).grant();
    return grant == null || entry.fund() == null ? null : new GrantKey(entry.fund().id(), grant);
  }

  private static void save(Connection connection, FlowFold fold) throws SQLException {
    Upsert.<Map.Entry<PartyKey, Sum>>run(
        connection,
        ADD_PARTIES,
        fold.parties().entrySet(),
        e -> e.getKey().pot().scope().key(),
        e -> e.getKey().pot().managed(),
        e -> e.getKey().pot().unit(),
        e -> e.getKey().side().label(),
        e -> e.getKey().party(),
        e -> e.getValue().amount(),
        e -> e.getValue().entries());
    Upsert.<Map.Entry<YearKey, Sum>>run(
        connection,
        ADD_YEARS,
        fold.years().entrySet(),
        e -> e.getKey().pot().scope().key(),
        e -> e.getKey().pot().managed(),
        e -> e.getKey().pot().unit(),
        e -> e.getKey().year(),
        e -> e.getKey().measure().label(),
        e -> e.getValue().amount(),
        e -> e.getValue().entries());
    Upsert.<Map.Entry<SizeKey, Sum>>run(
        connection,
        ADD_SIZES,
        fold.sizes().entrySet(),
        e -> e.getKey().pot().scope().key(),
        e -> e.getKey().pot().managed(),
        e -> e.getKey().pot().unit(),
        e -> e.getKey().digits(),
        e -> e.getValue().amount(),
        e -> e.getValue().entries());
  }

  private static Array texts(Connection connection, Object[] values) throws SQLException {
    return connection.createArrayOf("text", values);
  }
}
