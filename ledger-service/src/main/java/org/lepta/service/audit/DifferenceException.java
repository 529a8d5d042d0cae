package org.lepta.service.audit;

import java.util.function.Supplier;

/** The first difference ends what depends on it. */
final class DifferenceException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Difference difference;

  DifferenceException(Difference difference) {
    super(difference.detail(), null, false, false);
    this.difference = difference;
  }

  Difference difference() {
    return difference;
  }

  static void require(boolean holds, Check check, long leaf, String detail)
      throws DifferenceException {
    require(holds, check, leaf, () -> detail);
  }

  /** The same where it is asked of every entry, so that no detail is put together in vain. */
  static void require(boolean holds, Check check, long leaf, Supplier<String> detail)
      throws DifferenceException {
    if (!holds) {
      throw new DifferenceException(Difference.at(check, leaf, detail.get()));
    }
  }
}
