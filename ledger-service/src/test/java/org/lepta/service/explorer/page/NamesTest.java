package org.lepta.service.explorer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lepta.service.indexing.read.ResolvedText;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.PublicText;

/** Of several texts that say the same, readers see the one in their language. */
final class NamesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static ResolvedText text(@Nullable String text, @Nullable String language) {
    return new ResolvedText("title", "ab".repeat(32), text, language, text == null ? DAY : null);
  }

  @Test
  void theTextInTheReadersLanguageIsShownWhereverItStands() {
    Names titles = new Names(List.of(text("Школа", "ru"), text("A school", "en")));

    assertThat(titles.first(Language.EN)).isEqualTo(new PublicText.Shown("A school", "en"));
    assertThat(titles.first(Language.RU)).isEqualTo(new PublicText.Shown("Школа", "ru"));
  }

  @Test
  void withoutOneTheFirstThatMayBeShownIs() {
    Names titles = new Names(List.of(text(null, null), text("Une école", "fr"), text("S", null)));

    assertThat(titles.first(Language.EN)).isEqualTo(new PublicText.Shown("Une école", "fr"));
  }

  @Test
  void aTextThatWasWithdrawnSaysSo() {
    assertThat(new Names(List.of(text(null, null))).first(Language.EN))
        .isEqualTo(new PublicText.Withdrawn(DateFormat.day(Language.EN, DAY)));
  }
}
