package org.lepta.service.indexing.read;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Amount;

/**
 * Which entries, and in which order. Filters that are absent let everything through.
 *
 * @param kinds empty for all
 * @param fund the fund an entry touches
 * @param organisation owner of the fund, or who stated the entry
 * @param recipient the organisation at the other side
 * @param grant with {@code fund}: the grant an entry belongs to
 * @param target qualified id of the entry it is about
 * @param unit of the amount
 * @param from first business date; undated entries are left out
 * @param to first business date that is too late; undated entries are left out
 * @param minAmount inclusive; with {@code unit}
 * @param maxAmount inclusive; with {@code unit}
 * @param q what to search for: the begin of an id, or words of an organisation's name
 * @param span which part of the log
 * @param order in which they stand
 */
public record EntryQuery(
    Set<Kind> kinds,
    @Nullable String fund,
    @Nullable String organisation,
    @Nullable String recipient,
    @Nullable String grant,
    @Nullable String target,
    @Nullable String unit,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Amount minAmount,
    @Nullable Amount maxAmount,
    @Nullable String q,
    Span span,
    Order order) {

  /** What a list is sorted by. */
  public enum Sort {
    /** Place in the log. */
    LEAF,
    /** Business date, then place in the log; entries without a date stand at the end. */
    DATE,
    /** Amount, then place in the log; within one unit only. */
    AMOUNT;

    /** The word for it in addresses. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What a word of an address means. */
    public static Optional<Sort> ofLabel(String label) {
      return Arrays.stream(values()).filter(sort -> sort.label().equals(label)).findFirst();
    }
  }

  /**
   * The order of a list.
   *
   * @param ascending from the oldest or least instead of from the newest or greatest
   */
  public record Order(Sort by, boolean ascending) {

    /** As lists stand if nothing else is asked for: the newest entries of the log first. */
    public static final Order NEWEST = new Order(Sort.LEAF, false);
  }

  /**
   * A part of the log.
   *
   * @param since size of the log from which on; absent for all of it
   * @param at size of the log as known then; absent for now
   */
  public record Span(@Nullable Long since, @Nullable Long at) {

    /** The whole log. */
    public static final Span ALL = new Span(null, null);

    /** Refuses negative sizes, with {@link ReadCode#AT_INVALID}. */
    public Span {
      if ((at != null && at < 0) || (since != null && since < 0)) {
        throw ReadCode.AT_INVALID.refusal("at and since are sizes of the log, from 0.");
      }
    }
  }

  /** Everything, newest first. */
  public static final EntryQuery ALL =
      new EntryQuery(
          Set.of(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Span.ALL,
          Order.NEWEST);

  /** Refuses what cannot be asked, with {@link ReadCode#FILTER_INVALID}. */
  public EntryQuery {
    kinds = Set.copyOf(kinds);
    if ((minAmount != null || maxAmount != null) && unit == null) {
      throw ReadCode.FILTER_INVALID.refusal("minAmount and maxAmount need unit.");
    }
    if (order.by() == Sort.AMOUNT && unit == null) {
      throw ReadCode.FILTER_INVALID.refusal(
          "sort=amount needs unit: amounts of different units cannot be compared.");
    }
    if (grant != null && fund == null) {
      throw ReadCode.FILTER_INVALID.refusal("grant needs fund.");
    }
  }

  /** All entries of these kinds. */
  public static EntryQuery of(Kind... kinds) {
    return ALL.kinds(Set.of(kinds));
  }

  public EntryQuery kinds(Set<Kind> value) {
    return with(copy -> copy.kinds = value);
  }

  public EntryQuery fund(@Nullable String value) {
    return with(copy -> copy.fund = value);
  }

  /** Of whichever fund, and so of no grant of one. */
  EntryQuery anyFund() {
    return with(copy -> {
      copy.fund = null;
      copy.grant = null;
    });
  }

  public EntryQuery organisation(@Nullable String value) {
    return with(copy -> copy.organisation = value);
  }

  public EntryQuery recipient(@Nullable String value) {
    return with(copy -> copy.recipient = value);
  }

  /** The entries of one grant of a fund. */
  public EntryQuery grant(String ofFund, String value) {
    return with(copy -> {
      copy.fund = ofFund;
      copy.grant = value;
    });
  }

  public EntryQuery target(@Nullable String value) {
    return with(copy -> copy.target = value);
  }

  public EntryQuery dated(@Nullable LocalDate first, @Nullable LocalDate tooLate) {
    return with(copy -> {
      copy.from = first;
      copy.to = tooLate;
    });
  }

  /** Of a unit, and not less and not more than. */
  public EntryQuery amounts(@Nullable String of, @Nullable Amount least, @Nullable Amount most) {
    return with(copy -> {
      copy.unit = of;
      copy.minAmount = least;
      copy.maxAmount = most;
    });
  }

  /** What is searched for. */
  public EntryQuery q(@Nullable String value) {
    return with(copy -> copy.q = value);
  }

  /** As known when the log had that size; null for now. */
  public EntryQuery at(@Nullable Long size) {
    return with(copy -> copy.span = new Span(span.since(), size));
  }

  /** Recorded since the log had that size; null for all. */
  public EntryQuery since(@Nullable Long size) {
    return with(copy -> copy.span = new Span(size, span.at()));
  }

  /** The one calendar year that its dates are; null if they are none or others. */
  public @Nullable Integer year() {
    LocalDate first = from();
    return first != null && first.getDayOfYear() == 1 && first.plusYears(1).equals(to())
        ? first.getYear()
        : null;
  }

  /** The kinds that stand in it: all where none is chosen. */
  Set<Kind> listed() {
    return kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds;
  }

  /** In this order. */
  public EntryQuery order(Order value) {
    return with(copy -> copy.order = value);
  }

  /** The same, in this direction. */
  public EntryQuery ascending(boolean value) {
    return order(new Order(order.by(), value));
  }

  private EntryQuery with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.query();
  }

  /** A query while it is changed. */
  private static final class Copy {
    private Set<Kind> kinds;
    private @Nullable String fund;
    private @Nullable String organisation;
    private @Nullable String recipient;
    private @Nullable String grant;
    private @Nullable String target;
    private @Nullable String unit;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Amount minAmount;
    private @Nullable Amount maxAmount;
    private @Nullable String q;
    private Span span;
    private Order order;

    Copy(EntryQuery of) {
      kinds = of.kinds;
      fund = of.fund;
      organisation = of.organisation;
      recipient = of.recipient;
      grant = of.grant;
      target = of.target;
      unit = of.unit;
      from = of.from;
      to = of.to;
      minAmount = of.minAmount;
      maxAmount = of.maxAmount;
      q = of.q;
      span = of.span;
      order = of.order;
    }

    EntryQuery query() {
      return new EntryQuery(
          kinds,
          fund,
          organisation,
          recipient,
          grant,
          target,
          unit,
          from,
          to,
          minAmount,
          maxAmount,
          q,
          span,
          order);
    }
  }

  /** The size of the log as known then; null for now. */
  public @Nullable Long at() {
    return span.at();
  }

  /** One spelling of all filters, to which a cursor is bound. */
  String fingerprint() {
    return new TreeSet<>(kinds) + kinds(Set.of()).toString();
  }
}
