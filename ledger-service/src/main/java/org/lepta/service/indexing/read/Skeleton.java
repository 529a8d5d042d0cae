package org.lepta.service.indexing.read;

import java.util.List;
import java.util.Map;

/**
 * What is left of a word when the ways of writing Russian in Latin letters are made equal: {@code
 * Хвощёва}, {@code Khvoshcheva} and {@code Hvoscheva} have one skeleton. Words without one, such as
 * numbers, are their own. Pure.
 */
final class Skeleton {

  private static final Map<Character, String> LATIN =
      Map.ofEntries(
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('ґ', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('ё', "e"),
          Map.entry('є', "ye"),
          Map.entry('ж', "zh"),
          Map.entry('з', "z"),
          Map.entry('и', "i"),
          Map.entry('і', "i"),
          Map.entry('ї', "yi"),
          Map.entry('й', "y"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "kh"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "shch"),
          Map.entry('ъ', ""),
          Map.entry('ы', "y"),
          Map.entry('ь', ""),
          Map.entry('э', "e"),
          Map.entry('ю', "yu"),
          Map.entry('я', "ya"));

  /** Spellings that become one, the longer ones first. */
  private static final List<Map.Entry<String, String>> SAME =
      List.of(
          Map.entry("shch", "sh"),
          Map.entry("sch", "sh"),
          Map.entry("tch", "ch"),
          Map.entry("kh", "h"),
          Map.entry("ts", "c"),
          Map.entry("tz", "c"),
          Map.entry("cz", "c"),
          Map.entry("ph", "f"),
          Map.entry("ck", "k"),
          Map.entry("ks", "x"),
          Map.entry("w", "v"),
          Map.entry("yo", "e"),
          Map.entry("jo", "e"),
          Map.entry("io", "e"),
          Map.entry("ye", "e"),
          Map.entry("je", "e"),
          Map.entry("ie", "e"),
          Map.entry("yu", "u"),
          Map.entry("ju", "u"),
          Map.entry("iu", "u"),
          Map.entry("ya", "a"),
          Map.entry("ja", "a"),
          Map.entry("ia", "a"),
          Map.entry("y", "i"),
          Map.entry("j", "i"));

  private Skeleton() {}

  /** The skeleton of a word in lower case. */
  static String of(String word) {
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      latin.append(LATIN.getOrDefault(c, String.valueOf(c)));
    }
    String same = latin.toString();
    for (Map.Entry<String, String> spelling : SAME) {
      same = same.replace(spelling.getKey(), spelling.getValue());
    }
    String single = withoutRepeats(same);
    return single.isEmpty() ? word : single;
  }

  private static String withoutRepeats(String text) {
    StringBuilder single = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean repeated = !single.isEmpty() && single.charAt(single.length() - 1) == c;
      if (!repeated || Character.isDigit(c)) {
        single.append(c);
      }
    }
    return single.toString();
  }
}
