package org.lepta.service.explorer.api;

import org.lepta.service.indexing.read.FlowGraph;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A flow picture as nodes and links; every link ends or begins at the node {@code pot}. */
final class FlowJson {

  private static final String POT = "pot";

  private FlowJson() {}

  static void put(ObjectNode json, FlowGraph graph) {
    json.put("mode", graph.pot().managed() ? "managed" : "reported");
    json.put("unit", graph.pot().unit());
    json.put("total", TotalsJson.text(graph.total()));
    ArrayNode nodes = json.putArray("nodes");
    nodes.addObject().put("id", POT).put("role", POT).putNull("organisation");
    ArrayNode links = json.putArray("links");
    for (FlowGraph.Stream stream : graph.ins()) {
      node(nodes, stream);
      link(links, stream).put("from", id(stream)).put("to", POT);
    }
    for (FlowGraph.Stream stream : graph.outs()) {
      node(nodes, stream);
      link(links, stream).put("from", POT).put("to", id(stream));
    }
  }

  private static void node(ArrayNode nodes, FlowGraph.Stream stream) {
    ObjectNode node =
        nodes.addObject().put("id", id(stream)).put("role", CamelCase.of(stream.role()));
    node.put("organisation", stream.organisation().isEmpty() ? null : stream.organisation());
  }

  private static ObjectNode link(ArrayNode links, FlowGraph.Stream stream) {
    return links
        .addObject()
        .put("amount", TotalsJson.text(stream.amount()))
        .put("entries", stream.entries())
        .put("organisations", stream.parties())
        .put("takenBack", stream.takenBack());
  }

  private static String id(FlowGraph.Stream stream) {
    String role = CamelCase.of(stream.role());
    return stream.organisation().isEmpty() ? role : role + ':' + stream.organisation();
  }
}
