package org.lepta.service.command.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lepta.service.ledger.fabric.FabricLimits;
import org.lepta.service.network.NetworkSettings;

/** What figures of a network depend on, as it is configured. */
final class FabricConditions {

  private FabricConditions() {}

  /** Returns lines of text fit for a terminal. */
  static String text(NetworkSettings settings, String fabric) throws IOException {
    String channel = resource("configtx.yaml");
    return """
    Fabric %s, %s, 3 members with a peer and an orderer each, an auditor's peer; 2 of 3 endorse
    blocks: %s messages, %s, %s; a peer's gateway takes %s calls at once
    adapter: at most %d calls under way; chaincode: one process per member, %s threads
    """
        .formatted(
            fabric,
            settings.ordering(),
            value(channel, "MaxMessageCount"),
            value(channel, "BatchTimeout"),
            value(channel, "PreferredMaxBytes"),
            value(resource("core.yaml"), "gatewayService"),
            FabricLimits.DEFAULT.inFlight(),
            settings.chaincodeThreads());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = FabricConditions.class.getResourceAsStream("/network-config/" + name)) {
      if (in == null) {
        throw new IOException("this build of Lepta lacks network-config/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String value(String yaml, String name) {
    Matcher line = Pattern.compile("(?m)^\\s*" + name + ":\\s*(.+?)\\s*$").matcher(yaml);
    return line.find() ? line.group(1) : "?";
  }
}
