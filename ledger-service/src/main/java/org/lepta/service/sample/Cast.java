package org.lepta.service.sample;

import static org.lepta.service.sample.FundCard.EUR;
import static org.lepta.service.sample.FundCard.HOURS;
import static org.lepta.service.sample.FundCard.RUB;

import java.util.ArrayList;
import java.util.List;
import org.lepta.ledger.entry.Restriction;
import org.lepta.service.sample.FoundationCard.Named;

/** Who takes part: foundations, funds, grantees and givers, all of them made up. */
final class Cast {

  private static final Bilingual OFFICE =
      new Bilingual(
          "На что нужнее: помощь, которой нет в программах, и собственная работа фонда.",
          "Where it is needed most: help outside the programmes, and the foundation's own work.");

  static final FoundationCard PIER =
      new FoundationCard(
          "XI-LEPTA-DEMO-01",
          new Bilingual("Фонд «Тёплый причал»", "Warm Pier Foundation"),
          List.of(
              new FundCard(
                  "XI-LEPTA-DEMO-01-warm-home",
                  new Bilingual("Тёплый дом", "A warm home"),
                  new Bilingual(
                      "Тепло, ночлег и ремонт для тех, кому некуда идти.",
                      "Heat, beds and repairs for those who have nowhere to go."),
                  "16030",
                  Restriction.RESTRICTED,
                  List.of(RUB, EUR),
                  List.of(55, 2),
                  1,
                  false),
              new FundCard(
                  "XI-LEPTA-DEMO-01-general",
                  new Bilingual("Общий фонд «Тёплого причала»", "Warm Pier general fund"),
                  OFFICE,
                  "43010",
                  Restriction.UNRESTRICTED,
                  List.of(RUB),
                  List.of(25),
                  0,
                  false),
              new FundCard(
                  "XI-LEPTA-DEMO-01-winter-shelter",
                  new Bilingual("Зимний приют", "Winter shelter"),
                  new Bilingual(
                      "Открытый до весны приют; этот фонд держит обычные сроки записи.",
                      "A shelter open till spring; this fund keeps the usual recording limits."),
                  "72040",
                  Restriction.DESIGNATED,
                  List.of(RUB),
                  List.of(6),
                  0,
                  true),
              new FundCard(
                  "XI-LEPTA-DEMO-01-hands",
                  new Bilingual("Руки помощи", "Helping hands"),
                  new Bilingual("Часы, подаренные волонтёрами.", "Hours given by volunteers."),
                  "15150",
                  Restriction.RESTRICTED,
                  List.of(HOURS),
                  List.of(12),
                  0,
                  false)),
          2_100,
          80,
          named(
              11,
              "Мастерская «Железный чайник»",
              "Iron Kettle Workshop",
              "Ночлежка у Красного причала",
              "Red Wharf Night Shelter",
              "Артель «Печник и дочь»",
              "Stovemaker & Daughter Guild",
              "Амбулатория на колёсах «Осока»",
              "Sedge Mobile Clinic",
              "Дом престарелых «Ясные холмы»",
              "Clearhills Home for the Aged",
              "Сельский клуб «Пятый колодец»",
              "Fifth Well Village Club",
              "Общество соседей «Семь мостов»",
              "Seven Bridges Neighbours",
              "Кухня «Общий котёл»",
              "Common Pot Kitchen",
              "Лодочная станция «Тихая вода»",
              "Still Water Boathouse",
              "Союз истопников Озёрной Гривы",
              "Lakeridge Stokers' Union"));

  static final FoundationCard ORCHARD =
      new FoundationCard(
          "XI-LEPTA-DEMO-02",
          new Bilingual("Фонд «Северный сад»", "Northern Orchard Fund"),
          List.of(
              new FundCard(
                  "XI-LEPTA-DEMO-02-orchards",
                  new Bilingual("Школьные сады", "School orchards"),
                  new Bilingual(
                      "Сады, теплицы и колодцы при школах.",
                      "Orchards, greenhouses and wells at schools."),
                  "31191",
                  Restriction.RESTRICTED,
                  List.of(RUB, EUR),
                  List.of(40, 4),
                  2,
                  false),
              new FundCard(
                  "XI-LEPTA-DEMO-02-schools",
                  new Bilingual("Сельская школа", "The village school"),
                  new Bilingual(
                      "Учителя, кружки и поездки для сельских школ.",
                      "Teachers, clubs and trips for village schools."),
                  "11220",
                  Restriction.RESTRICTED,
                  List.of(RUB),
                  List.of(34),
                  0,
                  false),
              new FundCard(
                  "XI-LEPTA-DEMO-02-general",
                  new Bilingual("Общий фонд «Северного сада»", "Northern Orchard general fund"),
                  OFFICE,
                  "43010",
                  Restriction.UNRESTRICTED,
                  List.of(RUB, HOURS),
                  List.of(10, 12),
                  0,
                  false)),
          1_900,
          70,
          named(
              31,
              "Школа-пасека Медового Яра",
              "Honey Bank Apiary School",
              "Питомник «Кривая груша»",
              "Crooked Pear Nursery",
              "Кружок «Паровой дрон»",
              "Steam Drone Club",
              "Малозаводская сельская школа",
              "Little Backwater Village School",
              "Товарищество «Три теплицы»",
              "Three Greenhouses Partnership",
              "Оркестр «Медный ёж»",
              "Brass Hedgehog Band",
              "Экспедиция юных гидрологов «Родник»",
              "Wellspring Young Hydrologists",
              "Лагерь «Рыжий берег»",
              "Russet Shore Camp",
              "Учительский дом «Совиное»",
              "Owlham Teachers' House"));

  static final FoundationCard LANTERN =
      new FoundationCard(
          "XI-LEPTA-DEMO-03",
          new Bilingual("Фонд «Мост и фонарь»", "Bridge & Lantern Trust"),
          List.of(
              new FundCard(
                  "XI-LEPTA-DEMO-03-libraries",
                  new Bilingual("Свет библиотек", "Lights of libraries"),
                  new Bilingual(
                      "Книги, читальные залы и библиотеки на колёсах.",
                      "Books, reading rooms and libraries on wheels."),
                  "16061",
                  Restriction.RESTRICTED,
                  List.of(EUR),
                  List.of(58),
                  1,
                  false),
              new FundCard(
                  "XI-LEPTA-DEMO-03-general",
                  new Bilingual("Общий фонд «Моста и фонаря»", "Bridge & Lantern general fund"),
                  OFFICE,
                  "43010",
                  Restriction.UNRESTRICTED,
                  List.of(EUR, HOURS),
                  List.of(30, 12),
                  0,
                  false)),
          1_300,
          50,
          named(
              51,
              "Библиотека-баржа «Закладка»",
              "Bookmark Library Barge",
              "Читальня «Зелёная лампа на холме»",
              "Green Lamp on the Hill Reading Room",
              "Переплётный двор «Корешок»",
              "Spine Bindery Yard",
              "Тактильная книга «Шорох»",
              "Rustle Tactile Books",
              "Вечерняя школа «Седьмой фонарь»",
              "Seventh Lantern Evening School",
              "Архив писем «Почтовый ящик № 0»",
              "Letterbox Zero Archive",
              "Театр теней «Абажур»",
              "Lampshade Shadow Theatre"));

  static final List<FoundationCard> FOUNDATIONS = List.of(PIER, ORCHARD, LANTERN);

  /** The grantee's grantee at the end of the chain. */
  static final Named LAST_HOP =
      new Named(
          "XI-LEPTA-DEMO-71",
          new Bilingual("Дворовая печь Дальнего Брода", "Far Ford Courtyard Stove"));

  static final List<Named> GIVERS =
      named(
          81,
          "Пекарня «Три корочки»",
          "Three Crusts Bakery",
          "Верфь «Бумажный кораблик»",
          "Paper Boat Shipyard",
          "Торговый дом «Сундук и сын»",
          "Chest & Son Trading House",
          "Обсерватория «Медведица-Юг»",
          "South Bear Observatory",
          "Кооператив «Долгая зима»",
          "Long Winter Co-operative",
          "Студия «Ленивый метроном»",
          "Lazy Metronome Studio",
          "Часовой завод «Полдень»",
          "High Noon Clockworks");

  static final List<Named> VENDORS =
      named(
          91,
          "Счетоводы «Круглая сумма»",
          "Round Sum Bookkeepers",
          "Типография «Чернильный кит»",
          "Ink Whale Printers",
          "Канцелярия «Скрепка и Ко»",
          "Paperclip & Co Office Supplies");

  private Cast() {}

  /** Every organisation but the foundations themselves. */
  static List<Named> others() {
    List<Named> all = new ArrayList<>();
    FOUNDATIONS.forEach(foundation -> all.addAll(foundation.grantees()));
    all.add(LAST_HOP);
    all.addAll(GIVERS);
    all.addAll(VENDORS);
    return all;
  }

  /** Russian and English names in turn; ids are numbered from the first. */
  private static List<Named> named(int first, String... names) {
    List<Named> all = new ArrayList<>();
    for (int i = 0; i < names.length; i += 2) {
      all.add(new Named("XI-LEPTA-DEMO-" + (first + i / 2), new Bilingual(names[i], names[i + 1])));
    }
    return all;
  }
}
