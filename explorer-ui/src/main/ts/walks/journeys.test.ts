import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, launch } from "../testing/browser.ts";
import { FUND, GIFT, WALK_URL } from "./site.ts";
import { Visitor } from "./visitor.ts";

const WORDS = {
  ru: {
    locale: "ru-RU",
    passport: "Паспорт для программ (JSON)",
    accept: "Ключ верный: принять и запомнить",
    holds: "Сходится",
    equal: /^Сходится: строк /,
    foundation: "Фонд «Северный сад»",
  },
  en: {
    locale: "en-GB",
    passport: "Passport for programs (JSON)",
    accept: "The key is right: accept and remember it",
    holds: "Holds",
    equal: /^Equal: /,
    foundation: "Northern Orchard Fund",
  },
} as const;

const TELEPHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

describe.skipIf(CHROMIUM === undefined || WALK_URL === undefined).each(["ru", "en"] as const)(
  "journeys in %s (Chromium and LEPTA_WALK_URL)",
  (language) => {
    const words = WORDS[language];
    let browser: Browser;
    let visitor: Visitor;
    let page: Page;

    async function come(viewport: typeof DESK): Promise<void> {
      visitor = await Visitor.come(browser, { locale: words.locale, viewport });
      page = visitor.page;
      await page.goto("/");
      expect(new URL(page.url()).pathname).toBe(`/${language}/`);
    }

    beforeAll(async () => {
      browser = await launch();
    });

    afterAll(async () => {
      await browser.close();
    });

    afterEach(async () => {
      expect(visitor.trouble).toEqual([]);
      await visitor.leave();
    });

    it("a donor reads where a gift went, takes its passport and checks it", async () => {
      await come(TELEPHONE);
      await searchByKeyboard(page, GIFT);
      await page.waitForURL(/\/donations\//);
      expect(await page.locator(".trail li").count()).toBeGreaterThan(0);
      await visitor.screenshot(`journey-donor-1-${language}`);

      const coming = page.waitForEvent("download");
      await page.getByRole("link", { name: words.passport }).click();
      const passport = await (await coming).path();

      await page.locator('main a[href$="/verify"]').click();
      await page.setInputFiles("#files", passport);
      // Nobody believes a server about itself: the donor compares the key, accepts it, and is told.
      await page.locator(".outcome.cannot").first().waitFor();
      expect(await page.locator("#verifier").textContent()).toContain(await publishedKey());
      await page.getByRole("button", { name: words.accept }).press("Enter");
      await page.locator(".outcome.pass").first().waitFor();
      expect(await page.locator(".outcome.pass").first().textContent()).toContain(words.holds);
      await visitor.screenshot(`journey-donor-2-${language}`);
    });

    it("an auditor recounts a figure and follows what stands out to its entry", async () => {
      await come(DESK);
      await page.locator(`a[href$="/funds/${FUND}"]`).first().click();
      await page.waitForURL(/\/funds\//);
      await page.locator('.account a[href*="/recount?"]').first().click();
      await page.locator("#recount button").click();
      const said = page.locator("#recount .holds");
      await said.waitFor();
      expect(await said.textContent()).toMatch(words.equal);
      await visitor.screenshot(`journey-auditor-1-${language}`);

      await page.locator(".brand").click();
      await page.locator('.chips a[href*="rule=unconfirmed"]').click();
      await page.waitForURL(/\/exceptions/);
      await page.locator('main tbody a[href*="/entries/"]').first().click();
      await page.waitForURL(/\/entries\/\d+$/);
      expect(await page.locator("h1").textContent()).not.toBe("");
      await visitor.screenshot(`journey-auditor-2-${language}`);
    });

    it("a journalist goes from a name to a recipient and takes exactly what is listed", async () => {
      await come(DESK);
      await searchByKeyboard(page, "severnyj sad");
      await page.getByRole("link", { name: words.foundation }).first().click();
      await page.waitForURL(/\/organisations\//);
      await page.locator('main a[href*="/flows?organisation="]').first().click();
      await page.waitForURL(/\/flows/);
      await visitor.screenshot(`journey-journalist-1-${language}`);
      await page.locator('svg.flow a[href*="/organisations/"]').last().click();
      await page.waitForURL(/\/organisations\//);
      await page.locator('main .more a[href*="/grants?recipient="]').first().click();
      await page.waitForURL(/\/grants\?/);
      await visitor.screenshot(`journey-journalist-2-${language}`);

      const coming = page.waitForEvent("download");
      await page.locator("a.csv").click();
      const csv = readFileSync(await (await coming).path(), "utf8");
      expect(csv.trimEnd().split("\r\n").length - 1).toBe(await rows(page));
    });
  },
);

/** The log's key as it is told to everybody. */
async function publishedKey(): Promise<string> {
  const policy = await (await fetch(`${WALK_URL ?? ""}/log/policy`)).text();
  return /^log (\S+)$/m.exec(policy)?.[1] ?? "no key";
}

/** As without a mouse: through the page to the search box, a word, Enter. */
async function searchByKeyboard(page: Page, text: string): Promise<void> {
  const box: Locator = page.getByRole("searchbox");
  for (let steps = 0; !(await isFocused(box)); steps++) {
    expect(steps).toBeLessThan(30);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.waitForURL((address) => !/^\/(ru|en)\/$/.test(address.pathname));
}

function isFocused(box: Locator): Promise<boolean> {
  return box.evaluate((element) => element === document.activeElement);
}

/** How many rows a list has on all its pages, from this one on. */
async function rows(page: Page): Promise<number> {
  const older = page.locator(".pager a[rel=next]");
  let count = await page.locator("tbody tr").count();
  while ((await older.count()) > 0) {
    await older.click();
    await page.waitForLoadState();
    count += await page.locator("tbody tr").count();
  }
  return count;
}
