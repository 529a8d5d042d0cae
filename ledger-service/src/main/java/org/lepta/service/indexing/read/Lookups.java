package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.EntryFacts;
import org.springframework.stereotype.Component;

/**
 * What a whole page of lines needs beside the lines, each in one statement however many lines there
 * are. Thread-safe.
 *
 * <p>{@code at} is the size of the log as known then, or null for now; one that the log never had
 * is refused with {@link ReadCode#AT_INVALID}.
 */
@Component
public final class Lookups {

  private static final String[] FLOWS =
      Arrays.stream(Kind.values())
          .filter(kind -> Flow.class.isAssignableFrom(kind.type()))
          .map(Kind::label)
          .toArray(String[]::new);

  private final Index index;
  private final Texts texts;
  private final LookupsThen then;

  public Lookups(Index index, Texts texts) {
    this.index = index;
    this.texts = texts;
    this.then = new LookupsThen(index);
  }

  /** The names that funds state, by fund; of unknown funds nothing. */
  public Map<String, List<ResolvedText>> fundNames(Collection<String> funds) {
    return names("fund", funds);
  }

  /** The names that organisations have, by organisation; of unknown ones nothing. */
  public Map<String, List<ResolvedText>> organisationNames(Collection<String> organisations) {
    return names("organisation", organisations);
  }

  private Map<String, List<ResolvedText>> names(String register, Collection<String> ids) {
    Map<String, List<ResolvedText>> names = new HashMap<>();
    if (!ids.isEmpty()) {
      index
          .list(
              "SELECT e.leaf, e.fund, e.owner, e.managed, e.committed, e.bytes FROM "
                  + register
                  + " r JOIN entry e ON e.leaf = r.leaf WHERE r.id = ANY (?)",
              Entries::record,
              (Object) new TreeSet<>(ids).toArray(String[]::new))
          .forEach(entry -> names.put(entry.id(), namesOf(entry)));
    }
    return names;
  }

  private List<ResolvedText> namesOf(EntryRecord entry) {
    return texts.of(entry.entry(), Set.of("name"));
  }

  /**
   * The entries of a kind with this id, newest first, repeats left out: one for each organisation
   * that states one.
   */
  public List<EntryRecord> statements(Kind kind, String id, @Nullable Long at, int limit) {
    return index.list(
        "SELECT leaf, fund, owner, managed, committed, bytes FROM entry"
            + " WHERE id = ? AND kind = ? AND repeat_of IS NULL AND leaf < ?"
            + " ORDER BY leaf DESC LIMIT "
            + limit,
        Entries::record,
        id,
        kind.label(),
        index.behind(at));
  }

  /** The leaf indexes of those payments that the other side confirms in full. */
  public Set<Long> confirmed(Collection<EntryRecord> entries, @Nullable Long at) {
    List<EntryRecord> payments =
        entries.stream().filter(entry -> entry.entry().body() instanceof Disbursement).toList();
    if (payments.isEmpty()) {
      return Set.of();
    }
    return index.isNow(at) ? confirmedNow(payments) : then.confirmed(payments, index.sizeAt(at));
  }

  private Set<Long> confirmedNow(List<EntryRecord> payments) {
    Set<Long> confirmed = new HashSet<>();
    Map<Payment, BigDecimal> sums = new HashMap<>();
    index.list(
        "SELECT p.fund, p.payment, p.unit, p.confirmed FROM payment_confirmation p"
            + " JOIN unnest(?::text[], ?::text[]) AS k (fund, payment)"
            + " ON p.fund = k.fund AND p.payment = k.payment",
        (row, n) ->
            sums.put(
                new Payment(row.getString(1), row.getString(2), row.getString(3)),
                row.getBigDecimal(4)),
        payments.stream().map(EntryRecord::fund).toArray(String[]::new),
        payments.stream().map(EntryRecord::id).toArray(String[]::new));
    for (EntryRecord payment : payments) {
      Disbursement stated = (Disbursement) payment.entry().body();
      BigDecimal sum = sums.get(new Payment(stated.fund(), payment.id(), stated.unit().code()));
      if (sum != null && sum.compareTo(stated.amount().toBigDecimal()) >= 0) {
        confirmed.add(payment.index());
      }
    }
    return confirmed;
  }

  private record Payment(String fund, String id, String unit) {}

  /** The leaf indexes of those payments that the other side confirms in full. */
  public Set<Long> confirmedLeaves(Collection<Long> payments, @Nullable Long at) {
    return confirmed(
        index.list(
            "SELECT leaf, fund, owner, managed, committed, bytes FROM entry WHERE leaf = ANY (?)",
            Entries::record,
            (Object) payments.toArray(Long[]::new)),
        at);
  }

  /** A grant of a fund. */
  public record GrantKey(String fund, String grant) {}

  /**
   * The entries of grants in a log of that size, in log order, by grant: award, changes, payments
   * and what takes them back.
   */
  public Map<GrantKey, List<EntryRecord>> ofGrants(Collection<GrantKey> grants, long size) {
    List<GrantKey> distinct = grants.stream().distinct().toList();
    return index
        .list(
            "SELECT e.leaf, e.fund, e.owner, e.managed, e.committed, e.bytes"
                + " FROM unnest(?::text[], ?::text[]) AS k (fund, grant_id)"
                + " JOIN entry e ON e.fund = k.fund AND e.grant_id = k.grant_id"
                + " WHERE e.leaf < ? ORDER BY e.leaf",
            Entries::record,
            distinct.stream().map(GrantKey::fund).toArray(String[]::new),
            distinct.stream().map(GrantKey::grant).toArray(String[]::new),
            size)
        .stream()
        .collect(Collectors.groupingBy(Lookups::grantOf));
  }

  private static GrantKey grantOf(EntryRecord entry) {
    return new GrantKey(
        Objects.requireNonNull(entry.fund()),
        Objects.requireNonNull(EntryFacts.of(entry.entry()).grant()));
  }

  /**
   * What was awarded and paid under a grant, in the unit of its award.
   *
   * @param awarded with amendments
   */
  public record GrantSums(BigDecimal awarded, BigDecimal paid) {}

  /** The sums of grants in the units in which they were awarded, by grant. */
  public Map<GrantKey, GrantSums> grantSums(Collection<EntryRecord> grants, @Nullable Long at) {
    if (grants.isEmpty()) {
      return Map.of();
    }
    return index.isNow(at)
        ? grantSumsNow(List.copyOf(grants))
        : then.grantSums(
            ofGrants(grants.stream().map(Lookups::grantOf).toList(), index.sizeAt(at)));
  }

  private Map<GrantKey, GrantSums> grantSumsNow(List<EntryRecord> wanted) {
    Map<GrantKey, GrantSums> sums = new HashMap<>();
    index.list(
        "SELECT s.fund, s.grant_id, sum(amount) FILTER (WHERE measure = 'awarded'),"
            + " sum(amount) FILTER (WHERE measure IN ('paid_released', 'paid_direct'))"
            + " FROM unnest(?::text[], ?::text[], ?::text[]) AS k (fund, grant_id, unit)"
            + " JOIN grant_sum s ON s.fund = k.fund AND s.grant_id = k.grant_id AND s.unit = k.unit"
            + " GROUP BY s.fund, s.grant_id",
        (row, n) ->
            sums.put(
                new GrantKey(row.getString(1), row.getString(2)),
                new GrantSums(orZero(row.getBigDecimal(3)), orZero(row.getBigDecimal(4)))),
        wanted.stream().map(EntryRecord::fund).toArray(String[]::new),
        wanted.stream().map(EntryRecord::id).toArray(String[]::new),
        wanted.stream().map(Lookups::unitOf).toArray(String[]::new));
    return sums;
  }

  static String unitOf(EntryRecord entry) {
    return ((Flow) entry.entry().body()).unit().code();
  }

  private record Movement(String fund, @Nullable Date on) {}

  /** The business date of the newest entry that touched each fund; undated ones are left out. */
  public Map<String, LocalDate> lastMovements(Collection<String> funds, @Nullable Long at) {
    if (funds.isEmpty()) {
      return Map.of();
    }
    List<Movement> newest =
        index.list(
            "SELECT k.fund, (SELECT e.business_date FROM unnest(?::text[]) AS f (kind)"
                + " CROSS JOIN LATERAL (SELECT leaf, business_date FROM entry"
                + " WHERE fund = k.fund AND kind = f.kind AND leaf < ? ORDER BY leaf DESC LIMIT 1) AS e"
                + " ORDER BY e.leaf DESC LIMIT 1) FROM unnest(?::text[]) AS k (fund)",
            (row, n) -> new Movement(row.getString(1), row.getDate(2)),
            FLOWS,
            index.behind(at),
            new TreeSet<>(funds).toArray(String[]::new));
    Map<String, LocalDate> dates = new HashMap<>();
    for (Movement movement : newest) {
      if (movement.on() != null) {
        dates.put(movement.fund(), movement.on().toLocalDate());
      }
    }
    return dates;
  }

  /** Whether the organisation keeps the ledger. */
  public boolean isMember(String organisation) {
    return index
        .one("SELECT 1 FROM member WHERE organisation = ? LIMIT 1", (row, n) -> 1, organisation)
        .isPresent();
  }

  /** The mode of a fund; empty if there is no such fund. */
  public Optional<Boolean> isManaged(String fund) {
    return index.one("SELECT managed FROM fund WHERE id = ?", (row, n) -> row.getBoolean(1), fund);
  }

  private static BigDecimal orZero(@Nullable BigDecimal sum) {
    return sum == null ? BigDecimal.ZERO : sum;
  }
}
