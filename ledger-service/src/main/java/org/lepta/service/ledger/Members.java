package org.lepta.service.ledger;

import java.util.List;
import java.util.Optional;

/** The member organisations whose identities this service may sign with. Thread-safe. */
public interface Members {

  /** Returns the members in the order in which they joined. */
  List<Member> list();

  /** Finds the member of this organisation id. */
  Optional<Member> find(String organisation);

  /**
   * Issues the organisation a certificate authority and a signing identity of its own and enters
   * them into the channel's configuration; durable on return. An organisation that is a member
   * already is returned as it is.
   *
   * @throws NotSentException if it could not be entered; asking again is safe
   * @throws UnsupportedOperationException on a network of several keepers, where members join by a
   *     channel update that the others sign
   */
  Member addMember(String organisation) throws NotSentException, InterruptedException;
}
