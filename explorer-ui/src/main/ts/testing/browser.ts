import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";

const CANDIDATES = [process.env["LEPTA_CHROMIUM"] ?? "", "/usr/bin/chromium"];

/** The browser of this machine; undefined where there is none, and its tests are skipped. */
export const CHROMIUM = CANDIDATES.find((path) => path !== "" && existsSync(path));

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts it without a window. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? "", args: QUIET });
}

/** Writes files into a folder of their own; returns the paths by name. */
export function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "lepta-verify-"));
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return [name, path];
    }),
  );
}

/** A page from a file, and what it must not do: ask the network, or write to the console. */
export class WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly trouble: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on("console", (message) => this.trouble.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => this.trouble.push(`error: ${error.message}`));
    context.on("request", (request) => {
      if (!request.url().startsWith("file:")) {
        this.trouble.push(`request: ${request.url()}`);
      }
    });
  }

  static async open(
    browser: Browser,
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<WatchedPage> {
    const context = await browser.newContext({ locale: "en-GB", ...options });
    const watched = new WatchedPage(context, await context.newPage());
    await watched.page.goto(pathToFileURL(path).href);
    return watched;
  }

  /** Hands files over and waits for the states, one a file or receipt. */
  async choose(...paths: readonly string[]): Promise<string[]> {
    await this.page.evaluate(() => {
      document.querySelector(".results")?.replaceChildren();
    });
    await this.page.setInputFiles("#files", [...paths]);
    return this.states();
  }

  async paste(text: string): Promise<void> {
    await this.page.fill("#paste", text);
    await this.page.click('button[type="submit"]');
  }

  /** The states once there are any. */
  async states(): Promise<string[]> {
    await this.page.waitForSelector(".outcome");
    const outcomes = await this.page.locator(".outcome").all();
    const classes = await Promise.all(outcomes.map((each) => each.getAttribute("class")));
    return classes.map((each) => each?.replace("outcome ", "") ?? "");
  }

  text(): Promise<string> {
    return this.page.innerText("main");
  }
}
