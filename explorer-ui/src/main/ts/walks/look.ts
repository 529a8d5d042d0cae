import type { Page } from "playwright-core";
import type { AxeResults, RunOptions } from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, one line for each place. */
export async function violations(page: Page): Promise<string[]> {
  // Styles are all of the page's own origin: axe need not fetch any again.
  const options: RunOptions = {
    runOnly: RULES,
    resultTypes: ["violations"],
    preload: false,
  };
  const results = await page.evaluate(
    (given) => (window as unknown as { axe: Axe }).axe.run(given),
    options,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
  );
}

interface Axe {
  run(options: RunOptions): Promise<AxeResults>;
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
}

/** Whatever can be clicked and is under 24 pixels, but for links inside running text. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 23.9;
    const inText = (element: Element): boolean =>
      element.matches("a") &&
      getComputedStyle(element).display === "inline" &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent ?? ""),
      );
    const boxes = (element: Element): DOMRect[] =>
      [element, ...((element as HTMLInputElement).labels ?? [])].map((each) =>
        each.getBoundingClientRect(),
      );
    const small: string[] = [];
    for (const element of document.querySelectorAll("a[href], button, input, select, summary")) {
      const all = boxes(element);
      const seen = element.checkVisibility() && all.some((box) => box.width > 0);
      const large = all.some((box) => box.width >= least && box.height >= least);
      if (seen && !large && !inText(element)) {
        const box = element.getBoundingClientRect();
        const text = (element.textContent || element.id).trim().slice(0, 40);
        small.push(`${element.tagName} ${text}: ${box.width.toFixed()}x${box.height.toFixed(1)}`);
      }
    }
    return small;
  });
}

/** Fields, buttons and the menu, if they are under 44 pixels high; plain buttons are asides. */
export function lowControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "button:not(.plain), .button, .brand, .top li a, select, textarea, input:not(.vh, [type=checkbox], [type=radio])",
      ),
    ]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.9)
      .map((each) => `${each.outerHTML.slice(0, 80)}: ${each.getBoundingClientRect().height} high`),
  );
}

/**
 * What tells something by a colour that is gone where the reader's own colours are forced: shapes in
 * colours of ours, and boxes with nothing in them, which can only be a background.
 */
export function lostInForcedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const systems = ["Canvas", "CanvasText", "GrayText", "LinkText", "Highlight"];
    const probe = document.body.appendChild(document.createElement("i"));
    const known = new Set(
      systems.map((name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      }),
    );
    probe.remove();
    const shapes = [
      ...document.querySelectorAll("svg:not(.qr) :is(rect, path, circle, text)"),
    ].filter((each) => {
      const { fill } = getComputedStyle(each);
      return each.checkVisibility() && fill !== "none" && !known.has(fill);
    });
    const boxes = [...document.querySelectorAll("main :is(div, span, b, i):empty")].filter(
      (each) => {
        const { width, height } = each.getBoundingClientRect();
        return each.checkVisibility() && width > 1 && height > 1;
      },
    );
    return [...shapes, ...boxes].map(
      (each) => `lost in forced colours: ${each.outerHTML.slice(0, 120)}`,
    );
  });
}
