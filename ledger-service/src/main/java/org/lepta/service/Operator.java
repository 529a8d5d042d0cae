package org.lepta.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.connection.ConnectionFile;

/**
 * Who runs this service: the keeper of an embedded ledger, or one organisation of a network.
 *
 * @param organisation its organisation id
 * @param name its name as pages show it
 * @param channel the ledger's channel
 * @param connection how it reaches the network; absent on an embedded ledger
 */
public record Operator(
    String organisation, String name, String channel, @Nullable Connection connection) {

  private static final String KEEPER = "XI-LEPTA-LOCAL";
  private static final String KEEPER_NAME = "Operator of this ledger";
  private static final String CHANNEL = "lepta";

  /**
   * Reads who it is.
   *
   * @throws IOException if the connection file cannot be read
   * @throws IllegalStateException if the settings contradict themselves
   */
  static Operator of(LeptaSettings settings) throws IOException {
    return switch (settings.ledger()) {
      case "embedded" ->
          new Operator(
              or(settings.operator(), KEEPER),
              or(settings.operatorName(), KEEPER_NAME),
              CHANNEL,
              null);
      case "fabric" -> onNetwork(settings);
      default ->
          throw new IllegalStateException(
              "lepta.ledger is embedded or fabric, not " + settings.ledger());
    };
  }

  private static Operator onNetwork(LeptaSettings settings) throws IOException {
    String file = settings.fabric().connection();
    if (file.isEmpty()) {
      throw new IllegalStateException("lepta.fabric.connection names no connection file");
    }
    Connection connection = ConnectionFile.read(Path.of(file));
    String organisation = connection.organisation();
    if (!or(settings.operator(), organisation).equals(organisation)) {
      throw new IllegalStateException(
          "lepta.operator is "
              + settings.operator()
              + ", the connection file is of "
              + organisation);
    }
    return new Operator(
        organisation, or(settings.operatorName(), organisation), connection.channel(), connection);
  }

  private static String or(String given, String otherwise) {
    return given.isEmpty() ? otherwise : given;
  }

  /** Whether this organisation may record; an auditor of a network may not. */
  boolean isRecording() {
    return connection == null || connection.endorsing();
  }

  /** The other organisations of the network whose peers endorse; none on an embedded ledger. */
  List<Member> otherMembers() {
    return connection == null
        ? List.of()
        : connection.others().stream()
            .filter(Connection.Peer::endorsing)
            .map(peer -> new Member(peer.organisation(), peer.mspId()))
            .distinct()
            .toList();
  }
}
