package org.lepta.service.command.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.connection.ConnectionFile;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.fabric.FabricLimits;
import org.lepta.service.ledger.fabric.FabricSettings;
import org.lepta.service.moving.MoveException;
import org.lepta.service.moving.MoveException.Code;

/** The members of a network whose identities lie on this machine. */
public final class MoveNetwork {

  private final List<Connection> members;

  private MoveNetwork(List<Connection> members) {
    this.members = List.copyOf(members);
  }

  /**
   * Reads the connections of members.
   *
   * @param paths connection files, or folders of networks
   * @throws MoveException with MOVE_TROUBLE if one cannot be read, or there is none
   */
  public static MoveNetwork read(List<Path> paths) throws MoveException {
    try {
      List<Connection> members = new ArrayList<>();
      for (Path path : paths) {
        for (Path file : files(path)) {
          Connection connection = ConnectionFile.read(file);
          if (connection.endorsing()) {
            members.add(connection);
          }
        }
      }
      if (members.isEmpty()) {
        throw new MoveException(Code.MOVE_TROUBLE, "no member's connection file in " + paths);
      }
      return new MoveNetwork(members);
    } catch (IOException e) {
      throw new MoveException(Code.MOVE_TROUBLE, String.valueOf(e.getMessage()), e);
    }
  }

  private static List<Path> files(Path path) throws IOException {
    Path folder = path.resolve("members");
    if (!Files.isDirectory(folder)) {
      return List.of(path);
    }
    try (Stream<Path> participants = Files.list(folder)) {
      return participants
          .map(participant -> participant.resolve(ConnectionFile.NAME))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** The channel of the new ledger. */
  public String channel() {
    return members.getFirst().channel();
  }

  /**
   * Joins the network by the peer of one of the members, with the identities of all.
   *
   * @param first the organisation whose peer it is, where its connection is here
   */
  public FabricLedger open(String first) throws IOException, UnreachableException {
    Connection own =
        members.stream()
            .filter(member -> member.organisation().equals(first))
            .findFirst()
            .orElse(members.getFirst());
    FabricSettings settings = FabricSettings.of(own, FabricLimits.DEFAULT);
    for (Connection other : members) {
      if (!other.equals(own)) {
        settings = settings.withSigner(FabricSettings.signer(other));
      }
    }
    return FabricLedger.open(settings);
  }
}
