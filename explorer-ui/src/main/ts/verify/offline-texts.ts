/** Words of the file that works without network, around its form. */
export const OFFLINE = {
  en: {
    title: "Check a receipt or a passport",
    lead: "This page checks that entries stand in a public log, unchanged. Nothing you choose leaves your device.",
    offline:
      "This file works without network. It asks nobody, so it cannot fetch receipts by their code.",
    language: "Русский",
  },
  ru: {
    title: "Проверить квитанцию или паспорт",
    lead: "Эта страница проверяет, что записи стоят в открытом журнале и не изменены. Ничего из выбранного не покидает ваше устройство.",
    offline:
      "Этот файл работает без сети. Он никого не спрашивает и поэтому не может получить квитанцию по коду.",
    language: "English",
  },
};
