package org.lepta.service.trail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.trail.Trail.Act;
import org.lepta.service.trail.Trail.GrantActs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds where money goes on: by transfers and exchanges exactly, by pass-ons as a whole. */
final class Onward {

  /** The most gifts that continue one pass-on. */
  private static final int MAX_GIFTS = 5;

  private final JdbcClient database;

  Onward(JdbcClient database) {
    this.database = database;
  }

  /**
   * What a hop leads to.
   *
   * @param leaf the entry by which the money comes into the next line
   * @param by the payment or pass-on that leads there
   * @param exact whether the range means the very units
   */
  record Target(long leaf, long by, boolean exact, long from, long to) {}

  private record Half(String id, String fund) {}

  /** The targets of a hop, in the order of its steps and acts. */
  List<Target> of(HopPart part, long size) {
    List<Target> targets = new ArrayList<>();
    for (HopPart.Lead lead : part.leads()) {
      if (lead.kind().equals(Kind.EXCHANGE.label())) {
        bought(lead).ifPresent(targets::add);
      } else {
        otherHalf(lead.leaf(), "transferIn", Kind.TRANSFER_IN)
            .ifPresent(
                in -> targets.add(new Target(in, lead.leaf(), true, lead.from(), lead.to())));
      }
    }
    for (GrantActs grant : part.hop().grants()) {
      for (Act act : grant.acts()) {
        if (act.kind().equals(Kind.PASS_ON.label()) && act.otherFund() != null) {
          gifts(act, act.otherFund(), size)
              .forEach(gift -> targets.add(new Target(gift, act.leaf(), false, 0, 0)));
        }
      }
    }
    return targets;
  }

  /** The other half of a transfer, by the id that this half names. */
  Optional<Long> otherHalf(long leaf, String field, Kind kind) {
    Half half =
        database
            .sql(
                ("SELECT convert_from(bytes, 'UTF8')::json #>> '{entry,%s}' AS id, other_fund FROM entry"
                        + " WHERE leaf = ?")
                    .formatted(field))
            .param(leaf)
            .query((row, n) -> new Half(row.getString(1), row.getString(2)))
            .single();
    return database
        .sql(
            "SELECT leaf FROM entry WHERE id = ? AND kind = ? AND fund = ?"
                + " ORDER BY abs(leaf - ?) LIMIT 1")
        .params(half.id(), kind.label(), half.fund(), leaf)
        .query(Long.class)
        .optional();
  }

  private record Sides(long sold, long bought) {}

  /** The units bought for units sold, in proportion, so that neighbours meet without a gap. */
  private Optional<Target> bought(HopPart.Lead lead) {
    return sides(lead.leaf())
        .map(s ->
            new Target(
                lead.leaf(),
                lead.leaf(),
                true,
                scaled(lead.from(), s.bought(), s.sold()),
                scaled(lead.to(), s.bought(), s.sold())));
  }

  private Optional<Sides> sides(long exchange) {
    return database
        .sql(
            "SELECT s.amount, g.amount FROM line_spent s JOIN line_given g ON g.leaf = s.leaf AND"
                + " g.origin = g.leaf WHERE s.leaf = ?")
        .param(exchange)
        .query((row, n) -> new Sides(row.getLong(1), row.getLong(2)))
        .optional();
  }

  /** The units sold for units bought: the inverse of what {@link #of} follows. */
  Optional<Target> sold(long exchange, long from, long to) {
    return sides(exchange)
        .map(s ->
            new Target(
                exchange,
                exchange,
                true,
                scaled(from, s.sold(), s.bought()),
                Math.min(s.sold(), scaled(to, s.sold(), s.bought()) + 1)));
  }

  static long scaled(long units, long to, long from) {
    return BigInteger.valueOf(units)
        .multiply(BigInteger.valueOf(to))
        .divide(BigInteger.valueOf(from))
        .longValueExact();
  }

  private List<Long> gifts(Act passOn, String fund, long size) {
    return database
        .sql(
            "SELECT e.leaf FROM entry e WHERE e.target = ? AND e.kind = 'donation' AND e.fund = ?"
                + " AND e.leaf < ? AND "
                + GranteeActs.HAS_EFFECT
                + " ORDER BY e.leaf LIMIT ?")
        .params(Kind.PASS_ON.label() + ':' + passOn.id(), fund, size, MAX_GIFTS)
        .query((row, n) -> row.getLong(1))
        .list();
  }
}
