package org.lepta.service.explorer;

import java.util.Optional;
import org.lepta.service.transparency.witness.Witness;

/**
 * The witness that this service is, if it is one.
 *
 * @param witness of the logs whose keys stand on the ledger
 */
public record OwnWitness(Optional<Witness> witness) {

  /** Where it answers. */
  public static final String PREFIX = "/witness";

  /** Where checkpoints are sent: by anybody, since what counts is whose key signed them. */
  public static final String ADD_CHECKPOINT = PREFIX + "/add-checkpoint";
}
