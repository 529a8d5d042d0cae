package org.lepta.service.explorer.api;

import org.lepta.service.consortium.FirstDifference;
import org.lepta.service.consortium.OtherState;
import org.lepta.service.consortium.Others;
import org.lepta.service.consortium.TextFetcher;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The other services in the status. */
final class OthersJson {

  private OthersJson() {}

  static void put(ObjectNode status, Others others, TextFetcher texts) {
    ArrayNode all = status.putArray("others");
    others.states().forEach(state -> put(all.addObject(), state));
    TextFetcher.Counts counts = texts.counts();
    status.putObject("texts").put("missing", counts.missing()).put("fetched", counts.fetched());
  }

  private static void put(ObjectNode json, OtherState state) {
    json.put("url", state.address().toString())
        .put("state", state.stand().word())
        .put("since", state.since().toString())
        .put("height", state.height())
        .put("size", state.size())
        .put("theirHeight", state.theirHeight());
    FirstDifference first = state.difference();
    if (first == null) {
      json.putNull("firstDifference");
    } else {
      json.putObject("firstDifference")
          .put("height", first.height())
          .put("blocksDiffer", first.blocksDiffer())
          .put("leafIndex", first.leaf());
    }
    json.put("trouble", state.trouble() == null ? null : state.trouble().name());
    json.put("wrongTexts", state.wrongTexts());
  }
}
