package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.Measure;

/**
 * The figures of one grant in one unit (docs/reference/postings section 3), in units.
 *
 * @param outstanding promised and not yet released; absent in reported funds, whose grants are paid
 *     as one pool
 * @param released released and not yet paid
 * @param held what the grantee holds of it
 * @param confirmed the part of {@code disbursed} that the other side confirms
 */
public record GrantTotals(
    String unit,
    BigDecimal awarded,
    @Nullable BigDecimal outstanding,
    BigDecimal released,
    BigDecimal disbursed,
    BigDecimal returned,
    BigDecimal spentByGrantee,
    BigDecimal passedOn,
    BigDecimal held,
    BigDecimal confirmed) {

  /** The figures of a grant out of its measures. */
  public static GrantTotals of(
      String unit, boolean managed, Map<Measure, BigDecimal> sums, BigDecimal confirmed) {
    BigDecimal released = of(sums, Measure.RELEASED);
    BigDecimal disbursed = of(sums, Measure.PAID_RELEASED).add(of(sums, Measure.PAID_DIRECT));
    BigDecimal spent =
        of(sums, Measure.GRANTEE_SPENT_PROGRAMME)
            .add(of(sums, Measure.GRANTEE_SPENT_RUNNING))
            .add(of(sums, Measure.GRANTEE_SPENT_FUNDRAISING))
            .add(of(sums, Measure.GRANTEE_SPENT_FEE));
    BigDecimal returned = of(sums, Measure.RETURNED);
    BigDecimal passedOn = of(sums, Measure.PASSED_ON);
    return new GrantTotals(
        unit,
        of(sums, Measure.AWARDED),
        managed ? of(sums, Measure.AWARDED).subtract(released) : null,
        managed ? released.subtract(of(sums, Measure.PAID_RELEASED)) : released,
        disbursed,
        returned,
        spent,
        passedOn,
        disbursed.subtract(returned).subtract(spent).subtract(passedOn),
        confirmed);
  }

  private static BigDecimal of(Map<Measure, BigDecimal> sums, Measure measure) {
    return sums.getOrDefault(measure, BigDecimal.ZERO);
  }
}
