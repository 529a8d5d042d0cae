package org.lepta.service.indexing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Postings;
import org.lepta.service.indexing.LeafState.BalanceKey;
import org.lepta.service.kernel.Identity;

/** Reads what a group of transactions depends on, and writes back what it changed. */
final class LeafStateStore {

  private final Connection connection;

  LeafStateStore(Connection connection) {
    this.connection = connection;
  }

  /** The state that the leaves of these entries depend on. */
  LeafState load(long nextLeaf, List<RecordedTransaction> transactions) throws SQLException {
    Map<Identity, Long> recorded = new HashMap<>();
    Replays replays = Replays.remembering();
    LeafState state = new LeafState(nextLeaf, recorded::putIfAbsent, replays);
    loadVersions(state);
    loadMembers(state);
    Set<String> funds = new HashSet<>();
    Set<Identity> identities = new LinkedHashSet<>();
    for (RecordedTransaction transaction : transactions) {
      for (Entry entry : transaction.packed().entries()) {
        identities.add(Identity.of(entry));
        switch (entry.body()) {
          case Flow flow -> funds.add(flow.fund());
          case Fund fund -> funds.add(entry.id());
          default -> {}
        }
      }
    }
    loadFunds(state, funds);
    loadBalances(state, touched(state, transactions));
    loadRecorded(recorded, replays, identities);
    return state;
  }

  private void loadVersions(LeafState state) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT block, bytes FROM entry WHERE kind IN ('genesis', 'epoch') ORDER BY leaf");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        state.versions().take(LeafCodec.decodeEntry(rows.getBytes(2)).body(), rows.getLong(1));
      }
    }
  }

  private void loadMembers(LeafState state) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT msp, organisation FROM member");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        state.loadMember(rows.getString(1), rows.getString(2));
      }
    }
    // The genesis is leaf 0, and whoever recorded it is the first member.
    try (PreparedStatement query =
            connection.prepareStatement("SELECT recorded_by FROM entry WHERE leaf = 0");
        ResultSet row = query.executeQuery()) {
      if (row.next()) {
        state.loadFirstMember(row.getString(1));
      }
    }
  }

  private void loadFunds(LeafState state, Collection<String> ids) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id, owner, managed, fact_limit_days, decision_limit_days, seq FROM fund"
                + " WHERE id = ANY (?)")) {
      query.setArray(1, texts(ids));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          FundMode mode = rows.getBoolean(3) ? FundMode.MANAGED : FundMode.REPORTED;
          state.loadFund(
              new FundFacts(
                  rows.getString(1), rows.getString(2), mode, rows.getInt(4), rows.getInt(5)),
              rows.getLong(6));
        }
      }
    }
  }

  /** The balances that may move; for funds of this very group both modes are thinkable. */
  private static Set<BalanceKey> touched(LeafState state, List<RecordedTransaction> transactions) {
    Set<BalanceKey> keys = new LinkedHashSet<>();
    for (RecordedTransaction transaction : transactions) {
      for (Entry entry : transaction.packed().entries()) {
        if (entry.body() instanceof Flow flow && state.fund(flow.fund()).isPresent()) {
          FundMode mode = state.fund(flow.fund()).orElseThrow().mode();
          for (Posting posting : Postings.of(flow, mode)) {
            if (posting.account().isInside()) {
              keys.add(LeafBuilder.key(flow.fund(), posting));
            }
          }
        }
      }
    }
    return keys;
  }

  private void loadBalances(LeafState state, Set<BalanceKey> keys) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT b.fund, b.account, b.grant_id, b.unit, b.amount FROM balance b JOIN"
                + " unnest(?, ?, ?, ?) AS k (fund, account, grant_id, unit) ON b.fund = k.fund AND"
                + " b.account = k.account AND b.grant_id = k.grant_id AND b.unit = k.unit")) {
      query.setArray(1, texts(keys.stream().map(BalanceKey::fund).toList()));
      query.setArray(2, texts(keys.stream().map(key -> key.account().label()).toList()));
      query.setArray(3, texts(keys.stream().map(BalanceKey::grant).toList()));
      query.setArray(4, texts(keys.stream().map(key -> key.unit().code()).toList()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          BalanceKey key =
              new BalanceKey(
                  rows.getString(1),
                  Account.ofLabel(rows.getString(2)),
                  rows.getString(3),
                  new Unit(rows.getString(4)));
          state.loadBalance(key, rows.getLong(5));
        }
      }
    }
  }

  private void loadRecorded(Map<Identity, Long> recorded, Replays replays, Set<Identity> identities)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT kind, stated_by, id, leaf, bytes FROM entry WHERE id = ANY (?)")) {
      query.setArray(1, texts(identities.stream().map(Identity::id).toList()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Kind kind = Kind.ofLabel(rows.getString(1)).orElseThrow();
          Identity identity = new Identity(kind, rows.getString(2), rows.getString(3));
          if (identities.contains(identity)) {
            recorded.merge(identity, rows.getLong(4), Math::min);
            replays.add(identity, Origin.ofLeaf(rows.getBytes(5)));
          }
        }
      }
    }
  }

  /** Writes members, funds, sequence numbers and balances back. */
  void save(LeafState state, List<IndexedEntry> entries) throws SQLException {
    saveMembers(state);
    saveFunds(state, entries);
    saveSeqs(state);
    saveBalances(state);
  }

  private void saveMembers(LeafState state) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO member (msp, organisation) VALUES (?, ?)")) {
      for (var member : state.newMembers().entrySet()) {
        insert.setString(1, member.getKey());
        insert.setString(2, member.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void saveFunds(LeafState state, List<IndexedEntry> entries) throws SQLException {
    CopyBuffer rows = new CopyBuffer();
    for (IndexedEntry entry : entries) {
      if (entry.entry().body() instanceof Fund
          && Long.valueOf(entry.index()).equals(state.newFunds().get(entry.entry().id()))) {
        FundFacts fund = state.fund(entry.entry().id()).orElseThrow();
        rows.row(7)
            .text(fund.id())
            .int8(entry.index())
            .text(fund.owner())
            .bool(fund.isManaged())
            .int4(fund.factLimitDays())
            .int4(fund.decisionLimitDays())
            .int8(0L);
      }
    }
    rows.copyInto(
        connection, "fund (id, leaf, owner, managed, fact_limit_days, decision_limit_days, seq)");
  }

  private void saveSeqs(LeafState state) throws SQLException {
    List<String> funds = List.copyOf(state.changedFunds());
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE fund f SET seq = s.seq FROM unnest(?, ?) AS s (id, seq) WHERE f.id = s.id")) {
      update.setArray(1, texts(funds));
      update.setArray(
          2,
          connection.createArrayOf("bigint", funds.stream().map(state::seq).toArray(Long[]::new)));
      update.executeUpdate();
    }
  }

  private void saveBalances(LeafState state) throws SQLException {
    List<BalanceKey> keys = List.copyOf(state.changedBalances());
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO balance (fund, account, grant_id, unit, amount)"
                + " SELECT * FROM unnest(?, ?, ?, ?, ?)"
                + " ON CONFLICT (fund, account, grant_id, unit)"
                + " DO UPDATE SET amount = excluded.amount")) {
      upsert.setArray(1, texts(keys.stream().map(BalanceKey::fund).toList()));
      upsert.setArray(2, texts(keys.stream().map(key -> key.account().label()).toList()));
      upsert.setArray(3, texts(keys.stream().map(BalanceKey::grant).toList()));
      upsert.setArray(4, texts(keys.stream().map(key -> key.unit().code()).toList()));
      upsert.setArray(
          5,
          connection.createArrayOf(
              "bigint", keys.stream().map(state::balance).toArray(Long[]::new)));
      upsert.executeUpdate();
    }
  }

  private Array texts(Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray(String[]::new));
  }
}
