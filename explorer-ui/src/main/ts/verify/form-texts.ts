/** Words of the form, all that is needed before there is something to check. */
export const FORM = {
  en: {
    choose: "Choose files",
    drop: "or drop them here: a receipt (x.tlog-proof and x.entry), a passport (JSON or HTML), a policy",
    paste: "Receipt code, link, keys or a policy",
    pasteHelp:
      "The 32 characters of a receipt, its link, the text of a passport, verifier keys one a line, or a tlog-policy.",
    check: "Check",
    scan: "Scan a QR code",
    scanNot: "This browser cannot read QR codes by itself: type the code, or open the link in it.",
    scanDenied: "The camera cannot be used.",
    scanStop: "Stop the camera",
    options: "Whom to believe",
    allow: "Overlook signatures of keys that are not known here (they prove nothing)",
    loading: "Fetching what checks it …",
    notLoaded: "What checks it could not be fetched. Reload this page and try again.",
  },
  ru: {
    choose: "Выбрать файлы",
    drop: "или перетащите сюда: квитанцию (x.tlog-proof и x.entry), паспорт (JSON или HTML), политику",
    paste: "Код квитанции, ссылка, ключи или политика",
    pasteHelp:
      "32 знака квитанции, ссылка на неё, текст паспорта, ключи проверки по одному в строке или tlog-policy.",
    check: "Проверить",
    scan: "Считать QR-код",
    scanNot: "Этот браузер сам не читает QR-коды: введите код или откройте ссылку из него.",
    scanDenied: "Камерой воспользоваться нельзя.",
    scanStop: "Выключить камеру",
    options: "Кому верить",
    allow: "Пропускать подписи неизвестных здесь ключей (они ничего не доказывают)",
    loading: "Загружается то, чем проверяют …",
    notLoaded: "То, чем проверяют, не загрузилось. Обновите страницу и попробуйте ещё раз.",
  },
};
