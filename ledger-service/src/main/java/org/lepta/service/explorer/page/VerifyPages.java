package org.lepta.service.explorer.page;

import java.util.Optional;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Publications;
import org.lepta.ui.OfflineVerifier;
import org.lepta.ui.Pages;
import org.lepta.ui.page.VerifyPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.ServerFields;
import org.springframework.stereotype.Component;

/** Makes the page that verifies in the reader's browser. */
@Component
class VerifyPages {

  private final Publications publications;

  VerifyPages(Publications publications) {
    this.publications = publications;
  }

  String html(Standing standing, Language language) {
    Texts texts = Texts.of(language);
    return Pages.verify(
        new VerifyPage(
            Frames.of(
                standing,
                language,
                texts.text("verify.heading"),
                texts.text("verify.lead"),
                "/" + PagePaths.VERIFY,
                null),
            VerifierController.PATH,
            OfflineVerifier.FILE_NAME,
            OfflineVerifier.sha256(),
            named(language).map(ServerFields.of(language)::link).orElse(null)));
  }

  /** The entry that names the hash of the file for download, once it is recorded. */
  Optional<ServerFields.Named> named(Language language) {
    String sha256 = OfflineVerifier.sha256();
    return publications
        .verifier(sha256)
        .map(EntryRecord::index)
        .map(leaf -> new ServerFields.Named(sha256, leaf, language.path("/entries/" + leaf)));
  }
}
