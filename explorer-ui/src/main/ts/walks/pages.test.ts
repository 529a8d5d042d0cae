import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, launch } from "../testing/browser.ts";
import { lostInForcedColours, lowControls, overflow, smallTargets, violations } from "./look.ts";
import { addresses, LANGUAGES, WALK_URL, WITH_SCRIPT } from "./site.ts";
import { Visitor } from "./visitor.ts";

const KIB = 1024;
const THEMES = ["light", "dark"] as const;
const WIDTHS = [360, 1280] as const;

const canWalk = CHROMIUM !== undefined && WALK_URL !== undefined;
const known = canWalk
  ? await Promise.all(
      LANGUAGES.map(async (language) => [language, await addresses(language)] as const),
    )
  : [];
const pages = known.flatMap(([language, all]) =>
  [...all].map(([kind, path]) => ({ language, kind, path })),
);

describe.skipIf(!canWalk).concurrent("the pages (Chromium and LEPTA_WALK_URL)", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each(pages)("$kind holds in $language, in both themes and widths", async (walked) => {
    const { language, kind, path } = walked;
    const visitor = await Visitor.come(browser);
    await visitor.bringAxe();
    const { page } = visitor;
    const faults: string[] = [];
    const note = (where: string, found: readonly string[]): void => {
      faults.push(...found.map((each) => `${where}: ${each}`));
    };

    const status = await visitor.go(path);
    expect(status).toBe(kind === "not-found" ? 404 : 200);
    const weights = await visitor.weights();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        const where = `${theme} ${width}`;
        note(where, await violations(page));
        await visitor.screenshot(`${kind}-${language}-${theme}-${width}`);
      }
      note(String(width), await smallTargets(page));
      note(String(width), await lowControls(page));
      note(String(width), tooWide(await overflow(page)));
    }
    await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
    note("forced", await lostInForcedColours(page));
    await visitor.screenshot(`${kind}-${language}-forced-1280`);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    // 1,280 pixels at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    note("320", tooWide(await overflow(page)));
    note("", visitor.trouble);

    expect(faults).toEqual([]);
    expect(weights.document).toBeLessThanOrEqual(25 * KIB);
    expect(weights.stylesheet).toBeLessThanOrEqual(12 * KIB);
    expect(weights.script).toBeLessThanOrEqual(WITH_SCRIPT.has(kind) ? 12 * KIB : 0);
    await visitor.leave();
  });
});

function tooWide(pixels: number): string[] {
  return pixels > 0 ? [`${pixels} pixels wider than the window`] : [];
}
