package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Leaf;

/** Writes the rows of entries, partitioned by leaf index. */
final class EntryRows {

  /**
   * Leaves per partition: so many that few are live, since each statement is planned for every one
   * of them (docs/benchmarks/explorer), and so few that one alone does not outgrow a machine.
   */
  static final long PARTITION_LEAVES = 8_000_000;

  private static final String COLUMNS =
      "entry (leaf, block, transaction, position, kind, id, stated_by, recorded_by, fund,"
          + " fund_seq, owner, managed, unit, amount, business_date, party, grant_id, target,"
          + " other_fund, flags, repeat_of, committed, bytes)";
  private static final int COLUMN_COUNT = 23;

  private EntryRows() {}

  static void write(Connection connection, List<IndexedEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    long first = entries.getFirst().index() / PARTITION_LEAVES;
    long last = entries.getLast().index() / PARTITION_LEAVES;
    for (long partition = first; partition <= last; partition++) {
      createPartition(connection, partition);
    }
    CopyBuffer rows = new CopyBuffer();
    entries.forEach(entry -> add(rows, entry));
    rows.copyInto(connection, COLUMNS);
  }

  private static void createPartition(Connection connection, long partition) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS entry_%d PARTITION OF entry FOR VALUES FROM (%d) TO (%d)"
              .formatted(
                  partition, partition * PARTITION_LEAVES, (partition + 1) * PARTITION_LEAVES));
    }
  }

  private static void add(CopyBuffer rows, IndexedEntry indexed) {
    Leaf leaf = indexed.leaf();
    Entry entry = indexed.entry();
    FundFacts fund = indexed.fund();
    Flow flow = entry.body() instanceof Flow f ? f : null;
    EntryFacts facts = EntryFacts.of(entry);
    rows.row(COLUMN_COUNT)
        .int8(indexed.index())
        .int8(leaf.at().block())
        .int4(leaf.at().transaction())
        .int4(leaf.at().position())
        .text(entry.kind().label())
        .text(entry.id())
        .text(entry.header().statedBy())
        .text(leaf.recordedBy())
        .text(EntryFacts.fundOf(entry.body()))
        .int8(leaf.fundSeq())
        .text(fund == null ? null : fund.owner())
        .bool(fund == null ? null : fund.isManaged())
        .text(flow == null ? null : flow.unit().code())
        .int8(flow == null ? null : flow.amount().tenThousandths())
        .date(EntryFacts.businessDate(entry))
        .text(facts.party())
        .text(facts.grant())
        .text(facts.target())
        .text(facts.otherFund())
        .int4(bits(leaf.flags()))
        .int8(leaf.repeatOf())
        .timestamp(indexed.committed())
        .bytea(indexed.bytes());
  }

  /** One bit per flag. */
  static int bits(List<Flag> flags) {
    int bits = 0;
    for (Flag flag : flags) {
      bits |= FlagBit.of(flag);
    }
    return bits;
  }
}
