package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.Share;

/**
 * One stream of a flow picture.
 *
 * @param label who or what it is
 * @param href page of the organisation; absent where it is no single one
 * @param share of everything on its side
 * @param entries how many it sums up, ready to be shown; absent where it is a balance
 */
public record FlowStream(
    FlowRole role,
    String label,
    @Nullable String href,
    Amount amount,
    Share share,
    @Nullable String entries) {
  public FlowStream {
    if (href != null) {
      Href.checked(href);
    }
  }
}
