package org.lepta.service.explorer.api;

import java.math.BigDecimal;
import java.util.List;
import org.lepta.service.indexing.read.EvidenceTotals;
import org.lepta.service.indexing.read.GrantTotals;
import org.lepta.service.indexing.read.Totals;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Totals in the read API, by the names of docs/reference/postings section 3. */
final class TotalsJson {

  private TotalsJson() {}

  static void put(ArrayNode list, List<Totals> totals) {
    totals.forEach(line -> put(list.addObject(), line));
  }

  static void putGrants(ArrayNode list, List<GrantTotals> totals) {
    totals.forEach(line -> put(list.addObject(), line));
  }

  private static void put(ObjectNode node, Totals t) {
    node.put("unit", t.unit());
    node.put("opened", text(t.opened()));
    node.put("donated", text(t.donated()));
    node.put("income", text(t.income()));
    node.put("transferredIn", text(t.transferredIn()));
    node.put("transferredOut", text(t.transferredOut()));
    node.put("exchangedIn", text(t.exchangedIn()));
    node.put("exchangedOut", text(t.exchangedOut()));
    node.put("refunded", text(t.refunded()));
    node.put("awarded", text(t.awarded()));
    node.put("outstanding", text(t.outstanding()));
    node.put("released", text(t.released()));
    node.put("disbursed", text(t.disbursed()));
    node.put("returned", text(t.returned()));
    node.put("spent", text(t.spent()));
    node.putObject("spentByClass")
        .put("programme", text(t.spending().programme()))
        .put("running", text(t.spending().running()))
        .put("fundraising", text(t.spending().fundraising()))
        .put("fee", text(t.spending().fee()));
    put(node.putObject("disbursedByEvidence"), t.disbursedByEvidence());
    put(node.putObject("spentByEvidence"), t.spentByEvidence());
    node.put("free", text(t.free()));
    node.put("short", text(t.shortBy()));
    node.put("onward", text(t.onward()));
  }

  private static void put(ObjectNode node, EvidenceTotals evidence) {
    node.put("stated", text(evidence.stated()));
    node.put("confirmed", text(evidence.confirmed()));
    node.put("tied", text(evidence.tied()));
    node.put("audited", text(evidence.audited()));
  }

  private static void put(ObjectNode node, GrantTotals t) {
    node.put("unit", t.unit());
    node.put("awarded", text(t.awarded()));
    if (t.outstanding() != null) {
      node.put("outstanding", text(t.outstanding()));
    }
    node.put("released", text(t.released()));
    node.put("disbursed", text(t.disbursed()));
    node.put("returned", text(t.returned()));
    node.put("spentByGrantee", text(t.spentByGrantee()));
    node.put("passedOn", text(t.passedOn()));
    node.put("held", text(t.held()));
    node.put("confirmed", text(t.confirmed()));
  }

  /** A decimal string without trailing zeros. */
  static String text(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
