package org.lepta.service.trail;

import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Key;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A trail in the form of the read API (docs/reference/api); amounts are decimal strings. */
public final class TrailJson {

  private TrailJson() {}

  /**
   * A trail with the rule that its fund declares, and from which month it is provisional: as the
   * read API gives it.
   */
  public static ObjectNode of(Traced traced) {
    return of(traced.trail())
        .put("declaredLens", traced.declared().word())
        .put("provisionalFrom", traced.trail().provisionalFrom());
  }

  /** The trail as passports carry it. */
  public static ObjectNode of(Trail trail) {
    Trail.Hop gift = trail.hops().getFirst();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    entry(json.putObject("donation"), gift.leaf(), gift.kind(), gift.id(), gift.date())
        .put("fund", gift.fund())
        .put("unit", gift.unit())
        .put("amount", gift.amount());
    json.putObject("asOf").put("size", trail.size());
    json.put("lens", trail.lens());
    ArrayNode hops = json.putArray("hops");
    trail.hops().forEach(hop -> put(hops.addObject(), hop));
    json.put("hopsLeftOut", trail.hopsLeftOut());
    return json;
  }

  private static ObjectNode entry(
      ObjectNode node, long leaf, String kind, String id, @Nullable String date) {
    return node.put("leafIndex", leaf)
        .put("kind", kind)
        .put("id", id)
        .put("key", Key.ofId(id).value())
        .put("date", date);
  }

  private static void put(ObjectNode node, Trail.Hop hop) {
    node.put("number", hop.number());
    Trail.Reached reached = hop.reachedBy();
    if (reached == null) {
      node.putNull("reachedBy");
    } else {
      node.putObject("reachedBy")
          .put("hop", reached.hop())
          .put("leafIndex", reached.leaf())
          .put("exact", reached.exact());
    }
    entry(node.putObject("origin"), hop.leaf(), hop.kind(), hop.id(), hop.date());
    node.put("fund", hop.fund()).put("unit", hop.unit()).put("earmarked", hop.earmarked());
    node.put("amount", hop.amount()).put("from", hop.from()).put("to", hop.to());
    node.put("unspent", hop.unspent()).put("voided", hop.voided()).put("spent", hop.spent());
    node.put("cameBack", hop.cameBack());
    ArrayNode pieces = node.putArray("pieces");
    hop.steps().forEach(step -> put(pieces.addObject(), hop, step));
    node.put("spentLeftOut", hop.spentLeftOut()).put("piecesLeftOut", hop.piecesLeftOut());
    ArrayNode grants = node.putArray("grants");
    hop.grants().forEach(grant -> put(grants.addObject(), grant));
    if (!hop.months().isEmpty()) {
      ArrayNode months = node.putArray("months");
      for (Trail.Month month : hop.months()) {
        months
            .addObject()
            .put("month", month.month())
            .put("held", month.held())
            .put("pool", month.pool())
            .put("paid", month.paid())
            .put("amount", month.amount());
      }
    }
  }

  private static void put(ObjectNode node, Trail.Hop hop, Trail.Step step) {
    entry(node.putObject("payment"), step.leaf(), step.kind(), step.id(), step.date())
        .put("amount", step.paymentAmount())
        .put("receiver", step.receiver())
        .put("otherFund", step.otherFund())
        .put("grant", step.grant());
    node.put("amount", step.amount()).put("share", step.share()).put("evidence", step.evidence());
    if (step.month() != null) {
      node.put("month", step.month());
    }
    if (step.drawn() != null) {
      put(node, hop, step.drawn());
    }
  }

  private static void put(ObjectNode node, Trail.Hop hop, Trail.Drawn drawn) {
    node.putObject("origin")
        .put("leafIndex", hop.leaf())
        .put("from", drawn.from())
        .put("to", drawn.to())
        .put("again", drawn.again());
    node.put("lineFrom", drawn.lineFrom()).put("since", drawn.since());
    node.put("coveredLater", drawn.coveredLater()).put("cameBack", drawn.cameBack());
  }

  private static void put(ObjectNode node, Trail.GrantActs grant) {
    node.put("grant", grant.grant());
    ArrayNode acts = node.putArray("acts");
    for (Trail.Act act : grant.acts()) {
      entry(acts.addObject(), act.leaf(), act.kind(), act.id(), act.date())
          .put("unit", act.unit())
          .put("amount", act.amount())
          .put("receiver", act.receiver())
          .put("otherFund", act.otherFund())
          .put("corrects", act.corrects());
    }
    node.put("actsLeftOut", grant.actsLeftOut());
  }
}
