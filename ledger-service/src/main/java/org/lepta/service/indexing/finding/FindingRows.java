package org.lepta.service.indexing.finding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.Projection;
import org.lepta.service.indexing.finding.StandingRows.Grant;
import org.lepta.service.indexing.finding.StandingRows.Payment;

/**
 * Keeps the findings in step with the log; fed after the totals, from which some of them follow.
 */
public final class FindingRows implements Projection {

  private static final String PAYMENT = Kind.DISBURSEMENT.label() + ':';

  @Override
  public void apply(Connection connection, List<IndexedEntry> entries) throws SQLException {
    FindingStore store = new FindingStore(connection);
    StandingRows standing = new StandingRows(connection);
    Map<FindingKey, FindingRow> rows = new HashMap<>();
    Set<Payment> payments = new LinkedHashSet<>();
    Set<Grant> grants = new LinkedHashSet<>();
    Set<String> funds = new LinkedHashSet<>();
    for (IndexedEntry entry : entries) {
      addEntry(entry, rows);
      addTouched(entry, payments, grants, funds);
    }
    takeBack(store, Corrected.by(connection, entries), rows);
    standing.payments(payments, rows);
    standing.grants(grants, rows);
    standing.funds(funds, rows);
    store.replace(rows);
  }

  private static void addEntry(IndexedEntry entry, Map<FindingKey, FindingRow> rows) {
    if (!entry.hasEffect()
        || entry.fund() == null
        || !entry.fund().isManaged()
        || !(entry.entry().body() instanceof Flow flow)) {
      return;
    }
    for (FindingRule rule : EntryRules.metBy(entry.leaf(), flow)) {
      FindingKey key = new FindingKey(rule, entry.index(), flow.unit().code());
      rows.put(
          key,
          new FindingRow(
              key, true, flow.fund(), flow.amount().toBigDecimal(), FindingRule.AT_ONCE));
    }
  }

  private static void addTouched(
      IndexedEntry entry, Set<Payment> payments, Set<Grant> grants, Set<String> funds) {
    if (entry.entry().body() instanceof Confirmation c && c.of().startsWith(PAYMENT)) {
      payments.add(new Payment(c.fund(), c.of().substring(PAYMENT.length()), c.unit().code()));
    }
    if (!entry.hasEffect()
        || entry.fund() == null
        || !(entry.entry().body() instanceof Flow flow)) {
      return;
    }
    funds.add(flow.fund());
    String grant = EntryFacts.of(entry.entry()).grant();
    if (grant != null) {
      grants.add(new Grant(flow.fund(), grant));
    }
    if (entry.fund().isManaged()) {
      addPayment(entry, flow, payments);
    }
  }

  private static void addPayment(IndexedEntry entry, Flow flow, Set<Payment> payments) {
    if (flow instanceof Disbursement) {
      payments.add(new Payment(flow.fund(), entry.entry().id(), flow.unit().code()));
    } else if (flow instanceof Correction c
        && c.reverses() instanceof Disbursement
        && c.target() != null) {
      payments.add(new Payment(flow.fund(), c.target(), flow.unit().code()));
    }
  }

  /** What is corrected, from rows of this group and of earlier ones alike. */
  private static void takeBack(
      FindingStore store, Corrected corrected, Map<FindingKey, FindingRow> rows)
      throws SQLException {
    store.read(corrected.keys(EntryRules.ALL)).forEach(rows::putIfAbsent);
    rows.replaceAll((key, row) -> row.less(corrected.part(key)));
  }
}
