package org.lepta.service.passport;

import com.google.errorprone.annotations.FormatMethod;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.trail.Trail;
import org.lepta.service.trail.Trail.Hop;
import org.lepta.service.trail.Trail.Step;

/** Whether a trail fits the leaves (docs/reference/passports, What is checked). */
final class TrailFit {

  private static final Pattern AMOUNT =
      Pattern.compile("(0|[1-9][0-9]{0,29})(\\.[0-9]{0,3}[1-9])?");

  private final ReadLeaves leaves;

  TrailFit(ReadLeaves leaves) {
    this.leaves = leaves;
  }

  /**
   * Requires that it fits.
   *
   * @throws PassportException with {@link PassportCode#TRAIL_DIFFERS}
   */
  void require(Trail trail, long gift, long size) throws PassportException {
    require(
        trail.size() == size, "the trail is of size %s, the checkpoint of %s", trail.size(), size);
    Hop first = trail.hops().getFirst();
    boolean whole =
        first.leaf() == gift
            && first.kind().equals(Kind.DONATION.label())
            && amount(first.from()).signum() == 0
            && first.reachedBy() == null;
    require(whole, "the first hop is not the whole gift, entry %s", gift);
    require(
        amount(first.amount()).compareTo(flow(gift).amount().toBigDecimal()) == 0,
        "the first hop has not the amount of the gift, entry %s",
        gift);
    for (int number = 0; number < trail.hops().size(); number++) {
      hop(trail.hops().get(number), number);
    }
  }

  @FormatMethod
  private static void require(boolean holds, String sentence, Object... values)
      throws PassportException {
    if (!holds) {
      throw new PassportException(PassportCode.TRAIL_DIFFERS, sentence.formatted(values));
    }
  }

  private static BigDecimal amount(String text) throws PassportException {
    require(AMOUNT.matcher(text).matches(), "%s is no amount", text);
    return new BigDecimal(text);
  }

  private void hop(Hop hop, int number) throws PassportException {
    require(hop.number() == number, "hop %s is out of order", hop.number());
    if (number > 0) {
      Trail.Reached by = hop.reachedBy();
      require(by != null && by.hop() < number, "hop %s is reached by no earlier one", number);
      entry(Objects.requireNonNull(by).leaf());
    }
    origin(hop);
    sums(hop);
    for (Step step : hop.steps()) {
      step(hop, step);
    }
    for (Trail.GrantActs grant : hop.grants()) {
      for (Trail.Act act : grant.acts()) {
        named(act.leaf(), act.kind(), act.id(), act.date());
        flows(act.leaf(), hop.fund(), act.unit(), act.amount());
        grant(act.leaf(), grant.grant());
      }
    }
  }

  private void origin(Hop hop) throws PassportException {
    named(hop.leaf(), hop.kind(), hop.id(), hop.date());
    Flow flow = flow(hop.leaf());
    String unit = flow instanceof Exchange e ? e.boughtUnit().code() : flow.unit().code();
    BigDecimal given =
        (flow instanceof Exchange e ? e.boughtAmount() : flow.amount()).toBigDecimal();
    require(
        flow.fund().equals(hop.fund()) && unit.equals(hop.unit()),
        "hop %s is not in the fund and unit of entry %s",
        hop.number(),
        hop.leaf());
    require(
        amount(hop.to()).compareTo(given) <= 0,
        "hop %s has more than entry %s gave",
        hop.number(),
        hop.leaf());
  }

  private static void sums(Hop hop) throws PassportException {
    BigDecimal whole = amount(hop.amount());
    BigDecimal spent = amount(hop.spent());
    require(
        amount(hop.to()).subtract(amount(hop.from())).compareTo(whole) == 0,
        "the amount of hop %s is not that of its units",
        hop.number());
    BigDecimal parts = amount(hop.unspent()).add(amount(hop.voided())).add(spent);
    require(
        hop.piecesLeftOut() || parts.compareTo(whole) == 0,
        "unspent, voided and spent of hop %s are not its amount",
        hop.number());
    BigDecimal drawn = amount(hop.spentLeftOut());
    for (Step step : hop.steps()) {
      drawn = drawn.add(amount(step.amount()));
    }
    require(
        spent.add(amount(hop.cameBack())).compareTo(drawn) == 0,
        "the pieces of hop %s are not what was spent",
        hop.number());
  }

  private void step(Hop hop, Step step) throws PassportException {
    named(step.leaf(), step.kind(), step.id(), step.date());
    flows(step.leaf(), hop.fund(), hop.unit(), step.paymentAmount());
    grant(step.leaf(), step.grant());
    BigDecimal piece = amount(step.amount());
    Trail.Drawn drawn = Objects.requireNonNull(step.drawn(), "a passport names the units");
    boolean within =
        piece.compareTo(amount(step.paymentAmount())) <= 0
            && amount(drawn.from()).compareTo(amount(hop.from())) >= 0
            && amount(drawn.to()).compareTo(amount(hop.to())) <= 0
            && amount(drawn.to()).subtract(amount(drawn.from())).compareTo(piece) == 0;
    require(within, "a piece of hop %s in entry %s is not within both", hop.number(), step.leaf());
  }

  private Leaf entry(long index) throws PassportException {
    Leaf leaf = leaves.find(index).orElse(null);
    require(leaf != null, "entry %s of the trail is not among the leaves", index);
    return Objects.requireNonNull(leaf);
  }

  private Flow flow(long index) throws PassportException {
    Entry entry = entry(index).entry();
    require(entry.body() instanceof Flow, "entry %s of the trail moves nothing", index);
    return (Flow) entry.body();
  }

  private void named(long index, String kind, String id, @Nullable String date)
      throws PassportException {
    Entry entry = entry(index).entry();
    Object happened = entry.header().happenedOn();
    Object on = happened == null ? entry.header().decidedOn() : happened;
    boolean same =
        entry.kind().label().equals(kind)
            && entry.id().equals(id)
            && Objects.equals(on == null ? null : on.toString(), date);
    require(same, "entry %s is not of the kind, id and date that the trail tells", index);
  }

  private void flows(long index, String fund, String unit, String stated) throws PassportException {
    Flow flow = flow(index);
    boolean same =
        flow.fund().equals(fund)
            && flow.unit().code().equals(unit)
            && flow.amount().toBigDecimal().compareTo(amount(stated)) == 0;
    require(same, "entry %s has not the fund, unit and amount that the trail tells", index);
  }

  private void grant(long index, @Nullable String grant) throws PassportException {
    require(
        Objects.equals(EntryFacts.of(entry(index).entry()).grant(), grant),
        "entry %s is not of the grant that the trail tells",
        index);
  }
}
