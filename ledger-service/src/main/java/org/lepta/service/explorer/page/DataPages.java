package org.lepta.service.explorer.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.explorer.api.EntryCsv;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.ui.Pages;
import org.lepta.ui.page.DataPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.Link;
import org.springframework.stereotype.Component;

/** Makes the page of downloads. */
@Component
class DataPages {

  private static final List<Link> LISTS =
      Stream.concat(
              Stream.of(PagePaths.ENTRIES), Arrays.stream(Kind.values()).map(Kind::plural).sorted())
          .map(plural -> plural + PagePaths.CSV)
          .map(file -> new Link(file, "/api/v1/" + file))
          .toList();

  private final TransparencyLog log;

  DataPages(TransparencyLog log) {
    this.log = log;
  }

  String html(Standing standing, Language language) {
    Texts texts = Texts.of(language);
    return Pages.data(
        new DataPage(
            Frames.of(
                standing,
                language,
                texts.text("data.heading"),
                texts.text("data.lead"),
                "/" + PagePaths.DATA,
                null),
            EntryCsv.COLUMNS,
            LISTS,
            log.state().vkey()));
  }
}
