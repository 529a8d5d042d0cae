package org.lepta.service.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.submission.Draft;

/**
 * What an import needs of the ledger. Look-ups see what was recorded before the import began, and
 * need not see what it submitted itself; they are asked for at most some thousands of ids at once.
 * One import makes look-ups from one thread and submits from one or two.
 */
public interface Intake {

  /** Which of these organisations are registered. */
  Set<String> knownOrganisations(Collection<String> ids);

  /** The registered funds among these, by id. */
  Map<String, Entry> funds(Collection<String> ids);

  /**
   * The recorded flows of these publishers' records: of every key all flows with its {@code
   * statedBy} whose id is its id, or begins with its id and {@code #}. Repeats of an id by the same
   * publisher are left out. In any order.
   */
  List<Entry> lines(Collection<LineKey> keys);

  /**
   * Records drafts in order: registrations that later drafts need stand before them. Makes salts,
   * stores the texts and fills in their hashes before it sends. On return every draft is committed
   * or refused; when it throws, the outcome is unknown and the import is repeated as a whole.
   *
   * @return one outcome per draft, in order
   */
  List<Outcome> submit(List<Draft> drafts);

  /** Returns when everything that was submitted here can be looked up by anybody. */
  default void settle() {}
}
