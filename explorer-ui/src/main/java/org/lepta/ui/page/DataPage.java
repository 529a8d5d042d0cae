package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.Link;

/**
 * What may be downloaded, what the files hold, and the log's own files.
 *
 * @param columns of the table of entries
 * @param lists the list of each kind as a table
 * @param vkey the key that signs the log; absent where there is none
 */
public record DataPage(
    PageFrame frame, List<String> columns, List<Link> lists, @Nullable String vkey) {
  public DataPage {
    columns = List.copyOf(columns);
    lists = List.copyOf(lists);
  }
}
