package org.lepta.service.sampling;

import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.BelievedCheckpoint;

/**
 * A sample with all that it depends on.
 *
 * @param opening what was committed to
 * @param draw leaf index of the draw note
 * @param note the exact bytes of the first checkpoint behind it
 * @param checked what that checkpoint says, and who signed it
 * @param seed of both
 */
record Sample(
    Opening opening,
    long draw,
    Note note,
    BelievedCheckpoint checked,
    Seed seed,
    Population.Result population,
    Selection selection) {

  /** The bytes of a signed checkpoint, which nobody changes. */
  static final class Note {

    private final byte[] bytes;

    /** Takes the array; the caller keeps no hold of it. */
    Note(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    Sha256 hash() {
      return Sha256.digest(bytes);
    }
  }
}
