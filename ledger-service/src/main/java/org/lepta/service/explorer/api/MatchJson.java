package org.lepta.service.explorer.api;

import java.util.List;
import org.lepta.service.indexing.matching.Counterpart;
import org.lepta.service.indexing.matching.LineMatch;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How statements of two sides agree, in the read API. */
final class MatchJson {

  private MatchJson() {}

  static void put(ObjectNode node, LineMatch match) {
    node.put("state", match.state().word());
    node.put("otherLeafIndex", match.other());
  }

  static void put(ArrayNode list, List<Counterpart> counterparts) {
    for (Counterpart counterpart : counterparts) {
      ObjectNode node = list.addObject();
      node.put("direction", counterpart.gives() ? "paid" : "received");
      ArrayNode funds = node.putArray("otherFunds");
      counterpart.otherFunds().forEach(funds::add);
      node.put("otherOwner", counterpart.otherOwner());
      node.put("unit", counterpart.unit());
      node.put("statedHere", TotalsJson.text(counterpart.here()));
      node.put(
          "statedThere", counterpart.there() == null ? null : TotalsJson.text(counterpart.there()));
      node.put("state", counterpart.state().word());
      node.put("sharedWithOtherFunds", counterpart.shared());
    }
  }
}
