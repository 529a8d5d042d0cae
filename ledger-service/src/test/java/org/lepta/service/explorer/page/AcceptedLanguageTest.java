package org.lepta.service.explorer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lepta.ui.text.Language;

class AcceptedLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru|RU",
        "ru-RU,ru;q=0.9,en-US;q=0.8|RU",
        "en-GB,ru;q=0.9|EN",
        "de,ru;q=0.2|RU",
        "de,fr|EN",
        "*|EN",
        "ru;q=0,en|EN",
        "en;q=0.1,ru;q=0.2|RU",
        "rubbish;;q=x|EN",
        ";;;|EN"
      })
  void isTheOneTheReaderLikesBest(String header, Language expected) {
    assertThat(AcceptedLanguage.of(header)).isEqualTo(expected);
  }

  @Test
  void isEnglishWithoutAReadableHeader() {
    assertThat(AcceptedLanguage.of(null)).isEqualTo(Language.EN);
    assertThat(AcceptedLanguage.of("")).isEqualTo(Language.EN);
    assertThat(AcceptedLanguage.of("ru,".repeat(1_000))).isEqualTo(Language.EN);
  }
}
