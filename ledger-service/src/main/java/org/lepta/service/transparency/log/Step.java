package org.lepta.service.transparency.log;

import java.io.IOException;

/** What a round has just done; a crash may come after any of them. */
enum Step {
  /** Some of the new tiles are durable. */
  GROUP_STAGED,
  /** All new tiles are durable. */
  STAGED,
  /** What will be signed was read back and hashed again. */
  CHECKED,
  /** It is signed, and the database remembers that. */
  SWAPPED,
  /** The checkpoint is public. */
  WRITTEN,
  /** Partial tiles that are not needed any more are gone. */
  DROPPED,
  /** The checkpoint that proves a change of the key is kept. */
  CHANGE_KEPT,
  /** The new key has taken the place of the old one. */
  KEY_MOVED,
  /** The last checkpoint is signed with the new key, and the database remembers that. */
  SIGNED_ANEW;

  /** Is told each step. */
  @FunctionalInterface
  interface Listener {

    Listener NONE = step -> {};

    void reached(Step step) throws IOException;
  }
}
