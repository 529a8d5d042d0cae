package org.lepta.service.indexing.matching;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Postings;
import org.lepta.service.indexing.EntryRowsBridge;
import org.lepta.service.indexing.FundFacts;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.kernel.Sha256;

/** A log of what several publishers state of money between their reported funds. */
final class TwoSides {

  private static final Unit GBP = new Unit("GBP");
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

  private final DataSource database;
  private final Map<String, String> owners = new HashMap<>();
  private final List<IndexedEntry> group = new ArrayList<>();
  private final Map<String, Flow> flows = new HashMap<>();
  private long size;

  TwoSides(DataSource database) {
    this.database = database;
  }

  long size() {
    return size;
  }

  /** Registers a fund. */
  void fund(String id, String owner) {
    owners.put(id, owner);
    add(
        id,
        owner,
        null,
        new Fund(
            owner,
            FundMode.REPORTED,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            List.of()));
  }

  /**
   * A payment; {@code to} is the receiver's fund or null, {@code receiver} an organisation or null.
   */
  long paid(
      String fund,
      String amount,
      @Nullable String day,
      @Nullable String to,
      @Nullable String receiver) {
    return flow(
        fund,
        day,
        new Disbursement(
            fund, GBP, Amount.parse(amount), null, null, party(receiver), to, null, null));
  }

  /** A gift; {@code from} is the giver's fund or null, {@code donor} an organisation or null. */
  long received(
      String fund,
      String amount,
      @Nullable String day,
      @Nullable String from,
      @Nullable String donor) {
    return flow(
        fund, day, new Donation(fund, GBP, Amount.parse(amount), party(donor), null, from, null));
  }

  long passedOn(String fund, String amount, String to) {
    return flow(fund, "2020-05-01", new PassOn(fund, GBP, Amount.parse(amount), "g", null, to));
  }

  long receivedBy(String fund, String amount, String fromFund, long passOn) {
    return flow(
        fund,
        "2020-05-02",
        new Donation(fund, GBP, Amount.parse(amount), null, "e" + passOn, fromFund, null));
  }

  /** Takes back a part of an entry. */
  void correct(long leaf, String amount) {
    Flow target = flows.get("e" + leaf);
    Flow part =
        switch (target) {
          case Disbursement d ->
              new Disbursement(
                  d.fund(),
                  GBP,
                  Amount.parse(amount),
                  null,
                  null,
                  d.receiver(),
                  d.toFund(),
                  null,
                  null);
          case Donation d ->
              new Donation(
                  d.fund(), GBP, Amount.parse(amount), d.donor(), d.from(), d.fromFund(), null);
          case PassOn p -> new PassOn(p.fund(), GBP, Amount.parse(amount), "g", null, p.toFund());
          case null, default -> throw new IllegalArgumentException("no statement at " + leaf);
        };
    flow(part.fund(), "2020-06-01", new Correction("e" + leaf, "typing-error", part));
  }

  private static @Nullable Party party(@Nullable String organisation) {
    return organisation == null ? null : Party.organisation(organisation);
  }

  private long flow(String fund, @Nullable String day, Flow flow) {
    flows.put("e" + size, flow);
    return add("e" + size, owners.getOrDefault(fund, "?"), day, flow);
  }

  private long add(String id, String owner, @Nullable String day, Body body) {
    long index = size++;
    Header header = Header.of(id, owner);
    Entry entry = new Entry(day == null ? header : header.happened(LocalDate.parse(day)), body);
    Flow flow = body instanceof Flow f ? f : null;
    List<Posting> postings = flow == null ? List.of() : Postings.of(flow, FundMode.REPORTED);
    Leaf leaf =
        new Leaf(
            1,
            new Leaf.Place(index, 0, 0, null),
            owner,
            Through.BATCH,
            index,
            null,
            entry,
            flow == null ? null : index,
            postings,
            List.of(),
            null,
            List.of());
    FundFacts facts =
        flow == null ? null : new FundFacts(flow.fund(), owner, FundMode.REPORTED, 7, 5);
    Sha256 hash = Sha256.digest(Long.toString(index).getBytes(StandardCharsets.UTF_8));
    group.add(new IndexedEntry(index, leaf, LeafCodec.encode(leaf), hash, TIME, facts));
    return index;
  }

  /** Indexes what was stated since the last time, in one transaction, as the index does. */
  void index() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      EntryRowsBridge.write(connection, group);
      register(connection);
      new Statements(connection).apply(group);
      connection.commit();
    }
    group.clear();
  }

  private void register(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO fund (id, leaf, owner, managed, fact_limit_days, decision_limit_days, seq)"
                + " VALUES (?, ?, ?, false, 7, 5, 0)")) {
      for (IndexedEntry entry : group) {
        if (entry.entry().body() instanceof Fund fund) {
          insert.setString(1, entry.entry().id());
          insert.setLong(2, entry.index());
          insert.setString(3, fund.owner());
          insert.executeUpdate();
        }
      }
    }
  }

  static void clear(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "TRUNCATE entry, fund, statement_line, statement_change, statement_bucket,"
              + " statement_group, paired_sum, disputed_sum, fund_onward");
    }
  }
}
