package org.lepta.ledger.money;

/**
 * What an amount counts: a currency of ISO 4217 (also a retired one, for old statements) or goods
 * and hours ({@code h}, {@code kg}, {@code pcs} …). Sums never cross units.
 *
 * @param code one of {@link Units#all()}
 */
public record Unit(String code) implements Comparable<Unit> {

  /**
   * Takes a known code.
   *
   * @throws IllegalArgumentException if the code is not in the list
   */
  public Unit {
    if (!Units.isKnown(code)) {
      throw new IllegalArgumentException("unknown unit");
    }
  }

  @Override
  public int compareTo(Unit other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
