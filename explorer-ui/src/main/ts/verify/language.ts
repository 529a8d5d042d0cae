export type Language = "ru" | "en";

/** The language that the page is in. */
export function pageLanguage(): Language {
  return document.documentElement.lang === "ru" ? "ru" : "en";
}
