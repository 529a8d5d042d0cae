package org.lepta.service.consortium;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.SaltedText;

/**
 * One round of asking for texts: who was silent once is not asked again in it, and who sent wrong
 * texts is asked last. Thread-safe.
 */
final class TextSearch {

  private final List<? extends TextSource> sources;
  private final Set<TextSource> silent = ConcurrentHashMap.newKeySet();

  TextSearch(List<? extends TextSource> sources) {
    this.sources =
        sources.stream().sorted(Comparator.comparingLong(TextSource::wrongTexts)).toList();
  }

  /** What became of the search for one text. */
  sealed interface Result {

    /** It is here and has its hash. */
    record Found(SaltedText text) implements Result {}

    /** Somebody who had it withdrew it, so that it is not taken from anybody else. */
    record Withdrawn() implements Result {}

    /** All answered, and nobody has it. */
    record Nowhere() implements Result {}

    /** Nobody who answered has it, and some did not answer. */
    record Silence() implements Result {}
  }

  /** Asks one after the other. */
  Result find(Sha256 hash) throws InterruptedException {
    for (TextSource source : sources) {
      if (silent.contains(source)) {
        continue;
      }
      try {
        switch (source.text(hash)) {
          case TextAnswer.Found(SaltedText text) -> {
            return new Result.Found(text);
          }
          case TextAnswer.Withdrawn withdrawn -> {
            return new Result.Withdrawn();
          }
          case TextAnswer.Unknown unknown -> {}
          case TextAnswer.Wrong wrong -> {}
        }
      } catch (NoAnswerException e) {
        silent.add(source);
      }
    }
    return silent.isEmpty() ? new Result.Nowhere() : new Result.Silence();
  }

  /** Whether nobody answers any more. */
  boolean isHopeless() {
    return silent.size() == sources.size();
  }
}
