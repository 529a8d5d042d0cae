package org.lepta.service.explorer;

import java.util.OptionalLong;

/** Tells whether one of this organisation's batches is withheld. */
@FunctionalInterface
public interface SealGap {

  /** Number of a batch that is not committed while later ones are, so that these stay unsealed. */
  OptionalLong missing();
}
