package org.lepta.service.indexing.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A text of an entry, where it may be shown.
 *
 * @param role what the text is, for example {@code name} or {@code title}
 * @param hash that stands in the log, in hex
 * @param text absent where it was withdrawn or this service never had it
 * @param language BCP 47, where the text tells
 * @param withdrawnOn the day of the withdrawal
 */
public record ResolvedText(
    String role,
    String hash,
    @Nullable String text,
    @Nullable String language,
    @Nullable LocalDate withdrawnOn) {

  /** Whether it may still come: it is not here, and nobody withdrew it. */
  boolean isMissing() {
    return text == null && withdrawnOn == null;
  }
}
