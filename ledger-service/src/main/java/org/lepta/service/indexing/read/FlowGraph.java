package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.Side;

/**
 * Where the money of a pot came from and what became of it. Both sides add up to the same, because
 * the identity of docs/reference/postings section 3 holds; what came back from grantees stands on
 * both sides, so that no stream runs backwards.
 *
 * @param ins in the order of the accounting model, organisations by size
 * @param outs likewise
 */
public record FlowGraph(Pot pot, List<Stream> ins, List<Stream> outs) {

  /**
   * @throws IllegalArgumentException if the sides do not add up to the same
   */
  public FlowGraph {
    ins = List.copyOf(ins);
    outs = List.copyOf(outs);
    if (sum(ins).compareTo(sum(outs)) != 0) {
      throw new IllegalArgumentException("a flow picture whose sides differ: " + pot);
    }
  }

  /**
   * One stream.
   *
   * @param organisation empty where it is no single one
   * @param amount above nothing
   * @param entries that it sums up; 0 where it is a balance
   * @param parties organisations in it
   * @param takenBack whether corrections took back more than was stated, so that it stands on the
   *     other side than its role says
   */
  public record Stream(
      FlowRole role,
      String organisation,
      BigDecimal amount,
      long entries,
      long parties,
      boolean takenBack) {}

  /** What each side adds up to. */
  public BigDecimal total() {
    return sum(ins);
  }

  private static BigDecimal sum(List<Stream> streams) {
    return streams.stream().map(Stream::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static FlowGraph of(Pot pot, Totals totals, Map<Side, Ranked> sides) {
    Ranked gave = sides.getOrDefault(Side.GAVE, Ranked.NOBODY);
    Ranked awarded = sides.getOrDefault(Side.AWARDED, Ranked.NOBODY);
    Ranked paid = sides.getOrDefault(Side.PAID, Ranked.NOBODY);
    Builder graph = new Builder();
    graph.in(FlowRole.OPENED, totals.opened());
    graph.ranked(true, Names.GIVERS, totals.donated(), gave);
    graph.in(FlowRole.INCOME, totals.income());
    graph.in(FlowRole.TRANSFERRED_IN, totals.transferredIn());
    graph.in(FlowRole.EXCHANGED_IN, totals.exchangedIn());
    graph.in(FlowRole.CAME_BACK, totals.returned());
    boolean onlyPromised =
        totals.disbursed().signum() == 0
            && paid.top().isEmpty()
            && totals.outstanding().compareTo(totals.awarded()) == 0;
    if (onlyPromised) {
      graph.ranked(false, Names.PROMISED, totals.outstanding(), awarded);
    } else {
      graph.ranked(false, Names.RECIPIENTS, totals.disbursed(), paid);
      graph.out(FlowRole.OUTSTANDING, totals.outstanding());
    }
    graph.out(FlowRole.RELEASED, totals.released());
    graph.out(FlowRole.SPENT_PROGRAMME, totals.spending().programme());
    graph.out(FlowRole.SPENT_RUNNING, totals.spending().running());
    graph.out(FlowRole.SPENT_FUNDRAISING, totals.spending().fundraising());
    graph.out(FlowRole.SPENT_FEE, totals.spending().fee());
    graph.out(FlowRole.REFUNDED, totals.refunded());
    graph.out(FlowRole.TRANSFERRED_OUT, totals.transferredOut());
    graph.out(FlowRole.EXCHANGED_OUT, totals.exchangedOut());
    if (totals.free().signum() >= 0) {
      graph.out(FlowRole.FREE, totals.free());
    } else {
      graph.in(lack(pot, totals), totals.free().negate());
    }
    return new FlowGraph(pot, graph.ins, graph.outs);
  }

  private static FlowRole lack(Pot pot, Totals totals) {
    if (pot.managed()) {
      return FlowRole.SHORT;
    }
    return totals.statesIncome() ? FlowRole.UNEXPLAINED : FlowRole.NOT_PUBLISHED;
  }

  /** The roles of one side's organisations. */
  private record Names(FlowRole one, FlowRole others, FlowRole unnamed) {
    static final Names GIVERS =
        new Names(FlowRole.GIVER, FlowRole.OTHER_GIVERS, FlowRole.UNNAMED_GIVERS);
    static final Names RECIPIENTS =
        new Names(FlowRole.RECIPIENT, FlowRole.OTHER_RECIPIENTS, FlowRole.UNNAMED_RECIPIENTS);
    static final Names PROMISED =
        new Names(FlowRole.PROMISED, FlowRole.OTHER_PROMISED, FlowRole.UNNAMED_PROMISED);
  }

  private static final class Builder {
    private final List<Stream> ins = new ArrayList<>();
    private final List<Stream> outs = new ArrayList<>();

    void in(FlowRole role, BigDecimal amount) {
      add(true, role, "", new Sum(amount, 0), 0);
    }

    void out(FlowRole role, BigDecimal amount) {
      add(false, role, "", new Sum(amount, 0), 0);
    }

    /** The largest one by one, then what is left of the total. */
    void ranked(boolean in, Names names, BigDecimal total, Ranked ranked) {
      BigDecimal left = total.subtract(ranked.unnamed().amount());
      for (Ranked.PartySum party : ranked.top()) {
        add(in, names.one(), party.organisation(), party.sum(), 1);
        left = left.subtract(party.sum().amount());
      }
      add(in, names.others(), "", new Sum(left, 0), ranked.parties() - ranked.top().size());
      add(in, names.unnamed(), "", ranked.unnamed(), 0);
    }

    private void add(boolean in, FlowRole role, String organisation, Sum sum, long parties) {
      int sign = sum.amount().signum();
      if (sign != 0) {
        boolean takenBack = sign < 0;
        (in == takenBack ? outs : ins)
            .add(
                new Stream(
                    role, organisation, sum.amount().abs(), sum.entries(), parties, takenBack));
      }
    }
  }
}
