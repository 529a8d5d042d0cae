package org.lepta.service.sampling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Party;

/** The auditor's working paper: one line for each payment, and columns to fill in. RFC 4180. */
final class WorkingPaper {

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "leafIndex",
          "kind",
          "id",
          "statedBy",
          "recordedBy",
          "happenedOn",
          "unit",
          "recordedAmount",
          "amount",
          "stratum",
          "hitUnit",
          "grant",
          "receiver",
          "documents",
          "documentSeen",
          "documentReference",
          "auditedAmount",
          "difference",
          "receiptConfirmed",
          "finding",
          "auditor",
          "date",
          "remark");

  private final StringBuilder out = new StringBuilder();
  private int lines;

  WorkingPaper() {
    line(COLUMNS);
  }

  void add(Selection.Chosen chosen, Leaf leaf) {
    Entry entry = leaf.entry();
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(++lines));
    cells.add(Long.toString(chosen.item().leaf()));
    cells.add(entry.kind().label());
    cells.add(entry.id());
    cells.add(entry.header().statedBy());
    cells.add(leaf.recordedBy());
    cells.add(text(entry.header().happenedOn()));
    cells.add(((Flow) entry.body()).unit().code());
    cells.add(SampleJson.amount(chosen.item().recorded()));
    cells.add(SampleJson.amount(chosen.item().amount()));
    cells.add(chosen.stratum());
    cells.add(chosen.hitUnit() == null ? "" : SampleJson.amount(chosen.hitUnit()));
    cells.add(text(grant(entry)));
    cells.add(receiver(entry));
    cells.add(Integer.toString(entry.header().evidence().size()));
    while (cells.size() < COLUMNS.size()) {
      cells.add("");
    }
    line(cells);
  }

  private static @Nullable String grant(Entry entry) {
    return entry.body() instanceof Disbursement d ? d.grant() : null;
  }

  private static String receiver(Entry entry) {
    Party party =
        switch (entry.body()) {
          case Disbursement d -> d.receiver();
          case Expenditure e -> e.payee();
          default -> null;
        };
    return party == null || party.org() == null ? "" : party.org();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private void line(List<String> cells) {
    out.append(String.join(",", cells.stream().map(WorkingPaper::cell).toList())).append("\r\n");
  }

  /** Ids come from outside: none may be a formula to the program that opens the table. */
  private static String cell(String text) {
    boolean risky = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String harmless = risky ? '\'' + text : text;
    boolean plain = harmless.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
