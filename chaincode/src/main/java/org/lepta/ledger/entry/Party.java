package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * Who stands at the other side: an organisation, or a person behind a commitment. A party that is
 * left out is not stated. No name ever stands here.
 *
 * @param org id of an organisation
 * @param commitment SHA-256 of a domain tag, a random value and the private record; new per gift
 */
public record Party(@Nullable String org, @Nullable Hash commitment) {

  public static Party organisation(String id) {
    return new Party(id, null);
  }

  public static Party person(Hash commitment) {
    return new Party(null, commitment);
  }
}
