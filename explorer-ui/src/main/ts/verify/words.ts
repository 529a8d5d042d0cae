import { readAmount } from "../passport/amount.ts";
import type { Language } from "./language.ts";
import type { TEXTS } from "./texts-en.ts";

export type Key = keyof typeof TEXTS;

/** Texts, amounts and dates of one language. */
export class Words {
  readonly language: Language;
  readonly #texts: typeof TEXTS;

  constructor(language: Language, texts: typeof TEXTS) {
    this.language = language;
    this.#texts = texts;
  }

  /** A text with what it tells. */
  say(key: Key, ...values: readonly string[]): string {
    return this.#texts[key].replace(/\{([0-9])\}/g, (_, at: string) => values[Number(at)] ?? "");
  }

  /** A text of a key that is put together, or undefined. */
  find(key: string): string | undefined {
    return Object.hasOwn(this.#texts, key) ? this.#texts[key as Key] : undefined;
  }

  /** A code in words; a code that is not known here stands for itself. */
  meaning(code: string): string {
    return this.find(`code.${code}`) ?? code;
  }

  /** A count with its digits in groups. */
  count(value: bigint | number): string {
    const separator = this.language === "ru" ? "\u00a0" : ",";
    return `${value}`.replace(/\B(?=(\d{3})+$)/g, separator);
  }

  /** An exact amount: at least two places where it has any. What is no amount is shown as it is. */
  money(text: string, unit: string): string {
    const value = readAmount(text);
    if (value === undefined) {
      return `${text} ${unit}`;
    }
    const size = value < 0n ? -value : value;
    const places = `${size % 10_000n}`.padStart(4, "0").replace(/0{1,2}$/, "");
    const mark = this.language === "ru" ? "," : ".";
    const sign = value < 0n ? "\u2212" : "";
    const fraction = size % 10_000n === 0n ? "" : mark + places;
    return `${sign}${this.count(size / 10_000n)}${fraction}\u00a0${unit}`;
  }

  /** A day, or that there is none. */
  date(day: string | null): string {
    const time = day === null ? NaN : Date.parse(`${day}T00:00:00Z`);
    return Number.isNaN(time) ? this.say("undated") : this.#day(time);
  }

  /** A moment in UTC. */
  moment(seconds: number): string {
    const time = seconds * 1000;
    return `${this.#day(time)}, ${new Date(time).toISOString().slice(11, 19)} UTC`;
  }

  #day(time: number): string {
    const locale = this.language === "ru" ? "ru" : "en-GB";
    return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(time);
  }
}
