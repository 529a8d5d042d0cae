package org.lepta.service.sample;

import java.util.List;
import org.lepta.service.submission.Draft;

/**
 * Entries that are submitted together, in an order that the rules take.
 *
 * @param title what it tells, for people who watch
 */
public record Chapter(String title, List<Draft> drafts) {

  public Chapter {
    drafts = List.copyOf(drafts);
  }
}
