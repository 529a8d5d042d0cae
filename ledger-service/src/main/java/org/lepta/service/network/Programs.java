package org.lepta.service.network;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fabric's programs: looked for in the folder that {@code LEPTA_FABRIC_BIN} names, else on the
 * {@code PATH}.
 *
 * @param peer the peer, which is also the client for administration
 * @param orderer the orderer
 * @param configtxgen makes the first block of a channel
 * @param discover asks a peer which other peers it knows
 * @param version what the peer says of itself, as {@code v3.1.5}
 */
public record Programs(Path peer, Path orderer, Path configtxgen, Path discover, String version) {
  /** Names the folder of the programs. */
  public static final String VARIABLE = "LEPTA_FABRIC_BIN";

  private static final Pattern VERSION = Pattern.compile("(?m)^\\s*Version:\\s*(v?(\\d+)\\.\\S+)");
  private static final int FIRST_WITH_BFT = 3;
  private static final String ADVICE =
      " Take the programs peer, orderer, configtxgen and discover of Hyperledger Fabric 3.1 (tried with"
          + " 3.1.5) from its release on GitHub, and put their folder on the PATH or into "
          + VARIABLE
          + ".";

  /**
   * Finds the programs by the environment of this process.
   *
   * @throws NetworkException PROGRAMS_MISSING, with what to install
   */
  public static Programs find() throws NetworkException, InterruptedException {
    return find(System.getenv());
  }

  static Programs find(Map<String, String> environment)
      throws NetworkException, InterruptedException {
    List<String> missing = new ArrayList<>();
    Path peer = find(environment, "peer", missing);
    Path orderer = find(environment, "orderer", missing);
    Path configtxgen = find(environment, "configtxgen", missing);
    Path discover = find(environment, "discover", missing);
    if (peer == null || orderer == null || configtxgen == null || discover == null) {
      throw missing("Fabric's programs are not here: " + String.join(", ", missing) + ".");
    }
    return new Programs(peer, orderer, configtxgen, discover, version(peer));
  }

  private static @Nullable Path find(
      Map<String, String> environment, String name, List<String> missing) {
    String folder = environment.getOrDefault(VARIABLE, "");
    String places = folder.isEmpty() ? environment.getOrDefault("PATH", "") : folder;
    Optional<Path> found =
        List.of(places.split(folder.isEmpty() ? File.pathSeparator : "\n", -1)).stream()
            .filter(place -> !place.isEmpty())
            .map(place -> Path.of(place).resolve(name).toAbsolutePath())
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      missing.add(name);
    }
    return found.orElse(null);
  }

  private static String version(Path peer) throws NetworkException, InterruptedException {
    String said;
    try {
      said =
          Output.of(new ProcessBuilder(peer.toString(), "version"), Duration.ofSeconds(20)).all();
    } catch (IOException e) {
      throw missing(peer + " cannot be run: " + e.getMessage() + ".");
    }
    Matcher version = VERSION.matcher(said);
    if (!version.find() || Integer.parseInt(version.group(2)) < FIRST_WITH_BFT) {
      throw missing(peer + " is not a peer of Fabric 3 or newer.");
    }
    return version.group(1);
  }

  private static NetworkException missing(String what) {
    return new NetworkException(NetworkException.Code.PROGRAMS_MISSING, what + ADVICE);
  }
}
