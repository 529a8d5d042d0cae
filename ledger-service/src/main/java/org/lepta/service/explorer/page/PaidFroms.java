package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.trail.PaymentOrigins;
import org.lepta.service.trail.PaymentOrigins.Item;
import org.lepta.ui.view.PaidFrom;
import org.lepta.ui.view.PaidFromTexts;

/**
 * What a payment was paid from, as its page shows it. A payment must not tell who of a few persons
 * gave for it: their gifts stand together by month, and months with fewer than {@link #FEW} of them
 * are one. Gifts of organisations are public, and stand by themselves.
 */
final class PaidFroms {

  /** The most pieces of a payment that are looked at. */
  static final int MAX_PIECES = 200;

  /** The most rows for money that stands by itself. */
  private static final int MAX_ALONE = 20;

  private static final int FEW = 5;

  private final View view;
  private final PaidFromTexts texts;

  PaidFroms(View view) {
    this.view = view;
    this.texts = new PaidFromTexts(view.language());
  }

  /** The organisations that gave for a payment. */
  static void name(PaymentOrigins origins, NameBooks names) {
    origins.items().stream().map(Item::giver).filter(Objects::nonNull).forEach(names::organisation);
  }

  PaidFrom of(PaymentOrigins.Pool pool, String unit) {
    String note =
        texts.pool(
            YearMonth.parse(pool.month()),
            view.money(unit, new BigDecimal(pool.pool())),
            view.money(unit, new BigDecimal(pool.paid())),
            pool.provisional());
    return new PaidFrom(note, List.of());
  }

  PaidFrom of(PaymentOrigins origins, boolean earmarked) {
    List<PaidFrom.Row> rows = new ArrayList<>();
    Persons persons = new Persons();
    BigDecimal further = beyond(origins);
    for (Item item : origins.items()) {
      if (Kind.DONATION.label().equals(item.kind()) && item.giver() == null) {
        persons.add(item);
      } else if (rows.size() < MAX_ALONE) {
        rows.add(alone(origins.unit(), item));
      } else {
        further = further.add(new BigDecimal(item.amount()));
      }
    }
    persons.rows(origins.unit(), rows);
    add(rows, origins.unit(), further, texts.further());
    add(rows, origins.unit(), new BigDecimal(origins.uncovered()), texts.uncovered());
    return new PaidFrom(texts.rule(earmarked), rows);
  }

  /** Units in pieces that were not looked at. */
  private static BigDecimal beyond(PaymentOrigins origins) {
    return origins.next() == null
        ? BigDecimal.ZERO
        : origins.items().stream()
            .map(item -> new BigDecimal(item.amount()))
            .reduce(
                new BigDecimal(origins.amount()).subtract(new BigDecimal(origins.uncovered())),
                BigDecimal::subtract);
  }

  private void add(List<PaidFrom.Row> rows, String unit, BigDecimal amount, String what) {
    if (amount.signum() > 0) {
      rows.add(new PaidFrom.Row(view.money(unit, amount), what, null));
    }
  }

  private PaidFrom.Row alone(String unit, Item item) {
    Long leaf = item.leaf();
    return new PaidFrom.Row(
        view.money(unit, new BigDecimal(item.amount())),
        what(item),
        leaf == null ? null : view.links().entry(leaf));
  }

  private String what(Item item) {
    if (item.giver() != null && Kind.DONATION.label().equals(item.kind())) {
      return texts.giver(view.organisation(item.giver()).name());
    }
    return item.kind() == null
        ? texts.unknown()
        : view.texts().label(Kinds.shown(Kind.ofLabel(item.kind()).orElseThrow()));
  }

  /** Gifts of persons, and money. */
  private record Sum(Set<Long> gifts, BigDecimal amount) {
    Sum plus(Sum more) {
      Set<Long> all = new HashSet<>(gifts);
      all.addAll(more.gifts());
      return new Sum(all, amount.add(more.amount()));
    }
  }

  private final class Persons {
    private final Map<String, Sum> months = new TreeMap<>();

    void add(Item item) {
      String month = item.date() == null ? "" : item.date().substring(0, "2026-03".length());
      Sum sum = new Sum(Set.of(Objects.requireNonNull(item.leaf())), new BigDecimal(item.amount()));
      months.merge(month, sum, Sum::plus);
    }

    void rows(String unit, List<PaidFrom.Row> rows) {
      Sum few = new Sum(Set.of(), BigDecimal.ZERO);
      for (Map.Entry<String, Sum> month : months.entrySet()) {
        if (month.getKey().isEmpty() || month.getValue().gifts().size() < FEW) {
          few = few.plus(month.getValue());
        } else {
          rows.add(row(unit, month.getValue(), month.getKey()));
        }
      }
      if (!few.gifts().isEmpty()) {
        rows.add(row(unit, few, null));
      }
    }

    private PaidFrom.Row row(String unit, Sum sum, @Nullable String month) {
      String what = texts.gifts(sum.gifts().size(), month == null ? null : YearMonth.parse(month));
      return new PaidFrom.Row(view.money(unit, sum.amount()), what, null);
    }
  }
}
