package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.FlowStream;
import org.lepta.ui.view.Link;

/**
 * The organisations that gave, were promised or were paid, the largest sums first.
 *
 * @param picture the flow picture that it belongs to
 * @param rows one organisation each
 * @param next the part behind; absent at the end
 */
public record RankingPage(
    PageFrame frame, Link picture, List<FlowStream> rows, @Nullable String next) {
  public RankingPage {
    rows = List.copyOf(rows);
  }
}
