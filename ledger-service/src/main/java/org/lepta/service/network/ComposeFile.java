package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lepta.service.ledger.identity.OwnerFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * The nodes of a network as services of Docker Compose, with the same environment that plain
 * processes have.
 *
 * @param folders where things lie, in containers at the same paths
 * @param plan which nodes there are
 * @param own variables of the caller
 */
record ComposeFile(Folders folders, NetworkPlan plan, Map<String, String> own) {
  private static final String JAVA = "/opt/java/openjdk/bin/java";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Writes the file over what was there, and makes the folders that containers want. */
  Path write() throws IOException {
    for (Node node : plan.nodes()) {
      OwnerFiles.createFolders(folders.state(node).resolve("tmp"));
    }
    Files.createDirectories(folders.data().resolve("logs"));
    Map<String, List<Map<String, String>>> rows =
        Map.of("orderer", rows(plan.orderers()), "peer", rows(plan.peers()));
    Path file = folders.data().resolve("compose.yaml");
    Files.writeString(file, Template.fill(Resources.text("compose.yaml"), rows, Map.of()));
    return file;
  }

  private List<Map<String, String>> rows(List<Node> nodes) throws IOException {
    String user =
        Files.getAttribute(folders.data(), "unix:uid")
            + ":"
            + Files.getAttribute(folders.data(), "unix:gid");
    return nodes.stream().map(node -> row(node, user)).toList();
  }

  private Map<String, String> row(Node node, String user) {
    Map<String, String> row = new HashMap<>();
    row.put("name", node.name());
    row.put("user", user);
    row.put("data", text(folders.data().toString()));
    row.put("state", text(folders.state(node).toString()));
    row.put("environment", environment(node));
    return row;
  }

  private String environment(Node node) {
    Map<String, String> variables = new LinkedHashMap<>(NodeEnvironment.of(folders, node, own));
    if (node.kind() == Node.Kind.PEER) {
      variables.put("LEPTA_JAVA", JAVA);
      // Process ids of a container mean nothing outside it.
      variables.put("LEPTA_CHAINCODE_RUN", "/tmp/chaincode");
    }
    return variables.entrySet().stream()
        .map(each -> "      " + each.getKey() + ": " + text(each.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /** A string of JSON is one of YAML too; Compose would fill in what follows a single dollar. */
  private static String text(String value) {
    return JSON.writeValueAsString(value.replace("$", "$$"));
  }
}
