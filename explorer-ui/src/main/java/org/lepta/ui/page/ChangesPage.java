package org.lepta.ui.page;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.Table;

/**
 * The days of the ledger, the newest first.
 *
 * @param next the page with the older ones; absent at the end
 * @param feed of the newest days
 */
public record ChangesPage(PageFrame frame, Table days, @Nullable String next, String feed) {}
