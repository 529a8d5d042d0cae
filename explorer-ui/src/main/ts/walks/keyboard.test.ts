import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, launch } from "../testing/browser.ts";
import { addresses, WALK_URL } from "./site.ts";
import { Visitor } from "./visitor.ts";

const canWalk = CHROMIUM !== undefined && WALK_URL !== undefined;
/** Each language once, and with it once a page's own colours and once those that a reader forces. */
const WAYS = [
  { language: "en", forcedColors: "none" },
  { language: "ru", forcedColors: "active" },
] as const;
const pages = canWalk
  ? (
      await Promise.all(
        WAYS.map(async (way) =>
          [...(await addresses(way.language))].map(([kind, path]) => ({ ...way, kind, path })),
        ),
      )
    ).flat()
  : [];

/** Where the focus is after a step. */
interface Stop {
  readonly place: string;
  readonly visible: boolean;
}

describe.skipIf(!canWalk)("the pages by keyboard (Chromium and LEPTA_WALK_URL)", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each(pages)("$path is gone through by Tab, each stop seen, none twice", async (walked) => {
    const { kind, path, forcedColors } = walked;
    const visitor = await Visitor.come(browser, {
      viewport: { width: 1280, height: 900 },
      forcedColors,
    });
    await visitor.go(path);
    const stops = await tabThrough(visitor.page);
    const places = stops.map((stop) => stop.place);

    expect(new Set(places).size).toBe(places.length);
    expect(stops.filter((stop) => !stop.visible)).toEqual([]);
    expect(places).toHaveLength(await stopsOf(visitor.page));
    expect(places[0]).toContain(kind === "embed" ? "a node" : "A skip");
    if (kind.startsWith("flows")) {
      expect(places.filter((place) => place.includes("a node")).length).toBeGreaterThan(5);
    }
    await visitor.leave();
  });
});

/** Presses Tab until the focus leaves the page, and tells every stop. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; ; presses++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    if (stop === undefined || presses > LIMIT) {
      return stops;
    }
    // A field for a date has several parts, which are one stop here.
    if (stop.place !== stops.at(-1)?.place) {
      stops.push(stop);
    }
  }
}

/** More stops than any page has: the focus would be trapped. */
const LIMIT = 600;

/** Runs in the page. The outline, and some of what it surrounds, must be inside the window. */
function focused(): Stop | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) {
    return undefined;
  }
  const all = [...document.querySelectorAll("*")];
  const box = element.getBoundingClientRect();
  const inWindow =
    box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const text = (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40);
  return {
    place: `${all.indexOf(element)} ${element.tagName} ${element.getAttribute("class") ?? ""} ${text}`,
    visible: inWindow && outlined,
  };
}

/** How many stops a page must have: everything that can be used and is shown. */
function stopsOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "a[href], button, input, select, textarea, summary, [tabindex='0']",
        ),
      ].filter((each) => each.checkVisibility() && !each.matches(":disabled")).length,
  );
}
