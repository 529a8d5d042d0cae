import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, launch } from "../testing/browser.ts";
import { addresses, LANGUAGES, WALK_URL } from "./site.ts";
import { Visitor } from "./visitor.ts";

const MOST_PAGES = 2;

/** A4 between its margins, in pixels of CSS. */
const PAPER = { width: 680, height: 1000 };

/** What a reader of paper can do nothing with. */
const ONLY_ON_SCREENS = [".menu", ".langs", ".find", ".more"];

describe.skipIf(CHROMIUM === undefined || WALK_URL === undefined).each(LANGUAGES)(
  "paper in %s (Chromium and LEPTA_WALK_URL)",
  (language) => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await launch();
    });

    afterAll(async () => {
      await browser.close();
    });

    it.each(["donor", "donation"])("%s is a tagged PDF of two pages at most", async (kind) => {
      const path = (await addresses(language)).get(kind);
      // Without the operator's key there is no donor's link.
      if (path === undefined) {
        return;
      }
      const visitor = await Visitor.come(browser);
      await visitor.go(path);

      const pdf = await visitor.pdf(`paper-${kind}-${language}`);

      expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(MOST_PAGES);
      expect(pdf).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
      expect(pdf).toContain("/StructTreeRoot");
      expect(pdf).toContain(`/Lang (${language})`);
      expect(visitor.trouble).toEqual([]);
      await visitor.leave();
    });

    it("a receipt shows its address, its code to scan, the hash and how far it reaches", async () => {
      const path = (await addresses(language)).get("donor");
      if (path === undefined) {
        return;
      }
      const visitor = await Visitor.come(browser);
      await visitor.page.emulateMedia({ media: "print" });
      await visitor.go(path);
      const sheet = visitor.page.locator(".sheet");

      expect(await sheet.locator("svg.qr").isVisible()).toBe(true);
      expect(await sheet.innerText()).toContain(path.replace(/^\/(ru|en)/, ""));
      expect(await sheet.innerText()).toMatch(/[0-9a-f]{8}…[0-9a-f]{8}\s+[0-9a-f]{64}/);
      expect(await visitor.page.locator(".fresh").isVisible()).toBe(true);
      for (const gone of ONLY_ON_SCREENS) {
        expect(await visitor.page.locator(`${gone}:visible`).count(), gone).toBe(0);
      }
      await visitor.leave();
    });

    it.each(["overview", "fund", "organisation", "grant", "entry", "flows-fund", "exceptions"])(
      "%s is printed without menus, with all its columns on the sheet",
      async (kind) => {
        const visitor = await Visitor.come(browser, { viewport: PAPER });
        await visitor.page.emulateMedia({ media: "print" });
        await visitor.go((await addresses(language)).get(kind) ?? "");

        for (const gone of ONLY_ON_SCREENS) {
          expect(await visitor.page.locator(`${gone}:visible`).count(), gone).toBe(0);
        }
        expect(await visitor.page.evaluate(cut)).toEqual([]);
        await visitor.pdf(`paper-${kind}-${language}`);
        await visitor.leave();
      },
    );

    it("what is folded on an entry's page is open on paper", async () => {
      const visitor = await Visitor.come(browser);
      await visitor.page.emulateMedia({ media: "print" });
      await visitor.go(`/${language}/entries/0`);

      expect(await visitor.page.locator("details:not([open]) pre.raw").isVisible()).toBe(true);
      await visitor.leave();
    });
  },
);

/** Tables of which a part lies beside the sheet. Runs in the page. */
function cut(): string[] {
  return [...document.querySelectorAll(".scroll, table")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .map(
      (each) => `${each.textContent.trim().slice(0, 60)}: ${each.getBoundingClientRect().right}`,
    );
}
