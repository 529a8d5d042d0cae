package org.lepta.service.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.SaltedText;

final class TextSearchTest {

  private static final SaltedText TEXT = SaltedText.of(new byte[32], "Wells for Aralsk", "en");

  /** Answers always the same, or not at all. */
  private record Fixed(TextAnswer answer, boolean silent, long wrongTexts, List<Sha256> asked)
      implements TextSource {

    static Fixed of(TextAnswer answer) {
      return new Fixed(answer, false, 0, new ArrayList<>());
    }

    static Fixed ofSilence() {
      return new Fixed(new TextAnswer.Unknown(), true, 0, new ArrayList<>());
    }

    @Override
    public TextAnswer text(Sha256 hash) throws NoAnswerException {
      asked.add(hash);
      if (silent) {
        throw new NoAnswerException(Trouble.TOO_SLOW, "silent");
      }
      return answer;
    }
  }

  private static TextSearch.Result find(Fixed... sources) throws InterruptedException {
    return new TextSearch(List.of(sources)).find(TEXT.commitment());
  }

  @Test
  void whoHasItGivesIt() throws InterruptedException {
    assertThat(find(Fixed.of(new TextAnswer.Unknown()), Fixed.of(new TextAnswer.Found(TEXT))))
        .isEqualTo(new TextSearch.Result.Found(TEXT));
  }

  @Test
  void aWrongAnswerIsPassedOver() throws InterruptedException {
    assertThat(find(Fixed.of(new TextAnswer.Wrong()), Fixed.of(new TextAnswer.Found(TEXT))))
        .isEqualTo(new TextSearch.Result.Found(TEXT));
  }

  @Test
  void whatOneWithdrewIsNotTakenFromTheNext() throws InterruptedException {
    assertThat(find(Fixed.of(new TextAnswer.Withdrawn()), Fixed.of(new TextAnswer.Found(TEXT))))
        .isEqualTo(new TextSearch.Result.Withdrawn());
  }

  @Test
  void silenceIsNotTakenForAnAnswer() throws InterruptedException {
    assertThat(find(Fixed.ofSilence(), Fixed.of(new TextAnswer.Unknown())))
        .isEqualTo(new TextSearch.Result.Silence());
    assertThat(find(Fixed.of(new TextAnswer.Unknown()))).isEqualTo(new TextSearch.Result.Nowhere());
  }

  @Test
  void whoWasSilentIsNotAskedAgainInTheSameRound() throws InterruptedException {
    Fixed silent = Fixed.ofSilence();
    TextSearch search = new TextSearch(List.of(silent));

    search.find(TEXT.commitment());
    search.find(TEXT.commitment());

    assertThat(silent.asked()).hasSize(1);
    assertThat(search.isHopeless()).isTrue();
  }

  @Test
  void whoSentWrongTextsIsAskedLast() throws InterruptedException {
    Fixed wrong = new Fixed(new TextAnswer.Wrong(), false, 3, new ArrayList<>());

    find(wrong, Fixed.of(new TextAnswer.Found(TEXT)));

    assertThat(wrong.asked()).isEmpty();
  }
}
