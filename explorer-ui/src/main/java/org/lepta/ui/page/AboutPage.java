package org.lepta.ui.page;

import java.util.List;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.Notice;
import org.lepta.ui.view.OtherRow;

/**
 * Who runs this server, what it computed and signs, and which other services computed the same.
 *
 * @param notices what is wrong, the gravest first
 * @param server who runs it and which ledger it reads
 * @param log what it publishes and signs
 * @param others over the same ledger
 */
public record AboutPage(
    PageFrame frame,
    List<Notice> notices,
    List<Field> server,
    List<Field> log,
    List<OtherRow> others) {
  public AboutPage {
    notices = List.copyOf(notices);
    server = List.copyOf(server);
    log = List.copyOf(log);
    others = List.copyOf(others);
  }
}
