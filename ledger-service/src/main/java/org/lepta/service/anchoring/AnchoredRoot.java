package org.lepta.service.anchoring;

import java.nio.charset.StandardCharsets;
import org.lepta.service.kernel.Sha256;

/**
 * What is anchored.
 *
 * @param origin SHA-256 of the log's origin
 * @param size the number of leaves, at least one
 * @param root of the tree over them
 */
public record AnchoredRoot(Sha256 origin, long size, Sha256 root) {

  /** Returns how a contract names a log. */
  public static Sha256 originHash(String origin) {
    return Sha256.digest(origin.getBytes(StandardCharsets.UTF_8));
  }
}
