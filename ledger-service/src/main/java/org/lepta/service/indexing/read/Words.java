package org.lepta.service.indexing.read;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The words of texts or of a search, as they are compared: without regard to case, and a second
 * time by what is left when the ways of writing Russian in Latin letters are made equal. Pure.
 *
 * @param written in lower case
 * @param skeletons of the same words, in the same order
 */
record Words(List<String> written, List<String> skeletons) {

  /** Shorter words mean too many texts. */
  private static final int SHORTEST = 3;

  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

  Words {
    written = List.copyOf(written);
    skeletons = List.copyOf(skeletons);
  }

  /** The words of what somebody wrote. */
  static Words of(String text) {
    return of(split(text));
  }

  /** The words of all texts that may be shown. */
  static Words of(Collection<ResolvedText> texts) {
    return of(
        texts.stream()
            .map(ResolvedText::text)
            .filter(Objects::nonNull)
            .flatMap(text -> split(text).stream())
            .toList());
  }

  private static Words of(List<String> written) {
    return new Words(written, written.stream().map(Skeleton::of).toList());
  }

  private static List<String> split(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Arrays.stream(BREAK.split(plain)).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * Whether nothing can be searched for: there is no word, or one has less than three letters or
   * digits, a letter that is repeated counted once.
   */
  boolean areTooShort() {
    return written.isEmpty() || skeletons.stream().anyMatch(word -> word.length() < SHORTEST);
  }

  /** Whether every one of these begins a word of the other, in one of the two ways. */
  boolean begin(Words other) {
    return begin(written, other.written) || begin(skeletons, other.skeletons);
  }

  private static boolean begin(List<String> words, List<String> own) {
    return words.stream().allMatch(w -> own.stream().anyMatch(o -> o.startsWith(w)));
  }
}
