package org.lepta.service.consortium;

import java.util.Optional;
import org.lepta.service.indexing.read.BlockRoot;
import org.lepta.service.kernel.Sha256;

/** A log that can be asked for its roots and leaf hashes: the own one, or another service's. */
interface RootSource {

  /** The log after so many blocks; nothing for a height that it does not have. */
  Optional<BlockRoot> at(long height) throws NoAnswerException, InterruptedException;

  /** The hash of a leaf; nothing for one that it does not have. */
  Optional<Sha256> leafHash(long leaf) throws NoAnswerException, InterruptedException;
}
