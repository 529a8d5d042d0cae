package org.lepta.service.sample;

import java.util.List;

/** Names of people who do not exist, put together from parts that were made up for this purpose. */
final class Names {

  private static final List<String> RUSSIAN_GIVEN =
      List.of(
          "Любава",
          "Серафим",
          "Мирослава",
          "Елисей",
          "Ульяна",
          "Тихон",
          "Варвара",
          "Прохор",
          "Агафья",
          "Демьян",
          "Злата",
          "Савва",
          "Есения",
          "Архип",
          "Василиса",
          "Лукьян");

  private static final List<String> RUSSIAN_FAMILY =
      List.of(
          "Перезвонко",
          "Заречнюк",
          "Подберёзкович",
          "Тропинко",
          "Лодочкевич",
          "Верескунас",
          "Снегирёнок",
          "Колодезнюк",
          "Журавлюк",
          "Камышенко",
          "Мостовенко",
          "Рябинчук",
          "Половицко",
          "Самоваренко",
          "Ковылевич",
          "Пароходько",
          "Окраинчук",
          "Чердаченко");

  private static final List<String> ENGLISH_GIVEN =
      List.of(
          "Odalys",
          "Barnaby",
          "Philippa",
          "Thaddeus",
          "Marigold",
          "Leopold",
          "Rosalind",
          "Cuthbert",
          "Henrietta",
          "Ambrose",
          "Clementine",
          "Ignatius");

  private static final List<String> ENGLISH_FAMILY =
      List.of(
          "Quillfeather",
          "Marshlantern",
          "Brackenthorpe",
          "Oddlewick",
          "Tidewhistle",
          "Copperdale",
          "Fernhollow",
          "Larkspindle",
          "Mossbridge",
          "Windlestone",
          "Applegarrow",
          "Thistlecombe");

  private Names() {}

  static String russian(Dice dice) {
    return dice.pick(RUSSIAN_GIVEN) + " " + dice.pick(RUSSIAN_FAMILY);
  }

  static String english(Dice dice) {
    return dice.pick(ENGLISH_GIVEN) + " " + dice.pick(ENGLISH_FAMILY);
  }

  /** Every family name; none of them may be met on the ledger. */
  static List<String> families() {
    return java.util.stream.Stream.of(RUSSIAN_FAMILY, ENGLISH_FAMILY)
        .flatMap(List::stream)
        .toList();
  }
}
