package org.lepta.service.exchange.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Return;
import org.lepta.service.exchange.FileKind;
import org.lepta.service.exchange.ImportReport;
import org.lepta.service.exchange.RejectCode;
import org.lepta.service.exchange.WarningCode;

/** Counts what becomes of a file. Not thread-safe. */
final class Tally {

  private long imported;
  private long changed;
  private long unchanged;
  private long repeated;
  private long rejected;
  private long vanished;
  private final TreeMap<String, Long> entries = new TreeMap<>();
  private final TreeMap<String, Long> excluded = new TreeMap<>();
  private final TreeMap<String, TreeMap<String, BigDecimal>> sums = new TreeMap<>();
  private final Set<String> recipients = new HashSet<>();
  private final List<ImportReport.Reject> rejects = new ArrayList<>();
  private final EnumMap<WarningCode, Oddities> warnings = new EnumMap<>(WarningCode.class);

  private static final class Oddities {
    private long count;
    private final List<String> positions = new ArrayList<>();
  }

  void imported() {
    imported++;
  }

  void changed() {
    changed++;
  }

  void unchanged() {
    unchanged++;
  }

  void repeated(long lines) {
    repeated += lines;
  }

  void vanished() {
    vanished++;
  }

  void exclude(String reason, long lines) {
    excluded.merge(reason, lines, Long::sum);
  }

  void recorded(Entry entry) {
    entries.merge(entry.kind().label(), 1L, Long::sum);
  }

  void reject(String position, RejectCode code, String message) {
    rejected++;
    if (rejects.size() < ImportReport.MAX_REJECTS) {
      rejects.add(new ImportReport.Reject(position, code, message));
    }
  }

  void warn(WarningCode code, String position) {
    Oddities all = warnings.computeIfAbsent(code, c -> new Oddities());
    all.count++;
    if (all.positions.size() < ImportReport.MAX_POSITIONS) {
      all.positions.add(position);
    }
  }

  /** A line that is in states this. */
  void stated(Flow flow) {
    boolean reverse = flow instanceof Correction;
    Flow plain = flow instanceof Correction correction ? correction.reverses() : flow;
    BigDecimal amount = plain.amount().toBigDecimal();
    sums.computeIfAbsent(plain.unit().code(), unit -> new TreeMap<>())
        .merge(total(plain), reverse ? amount.negate() : amount, BigDecimal::add);
    if (plain instanceof Grant grant
        && grant.recipient() != null
        && grant.recipient().org() != null) {
      recipients.add(grant.recipient().org());
    }
  }

  private static String total(Flow flow) {
    return switch (flow) {
      case Donation f -> "donated";
      case Grant f -> "awarded";
      case Amendment f -> "awarded";
      case Disbursement f -> "disbursed";
      case Return f -> "returned";
      case Expenditure f -> "spent";
      default -> throw new IllegalArgumentException("no import makes " + flow.getClass());
    };
  }

  ImportReport report(
      String file, Hash sha256, FileKind kind, @Nullable String version, boolean dryRun) {
    long out = excluded.values().stream().mapToLong(Long::longValue).sum();
    long read = imported + changed + unchanged + repeated + rejected + out;
    SortedMap<String, SortedMap<String, String>> written = new TreeMap<>();
    for (Map.Entry<String, TreeMap<String, BigDecimal>> unit : sums.entrySet()) {
      SortedMap<String, String> totals = new TreeMap<>();
      unit.getValue().forEach((name, sum) -> totals.put(name, plain(sum)));
      written.put(unit.getKey(), totals);
    }
    List<ImportReport.Warning> oddities = new ArrayList<>();
    warnings.forEach((code, all) ->
        oddities.add(new ImportReport.Warning(code, all.count, List.copyOf(all.positions))));
    return new ImportReport(
        file,
        sha256.hex(),
        kind.word(),
        version,
        dryRun,
        new ImportReport.Lines(
            read, imported, changed, unchanged, repeated, out, rejected, vanished),
        entries,
        written,
        recipients.size(),
        excluded,
        List.copyOf(rejects),
        oddities);
  }

  private static String plain(BigDecimal sum) {
    return sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
  }
}
