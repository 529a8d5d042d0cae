package org.lepta.service.network;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network is made from; after the first start only the folder and the jar matter.
 *
 * @param data folder of all that belongs to the network
 * @param ordering how blocks are ordered; null for what the network has, Raft for a new one
 * @param channel name of the channel: small letters, digits, dots and dashes
 * @param chaincode name of the chaincode
 * @param chaincodeJar runnable jar of the chaincode, self-contained or with a class path of its own
 * @param organisations ids (org-id.guide) of participants, by name; who is not named gets {@code
 *     XI-LEPTA-} and its name in capitals
 * @param environment variables that change what nodes are started with: {@code
 *     LEPTA_CHAINCODE_OPTIONS}, {@code TP_…}, {@code FABRIC_LOGGING_SPEC}
 */
public record NetworkSettings(
    Path data,
    @Nullable Ordering ordering,
    String channel,
    String chaincode,
    Path chaincodeJar,
    Map<String, String> organisations,
    Map<String, String> environment) {

  /** Keeps its own copies of the maps; paths become absolute. */
  public NetworkSettings {
    data = data.toAbsolutePath().normalize();
    chaincodeJar = chaincodeJar.toAbsolutePath().normalize();
    organisations = Map.copyOf(organisations);
    environment = Map.copyOf(environment);
  }

  /** How a new network orders blocks. */
  Ordering orderingOfNew() {
    return ordering == null ? Ordering.RAFT : ordering;
  }

  /** Returns how many calls one process of the chaincode works on at the same time. */
  public String chaincodeThreads() {
    return environment.getOrDefault("TP_CORE_POOL_SIZE", NodeEnvironment.CHAINCODE_THREADS);
  }

  /** A network as Lepta runs it, with Lepta's names for channel and chaincode. */
  public static NetworkSettings of(Path data, Ordering ordering, Path chaincodeJar) {
    return new NetworkSettings(
        data, ordering, "lepta", "lepta", chaincodeJar, Map.of(), System.getenv());
  }
}
