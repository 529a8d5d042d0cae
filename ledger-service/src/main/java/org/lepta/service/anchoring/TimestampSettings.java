package org.lepta.service.anchoring;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/**
 * Which authority stamps checkpoints.
 *
 * @param authority where it answers (RFC 3161 section 3.4, over HTTP)
 * @param roots certificates that are believed; the authority's has to chain to one of them
 * @param every the least time between two tokens
 * @param look between two looks at the log
 * @param folder of the tokens
 */
public record TimestampSettings(
    URI authority, List<X509Certificate> roots, Duration every, Duration look, Path folder) {

  /** Copies the list. */
  public TimestampSettings {
    roots = List.copyOf(roots);
  }
}
