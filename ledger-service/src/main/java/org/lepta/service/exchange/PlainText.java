package org.lepta.service.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A free text that belongs to a draft. It goes to the text store; the ledger gets its salted hash.
 *
 * @param role what the text is: {@code name}, {@code title}, {@code amount-literal} …
 * @param language as the file says, a BCP 47 tag; absent where it does not
 * @param text not empty
 */
public record PlainText(String role, @Nullable String language, String text) {

  public static PlainText of(String role, String text) {
    return new PlainText(role, null, text);
  }
}
