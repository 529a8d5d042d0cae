import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { projectPath } from "../testing/files.ts";
import { DONOR } from "./donor-texts.ts";
import { FORM } from "./form-texts.ts";
import { OFFLINE } from "./offline-texts.ts";
import { TEXTS as EN } from "./texts-en.ts";
import { TEXTS as RU } from "./texts-ru.ts";
import { type Key, Words } from "./words.ts";

const keys = Object.keys(EN) as Key[];

it("has every text in both languages, with the same places", () => {
  const places = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
  for (const { ru, en } of [{ ru: RU, en: EN }, FORM, DONOR, OFFLINE]) {
    const russian = new Map(Object.entries(ru));
    expect([...russian.keys()]).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      expect(places(russian.get(key) ?? ""), key).toEqual(places(text));
      expect(russian.get(key), key).not.toBe("");
    }
  }
});

it("uses every text", () => {
  const folder = projectPath("explorer-ui/src/main/ts");
  const sources = [
    ...readdirSync(folder),
    ...readdirSync(`${folder}/verify`).map((n) => `verify/${n}`),
  ]
    .filter((name) => name.endsWith(".ts") && !name.includes("texts"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
    .join("");
  const unused = keys.filter(
    (key) => !/^(kind|act|code)\./.test(key) && !sources.includes(`"${key}"`),
  );
  expect(unused.filter((key) => !["pass", "fail", "cannot"].includes(key))).toEqual([]);
});

it("puts every documented code into words", () => {
  const pages = ["receipts", "passports"].map((name) =>
    readFileSync(projectPath(`docs/reference/${name}.md`), "utf8"),
  );
  const codes = [...pages.join("").matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map(
    (match) => match[1] ?? "",
  );
  expect(codes.length).toBe(27);
  for (const code of codes) {
    expect(new Words("ru", RU).meaning(code), code).not.toBe(code);
    expect(new Words("en", EN).meaning(code), code).not.toBe(code);
  }
});

it("writes amounts exactly, in the manner of each language", () => {
  const [ru, en] = [new Words("ru", RU), new Words("en", EN)];
  expect(en.money("900719925474099.1234", "GBP")).toBe("900,719,925,474,099.1234\u00a0GBP");
  expect(ru.money("1000.5", "RUB")).toBe("1\u00a0000,50\u00a0RUB");
  expect(en.money("-12", "h")).toBe("\u221212\u00a0h");
  expect(en.money("1e3", "RUB")).toBe("1e3 RUB");
  expect(en.date("2026-03-01")).toBe("1 March 2026");
  expect(ru.date("2026-03-01")).toBe("1 марта 2026 г.");
  expect(ru.date(null)).toBe("без даты");
  expect(en.moment(1772366400)).toBe("1 March 2026, 12:00:00 UTC");
});
