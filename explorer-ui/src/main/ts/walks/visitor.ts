import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Response,
} from "playwright-core";
import { projectPath } from "../testing/files.ts";
import { WALK_URL } from "./site.ts";

const SCREENSHOTS = projectPath("explorer-ui/target/walks/");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** How long, in milliseconds, something may take to appear. */
const PATIENCE = 20_000;

/** Someone with a browser of their own, who notices whatever goes wrong on the pages. */
export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console said and which requests failed, but for pages that are asked for in vain. */
  readonly trouble: string[] = [];
  readonly #responses: Response[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on("console", (message) => {
      if (!message.text().includes("status of 404")) {
        this.trouble.push(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => this.trouble.push(`error: ${error.message}`));
    page.on("requestfailed", (request) => {
      // A download ends the navigation that began it.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") {
        this.trouble.push(`failed: ${request.url()}`);
      }
    });
    page.on("response", (response) => {
      this.#responses.push(response);
      if (response.status() >= 400 && response.request().resourceType() !== "document") {
        this.trouble.push(`${response.status()}: ${response.url()}`);
      }
    });
  }

  static async come(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ baseURL: WALK_URL ?? "", ...options });
    context.setDefaultTimeout(PATIENCE);
    return new Visitor(context, await context.newPage());
  }

  /** Brings axe along. What the browser adds to a page is not held by the page's policy. */
  async bringAxe(): Promise<void> {
    await this.context.addInitScript(AXE);
  }

  async go(path: string): Promise<number> {
    this.#responses.length = 0;
    const response = await this.page.goto(path, { waitUntil: "networkidle" });
    return response?.status() ?? 0;
  }

  /** Compressed bytes of what the last page was made of. */
  async weights(): Promise<Record<"document" | "script" | "stylesheet", number>> {
    const sum = { document: 0, script: 0, stylesheet: 0 };
    for (const response of this.#responses) {
      const type = response.request().resourceType();
      if (type in sum && response.ok()) {
        sum[type as keyof typeof sum] += gzipSync(await response.body()).length;
      }
    }
    return sum;
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const path = `${SCREENSHOTS}${name}.png`;
    await this.page.screenshot({ path, fullPage: true });
  }

  /** The page as it is printed, kept beside the screenshots; its plain parts as text. */
  async pdf(name: string): Promise<string> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const path = `${SCREENSHOTS}${name}.pdf`;
    const bytes = await this.page.pdf({
      path,
      tagged: true,
      preferCSSPageSize: true,
      format: "A4",
    });
    return bytes.toString("latin1");
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
