package org.lepta.ui.format;

/**
 * An amount ready to be shown.
 *
 * @param text with unit, grouped for the page's language, for example {@code £1,284.50}
 * @param unit code of the unit, for example {@code GBP}
 * @param exact the same amount for machines: plain decimal, point, hyphen-minus
 * @param sign −1, 0 or 1
 */
public record Amount(String text, String unit, String exact, int sign) {

  public boolean zero() {
    return sign == 0;
  }
}
