package org.lepta.service.submission;

import org.jspecify.annotations.Nullable;

/**
 * A free text that belongs to an entry; only its salted hash goes to the ledger.
 *
 * @param role what it is: {@code name}, {@code title} …
 * @param language BCP 47 tag, where known
 * @param text not empty, at most 64 KiB in UTF-8
 */
public record PlainText(String role, @Nullable String language, String text) {}
