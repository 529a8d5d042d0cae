package org.lepta.service.trail;

import static java.util.stream.Collectors.joining;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Lens;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.trail.Trail.Reached;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads trails: where a gift went, and what a payment was paid from (docs/reference/trails). Every
 * answer is bounded, says what it left out, and is the same for ever for a size of the log.
 * Thread-safe.
 */
public final class Trails {

  /** The most hops of one trail. */
  static final int MAX_HOPS = 32;

  /** The most items of one page of a payment's origins. */
  public static final int MAX_ITEMS = 1000;

  private final JdbcClient database;
  private final Hops lines;
  private final PoolHops pools;
  private final Onward onward;
  private final Origins origins;

  /** Reads from that database, with the steps of payments from the ladder. */
  public Trails(DataSource database, EvidenceLadder evidence) {
    this.database = JdbcClient.create(database);
    this.lines = new Hops(this.database, evidence);
    this.pools = new PoolHops(this.database, evidence, lines);
    this.onward = new Onward(this.database);
    this.origins = new Origins(this.database);
  }

  /** Leaves in the log now. */
  public long size() {
    return database.sql("SELECT size FROM log_state").query(Long.class).optional().orElse(0L);
  }

  /**
   * The rule by which a fund's gifts without an earmark are traced, as the fund declares it; first
   * in, first out if it declares none of them.
   */
  private Lens declared(String fund) {
    String word =
        database
            .sql(
                "SELECT coalesce(convert_from(bytes, 'UTF8')::json #>> '{entry,lens}', '') FROM"
                    + " entry WHERE id = ? AND kind = 'fund' ORDER BY leaf LIMIT 1")
            .param(fund)
            .query(String.class)
            .optional()
            .orElse("");
    return word.equals(Lens.PROPORTIONAL.word()) ? Lens.PROPORTIONAL : Lens.FIRST_IN_FIRST_OUT;
  }

  /**
   * The leaf of a donation.
   *
   * @param id its id in the fund; of several with one id the first in the log
   * @param size what the log of that size knew
   */
  public Optional<Long> leafOf(String fund, String id, long size) {
    return database
        .sql(
            "SELECT leaf FROM entry WHERE id = ? AND kind = 'donation' AND fund = ?"
                + " AND leaf < ? ORDER BY leaf LIMIT 1")
        .params(id, fund, size)
        .query(Long.class)
        .optional();
  }

  /**
   * The lens of that name; null without a name.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#LENS_INVALID}
   */
  public static @Nullable Lens lens(@Nullable String word) {
    if (word == null) {
      return null;
    }
    return Arrays.stream(Lens.values())
        .filter(lens -> lens.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            ReadCode.LENS_INVALID.refusal(
                "lens is one of "
                    + Arrays.stream(Lens.values()).map(Lens::word).collect(joining(", "))
                    + '.'));
  }

  /**
   * The trail of a donation by the lens that is asked for, or else by the one that its fund
   * declares.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#LENS_UNAVAILABLE}
   */
  public Optional<Traced> trace(long leaf, String fund, long size, @Nullable Lens asked) {
    Lens declared = declared(fund);
    return find(leaf, size, asked == null ? declared : asked)
        .map(trail -> {
          boolean earmarked = trail.hops().getFirst().earmarked();
          requireLens(asked, earmarked);
          return new Traced(trail, earmarked ? Lens.EARMARKED : declared);
        });
  }

  /** An earmarked gift has a line of its own under every lens; any other one stands on none. */
  private static void requireLens(@Nullable Lens asked, boolean earmarked) {
    if (asked != null && earmarked != (asked == Lens.EARMARKED)) {
      throw ReadCode.LENS_UNAVAILABLE.refusal(
          earmarked
              ? "This donation is earmarked; available for it: earmarked."
              : "This donation is not earmarked; available for it: first-in-first-out,"
                  + " proportional.");
    }
  }

  /** The trail on the fund's line: first in, first out, or earmarked. */
  public Optional<Trail> find(long leaf, long size) {
    return find(leaf, size, Lens.FIRST_IN_FIRST_OUT);
  }

  /**
   * The trail of what an entry gave: a donation, but also an opening balance, income or what came
   * by a transfer.
   *
   * @param leaf index of the entry
   * @param size as the log of that size knew it
   * @param lens the rule for money without an earmark; an earmarked gift has its own under each
   * @return empty if that entry gave nothing, or stands beyond that size
   */
  public Optional<Trail> find(long leaf, long size, Lens lens) {
    HopFinder hops = lens == Lens.PROPORTIONAL ? pools : lines;
    HopPart gift = hops.find(0, null, leaf, size);
    return gift == null ? Optional.empty() : Optional.of(follow(hops, gift, size, lens));
  }

  private Trail follow(HopFinder hops, HopPart gift, long size, Lens lens) {
    List<HopPart> reached = new ArrayList<>(List.of(gift));
    Set<Long> gifts = new HashSet<>(Set.of(gift.hop().leaf()));
    boolean leftOut = false;
    for (int i = 0; i < reached.size(); i++) {
      HopPart from = reached.get(i);
      for (Onward.Target target : onward.of(from, size)) {
        boolean known = !target.exact() && !gifts.add(target.leaf());
        if (known) {
          continue;
        }
        if (reached.size() == MAX_HOPS) {
          leftOut = true;
          break;
        }
        add(hops, reached, i, target, size);
      }
    }
    return new Trail(
        size,
        (gift.hop().earmarked() ? Lens.EARMARKED : lens).word(),
        reached.stream().map(HopPart::hop).toList(),
        leftOut,
        provisionalFrom(reached));
  }

  private static @Nullable String provisionalFrom(List<HopPart> reached) {
    return reached.stream()
        .map(HopPart::openMonth)
        .filter(Objects::nonNull)
        .map(YearMonth.class::cast)
        .min(Comparator.naturalOrder())
        .map(YearMonth::toString)
        .orElse(null);
  }

  private static void add(
      HopFinder hops, List<HopPart> reached, int from, Onward.Target target, long size) {
    Reached by = new Reached(from, target.by(), target.exact());
    HopPart next =
        target.exact()
            ? hops.find(reached.size(), by, target.leaf(), target.from(), target.to(), size)
            : hops.find(reached.size(), by, target.leaf(), size);
    if (next != null) {
      reached.add(next);
    }
  }

  /**
   * What a payment was paid from, in the order of its units.
   *
   * @param leaf index of the payment
   * @param after the {@code next} of the page before; absent for the first page
   * @param limit 1 to {@link #MAX_ITEMS}
   * @param size as the log of that size knew it
   * @return empty if that entry took nothing of its fund's money, or stands beyond that size
   * @throws IllegalArgumentException if the limit or the cursor is out of range
   */
  public Optional<PaymentOrigins> origins(long leaf, @Nullable String after, int limit, long size) {
    return origins.find(leaf, 0, Long.MAX_VALUE, after, limit, size);
  }

  /** The same for a range of the payment's units, such as {@link PaymentOrigins.Earlier} names. */
  public Optional<PaymentOrigins> origins(
      PaymentOrigins.Earlier range, @Nullable String after, int limit, long size) {
    return origins.find(
        range.leaf(), Units.parse(range.from()), Units.parse(range.to()), after, limit, size);
  }

  /**
   * The pool that shares a payment, if its fund declares the proportional lens.
   *
   * @param leaf index of the payment
   * @param size as the log of that size knew it
   * @return empty if the fund declares another lens, or the payment names an earmarked gift
   */
  public Optional<PaymentOrigins.Pool> pool(long leaf, String fund, long size) {
    return declared(fund) == Lens.PROPORTIONAL ? pools.ofPayment(leaf, size) : Optional.empty();
  }
}
