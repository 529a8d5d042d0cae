package org.lepta.service.explorer.api;

import org.lepta.service.indexing.read.FlowRole;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of flow pictures. */
final class OpenApiFlows {

  static final String FLOWS = "Flows";

  private OpenApiFlows() {}

  static void add(ObjectNode schemas) {
    ObjectNode flows = properties(schemas, FLOWS);
    ObjectNode asOf = flows.putObject("asOf").put("type", "object").putObject("properties");
    asOf.putObject("size").put("type", "integer");
    flows.set("flows", OpenApiSchemas.arrayOf(Answers.object(), "Flow"));
    ObjectNode flow = properties(schemas, "Flow");
    flow.putObject("mode").put("type", "string").putArray("enum").add("managed").add("reported");
    flow.putObject("unit").put("type", "string");
    amount(flow, "total");
    flow.set("nodes", OpenApiSchemas.arrayOf(Answers.object(), "FlowNode"));
    flow.set("links", OpenApiSchemas.arrayOf(Answers.object(), "FlowLink"));
    addNode(properties(schemas, "FlowNode"));
    addLink(properties(schemas, "FlowLink"));
  }

  private static void addNode(ObjectNode node) {
    node.putObject("id").put("type", "string");
    ArrayNode roles = node.putObject("role").put("type", "string").putArray("enum").add("pot");
    for (FlowRole role : FlowRole.values()) {
      roles.add(CamelCase.of(role));
    }
    node.putObject("organisation").putArray("type").add("string").add("null");
  }

  private static void addLink(ObjectNode link) {
    link.putObject("from").put("type", "string");
    link.putObject("to").put("type", "string");
    amount(link, "amount");
    link.putObject("entries").put("type", "integer");
    link.putObject("organisations").put("type", "integer");
    link.putObject("takenBack").put("type", "boolean");
  }

  private static void amount(ObjectNode properties, String name) {
    properties.putObject(name).put("$ref", OpenApiSchemas.ref(OpenApiSchemas.AMOUNT));
  }

  private static ObjectNode properties(ObjectNode schemas, String name) {
    return schemas.putObject(name).put("type", "object").putObject("properties");
  }
}
