package org.lepta.service.sample;

import java.util.List;

/** What grants are for: projects and places that were made up. */
final class Projects {

  /**
   * One kind of project.
   *
   * @param title with {@code {}} for the place
   */
  record Project(Bilingual title, Bilingual description) {}

  static final List<Bilingual> PLACES =
      List.of(
          new Bilingual("Верхние Лиманы", "Upper Limans"),
          new Bilingual("Старая Пристань", "Old Landing"),
          new Bilingual("Ключегорск", "Springhill"),
          new Bilingual("Малая Заводь", "Little Backwater"),
          new Bilingual("Дальний Брод", "Far Ford"),
          new Bilingual("Новоберёзье", "New Birchley"),
          new Bilingual("Тихие Сосны", "Quiet Pines"),
          new Bilingual("Семь Мостов", "Seven Bridges"),
          new Bilingual("Озёрная Грива", "Lakeridge"),
          new Bilingual("Белокаменка-на-Ветру", "Whitestone-in-the-Wind"),
          new Bilingual("Медовый Яр", "Honey Bank"),
          new Bilingual("Совиное", "Owlham"),
          new Bilingual("Красный Причал", "Red Wharf"),
          new Bilingual("Ясные Холмы", "Clearhills"),
          new Bilingual("Полынная Слобода", "Wormwood Row"),
          new Bilingual("Лесной Выселок", "Woodland End"));

  static final List<Project> RUB_OR_EUR =
      List.of(
          project(
              "Отопление мастерской: {}",
              "Heating for the workshop at {}",
              "Новый котёл, трубы и обучение двух истопников, чтобы зимой занятия не прерывались.",
              "A new boiler, pipes and training for two stokers, so that classes go on in winter."),
          project(
              "Передвижная библиотека: {}",
              "A mobile library for {}",
              "Ремонт фургона, полки, восемьсот книг и топливо на год поездок по посёлкам.",
              "Repair of a van, shelves, eight hundred books and a year's fuel for the villages."),
          project(
              "Школьный яблоневый сад: {}",
              "A school apple orchard at {}",
              "Саженцы, ограда и инструменты; за деревьями ухаживают сами школьники.",
              "Saplings, a fence and tools; the pupils look after the trees themselves."),
          project(
              "Ночлег и горячий ужин зимой: {}",
              "Winter beds and hot suppers at {}",
              "Тридцать мест на пять месяцев, дежурный фельдшер и кухня.",
              "Thirty beds for five months, a medic on duty and a kitchen."),
          project(
              "Репетиторы для выпускников: {}",
              "Tutors for school leavers at {}",
              "Занятия по выходным для сорока учеников из многодетных семей.",
              "Weekend lessons for forty pupils from large families."),
          project(
              "Пандусы и поручни: {}",
              "Ramps and handrails at {}",
              "Доступный вход в амбулаторию, клуб и две библиотеки.",
              "Step-free ways into the clinic, the club and two libraries."),
          project(
              "Инструменты для детского оркестра: {}",
              "Instruments for the children's band at {}",
              "Двенадцать духовых инструментов, ноты и мастер по ремонту.",
              "Twelve wind instruments, sheet music and a repairer."),
          project(
              "Чистый колодец: {}",
              "A clean well at {}",
              "Бурение, насос и проверка воды каждые три месяца.",
              "Drilling, a pump and a water test every three months."),
          project(
              "Кружок робототехники: {}",
              "A robotics club at {}",
              "Наборы, два ноутбука и поездка на состязания в соседний город.",
              "Kits, two laptops and a trip to the contest in the next town."),
          project(
              "Помощь погорельцам: {}",
              "Help after the fire at {}",
              "Времянки, тёплая одежда и документы для девяти семей.",
              "Temporary homes, warm clothes and papers for nine families."),
          project(
              "Летний лагерь у реки: {}",
              "A summer camp by the river at {}",
              "Две смены по шестьдесят детей, палатки, спасатель и повар.",
              "Two stays of sixty children, tents, a lifeguard and a cook."),
          project(
              "Читальный зал для слабовидящих: {}",
              "A reading room for people with low vision at {}",
              "Увеличители, тактильные книги и обучение сотрудников.",
              "Magnifiers, tactile books and training for the staff."),
          project(
              "Теплицы для дома престарелых: {}",
              "Greenhouses for the old people's home at {}",
              "Три теплицы и семена: свои овощи и занятие на весь год.",
              "Three greenhouses and seed: vegetables of their own and work all year."),
          project(
              "Подвоз к врачу: {}",
              "Rides to the doctor from {}",
              "Машина с подъёмником и водитель на два дня в неделю.",
              "A car with a lift and a driver two days a week."));

  static final List<Project> HOURS =
      List.of(
          project(
              "Руки волонтёров на субботнике: {}",
              "Volunteer hands for the clean-up at {}",
              "Часы, подаренные волонтёрами, — на уборку берега и покраску скамей.",
              "Hours given by volunteers for clearing the bank and painting benches."),
          project(
              "Волонтёры-наставники: {}",
              "Volunteer mentors at {}",
              "Подаренные часы — на встречи наставников с подростками.",
              "Given hours for mentors who meet teenagers."),
          project(
              "Переплёт и починка книг: {}",
              "Binding and mending books at {}",
              "Подаренные часы мастеров на восстановление старого фонда.",
              "Given hours of craftspeople to restore an old stock."));

  static final Bilingual INDIVIDUAL =
      new Bilingual("Грант частному лицу", "Grant to an individual");

  private Projects() {}

  private static Project project(String ruTitle, String enTitle, String ru, String en) {
    return new Project(new Bilingual(ruTitle, enTitle), new Bilingual(ru, en));
  }
}
