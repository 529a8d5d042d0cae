package org.lepta.service.trail;

import org.lepta.ledger.entry.Lens;

/**
 * A donation's trail by one of its lenses.
 *
 * @param declared the rule that the donation's fund declares for it
 */
public record Traced(Trail trail, Lens declared) {

  /** Whether the trail is by the rule that the fund declares. */
  public boolean asDeclared() {
    return trail.lens().equals(declared.word());
  }
}
