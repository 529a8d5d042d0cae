package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.PaidSql;

/**
 * Which payments the other side confirms, and how much of them: not more than was paid, net of
 * corrections, whatever order payment, correction and confirmation were recorded in.
 */
final class ConfirmedPayments {

  private static final String PREFIX = Kind.DISBURSEMENT.label() + ':';

  private static final String ADD =
      """
      INSERT INTO payment_confirmation AS p (fund, payment, unit, said, confirmed)
      SELECT k.fund, k.payment, k.unit, k.said, 0
      FROM unnest(?::text[], ?::text[], ?::text[], ?::numeric[]) AS k (fund, payment, unit, said)
      ON CONFLICT (fund, payment, unit) DO UPDATE SET said = p.said + excluded.said
      """;

  private static final String WEIGH =
      """
      UPDATE payment_confirmation AS p
      SET confirmed = greatest(0, least(p.said, paid.amount)), grant_id = paid.grant_id
      FROM (
        SELECT k.fund, k.payment, k.unit, %s AS amount,
          (SELECT e.grant_id FROM entry e
            WHERE e.id = k.payment AND e.kind = 'disbursement' AND e.fund = k.fund
            ORDER BY e.leaf LIMIT 1) AS grant_id
        FROM unnest(?::text[], ?::text[], ?::text[]) AS k (fund, payment, unit)) AS paid
      WHERE p.fund = paid.fund AND p.payment = paid.payment AND p.unit = paid.unit
      RETURNING p.fund, p.unit, new.confirmed - old.confirmed
      """
          .formatted(PaidSql.NET);

  /** A payment by its fund, id and unit. */
  record Payment(String fund, String id, String unit) {}

  /** A fund's figures in one unit. */
  record FundUnit(String fund, String unit) {}

  private final Connection connection;

  ConfirmedPayments(Connection connection) {
    this.connection = connection;
  }

  /** The payment that a confirmation is about; null if it is about something else. */
  static @Nullable Payment confirmedBy(Confirmation confirmation) {
    return confirmation.of().startsWith(PREFIX)
        ? new Payment(
            confirmation.fund(),
            confirmation.of().substring(PREFIX.length()),
            confirmation.unit().code())
        : null;
  }

  /** By how much the confirmed part of each fund's payments changes with these entries. */
  Map<FundUnit, BigDecimal> apply(List<IndexedEntry> entries) throws SQLException {
    Map<Payment, BigDecimal> said = said(entries);
    if (!said.isEmpty()) {
      add(said);
    }
    Set<Payment> moved = new HashSet<>(said.keySet());
    entries.stream().filter(IndexedEntry::hasEffect).forEach(entry -> addMoved(entry, moved));
    return moved.isEmpty() ? Map.of() : weigh(moved);
  }

  private Map<Payment, BigDecimal> said(List<IndexedEntry> entries) throws SQLException {
    Map<Payment, BigDecimal> said = new HashMap<>();
    Map<String, String> owners = owners(entries);
    for (IndexedEntry entry : entries) {
      if (entry.entry().body() instanceof Confirmation c && entry.leaf().repeatOf() == null) {
        Payment payment = confirmedBy(c);
        String owner = owners.get(c.fund());
        if (payment != null && owner != null && !owner.equals(entry.entry().header().statedBy())) {
          said.merge(payment, c.amount().toBigDecimal(), BigDecimal::add);
        }
      }
    }
    return said;
  }

  private Map<String, String> owners(List<IndexedEntry> entries) throws SQLException {
    Set<String> funds = new HashSet<>();
    for (IndexedEntry entry : entries) {
      if (entry.entry().body() instanceof Confirmation c) {
        funds.add(c.fund());
      }
    }
    Map<String, String> owners = new HashMap<>();
    if (!funds.isEmpty()) {
      try (PreparedStatement query =
          connection.prepareStatement("SELECT id, owner FROM fund WHERE id = ANY (?)")) {
        query.setArray(1, connection.createArrayOf("text", funds.toArray()));
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            owners.put(rows.getString(1), rows.getString(2));
          }
        }
      }
    }
    return owners;
  }

  private static void addMoved(IndexedEntry entry, Set<Payment> moved) {
    switch (entry.entry().body()) {
      case Disbursement d -> moved.add(new Payment(d.fund(), entry.entry().id(), d.unit().code()));
      case Correction c when c.reverses() instanceof Disbursement d && c.target() != null ->
          moved.add(new Payment(d.fund(), c.target(), d.unit().code()));
      default -> {}
    }
  }

  private void add(Map<Payment, BigDecimal> said) throws SQLException {
    List<Payment> payments = List.copyOf(said.keySet());
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      setPayments(insert, payments);
      insert.setArray(
          4, connection.createArrayOf("numeric", payments.stream().map(said::get).toArray()));
      insert.executeUpdate();
    }
  }

  private Map<FundUnit, BigDecimal> weigh(Set<Payment> moved) throws SQLException {
    List<Payment> known = known(moved);
    Map<FundUnit, BigDecimal> changes = new HashMap<>();
    if (known.isEmpty()) {
      return changes;
    }
    try (PreparedStatement update = connection.prepareStatement(WEIGH)) {
      setPayments(update, known);
      try (ResultSet rows = update.executeQuery()) {
        while (rows.next()) {
          changes.merge(
              new FundUnit(rows.getString(1), rows.getString(2)),
              rows.getBigDecimal(3),
              BigDecimal::add);
        }
      }
    }
    return changes;
  }

  /** The payments that somebody has spoken of; of all others nothing is kept. */
  private List<Payment> known(Set<Payment> moved) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT p.fund, p.payment, p.unit FROM payment_confirmation p JOIN"
                + " unnest(?::text[], ?::text[], ?::text[]) AS k (fund, payment, unit)"
                + " ON p.fund = k.fund AND p.payment = k.payment AND p.unit = k.unit")) {
      setPayments(query, moved);
      List<Payment> known = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          known.add(new Payment(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
      return known;
    }
  }

  private void setPayments(PreparedStatement statement, Collection<Payment> payments)
      throws SQLException {
    setTexts(statement, 1, payments, Payment::fund);
    setTexts(statement, 2, payments, Payment::id);
    setTexts(statement, 3, payments, Payment::unit);
  }

  private void setTexts(
      PreparedStatement statement,
      int parameter,
      Collection<Payment> payments,
      Function<Payment, String> text)
      throws SQLException {
    statement.setArray(
        parameter, connection.createArrayOf("text", payments.stream().map(text).toArray()));
  }
}
