import type { Page } from "playwright-core";
import type { AxeResults, RunOptions } from "axe-core";

const RULES = {
  all: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  /** Whatever a theme can change. */
  colours: ["color-contrast", "link-in-text-block"],
};

/** What axe finds on a page, one line for each place. */
export async function violations(page: Page, rules: keyof typeof RULES): Promise<string[]> {
  // Styles are all of the page's own origin: axe need not fetch any again.
  const options: RunOptions = {
    runOnly: RULES[rules],
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
