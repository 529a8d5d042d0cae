package org.lepta.service.trail;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.service.trail.Shares.Due;
import org.lepta.service.trail.Shares.Share;
import org.lepta.service.trail.Trail.Step;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The payments that shared given units of a pool. */
final class PoolSteps {

  private static final String PAYMENTS =
      """
      SELECT leaf, kind, id, business_date, amount, party, other_fund, grant_id FROM entry
      WHERE leaf = ANY (:leaves::bigint[])
      """;

  private final JdbcClient database;
  private final EvidenceLadder evidence;

  PoolSteps(JdbcClient database, EvidenceLadder evidence) {
    this.database = database;
    this.evidence = evidence;
  }

  private record Shared(YearMonth month, Share share) {}

  private record Payment(
      long leaf,
      String kind,
      String id,
      @Nullable String date,
      long stated,
      @Nullable String party,
      @Nullable String otherFund,
      @Nullable String grant) {

    static Payment read(ResultSet row, int number) throws SQLException {
      return new Payment(
          row.getLong(1),
          row.getString(2),
          row.getString(3),
          row.getString(4),
          row.getLong(5),
          row.getString(6),
          row.getString(7),
          row.getString(8));
    }
  }

  /**
   * The payments with the largest shares, in ledger order.
   *
   * @param due what each of the told months paid
   */
  Steps.Read of(PoolTold told, List<List<Due>> due, long whole, long size) {
    List<Shared> shared = shared(told.months(), due);
    List<Long> leaves = shared.stream().map(s -> s.share().payment()).distinct().toList();
    Map<Long, Payment> payments = payments(leaves);
    Map<Long, String> ladder = evidence.stepsOf(leaves, size);
    List<Step> steps = new ArrayList<>();
    List<HopPart.Lead> leads = new ArrayList<>();
    BigInteger units = BigInteger.ZERO;
    for (Shared part : shared) {
      Share share = part.share();
      Payment payment = payments.get(share.payment());
      if (payment == null) {
        throw new IllegalStateException("payment " + share.payment() + " is no entry");
      }
      String step = ladder.getOrDefault(share.payment(), EvidenceLadder.STATED);
      steps.add(step(payment, part, whole, step));
      HopPart.Lead.of(share.payment(), payment.kind(), share.from(), share.to())
          .ifPresent(leads::add);
      units = units.add(BigInteger.valueOf(share.units()));
    }
    return new Steps.Read(steps, leads, units);
  }

  /** The largest shares, in ledger order: there may be a tiny one in the fee of every gift. */
  private static List<Shared> shared(List<PoolTold.Month> months, List<List<Due>> due) {
    List<Shared> shared = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      PoolTold.Month month = months.get(i);
      Pot pot = month.pot();
      Shares.of(pot.taken(month.from()), pot.taken(month.to()), pot.out(), due.get(i))
          .forEach(share -> shared.add(new Shared(month.month(), share)));
    }
    return shared.stream()
        .sorted(Comparator.<Shared>comparingLong(part -> part.share().units()).reversed())
        .limit(Steps.MAX_STEPS)
        .sorted(
            Comparator.comparing(Shared::month).thenComparingLong(part -> part.share().payment()))
        .toList();
  }

  private Map<Long, Payment> payments(List<Long> leaves) {
    return database
        .sql(PAYMENTS)
        .param("leaves", Steps.longs(leaves))
        .query(Payment::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Payment::leaf, Function.identity()));
  }

  private static Step step(Payment payment, Shared part, long whole, String evidence) {
    return new Step(
        payment.leaf(),
        payment.kind(),
        payment.id(),
        payment.date(),
        Units.text(payment.stated()),
        Units.text(part.share().units()),
        Units.share(part.share().units(), whole),
        payment.party(),
        payment.otherFund(),
        payment.grant(),
        evidence,
        null,
        part.month().toString());
  }
}
