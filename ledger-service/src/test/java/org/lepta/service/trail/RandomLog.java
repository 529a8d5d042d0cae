package org.lepta.service.trail;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Refund;

/** Seeded sequences of all kinds that move lines, with references to known and unknown entries. */
final class RandomLog {

  private static final String[] FUNDS = {"F", "G"};

  private final Random random;
  private final TestLog log = new TestLog();
  private final Map<Kind, List<String>> ids = new HashMap<>();
  private final Map<String, Flow> flows = new HashMap<>();
  private int next;

  RandomLog(long seed) {
    this.random = new Random(seed);
  }

  static TestLog of(long seed, int entries) {
    RandomLog made = new RandomLog(seed);
    Random clock = new Random(~seed);
    YearMonth month = YearMonth.of(2026, 1);
    while (made.log.size() < entries) {
      if (clock.nextInt(12) == 0) {
        month = month.plusMonths(clock.nextInt(4) - 1L);
        made.log.in(month.toString());
      }
      made.add();
    }
    return made.log;
  }

  private void add() {
    Flows fund = new Flows(FUNDS[random.nextInt(FUNDS.length)]);
    long units = random.nextInt(12);
    switch (random.nextInt(20)) {
      case 0 -> record(fund.opening(units));
      case 1, 2, 3, 4 -> record(fund.donation(units));
      case 5, 6 -> record(fund.earmarked(units));
      case 7 -> record(fund.income(units));
      case 8 -> record(fund.fee(units / 3, any(Kind.DONATION)));
      case 9, 10 -> record(fund.refund(units, always(any(Kind.DONATION))));
      case 11 -> transfer(fund, units);
      case 12 -> record(fund.exchange(units, random.nextInt(12)));
      case 13, 14 -> record(fund.disbursement(2 * units, grant(), null));
      case 15 -> record(fund.disbursement(units, grant(), any(Kind.DONATION)));
      case 16 -> record(fund.own(units, random.nextInt(3) == 0 ? any(Kind.DONATION) : null));
      case 17 -> record(fund.back(2 * units, grant()));
      default -> correct();
    }
  }

  private void transfer(Flows from, long units) {
    Flows to = new Flows(from.fund().equals("F") ? "G" : "F");
    String out = "e" + next;
    String in = "e" + (next + 1);
    record(from.transferOut(units, to.fund(), in));
    record(to.transferIn(units, from.fund(), out));
  }

  private void correct() {
    List<String> known = new ArrayList<>(flows.keySet());
    if (known.isEmpty()) {
      return;
    }
    known.sort(String::compareTo);
    String target = known.get(random.nextInt(known.size()));
    Flow part = part(flows.get(target), random.nextInt(12));
    log.add("e" + next++, Flows.corrected(random.nextInt(10) == 0 ? null : target, part));
  }

  private static Flow part(@Nullable Flow flow, long units) {
    Flows fund = new Flows(Objects.requireNonNull(flow).fund());
    return switch (Kind.of(flow)) {
      case OPENING -> fund.opening(units);
      case DONATION -> fund.donation(units);
      case INCOME -> fund.income(units);
      case TRANSFER_IN -> fund.transferIn(units, "X", "x");
      case TRANSFER_OUT -> fund.transferOut(units, "X", "x");
      case RETURN -> fund.back(units, null);
      case FEE -> fund.fee(units, ((Fee) flow).donation());
      case REFUND -> fund.refund(units, ((Refund) flow).donation());
      case DISBURSEMENT -> fund.disbursement(units, "g1", ((Disbursement) flow).earmark());
      case EXPENDITURE -> fund.own(units, ((Expenditure) flow).earmark());
      case EXCHANGE -> fund.exchange(units, units / 2);
      default -> throw new IllegalStateException("not a kind that moves lines");
    };
  }

  private void record(Flow flow) {
    String id = random.nextInt(25) == 0 ? always(any(Kind.of(flow))) : "e" + next;
    next++;
    if (random.nextInt(25) == 0) {
      log.addRepeat(id, flow);
      return;
    }
    log.add(id, flow);
    ids.computeIfAbsent(Kind.of(flow), kind -> new ArrayList<>()).add(id);
    flows.put(id, flow);
  }

  private @Nullable String any(Kind kind) {
    List<String> known = ids.getOrDefault(kind, List.of());
    if (known.isEmpty() || random.nextInt(12) == 0) {
      return random.nextBoolean() ? null : "unknown";
    }
    return known.get(random.nextInt(known.size()));
  }

  private static String always(@Nullable String id) {
    return id == null ? "unknown" : id;
  }

  private @Nullable String grant() {
    return random.nextInt(8) == 0 ? null : "g" + random.nextInt(3);
  }
}
