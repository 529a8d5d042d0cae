import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toBase64Url } from "../bytes/base64.ts";
import { joined } from "../bytes/bytes.ts";
import { fromHex } from "../bytes/hex.ts";
import { toUtf8 } from "../bytes/text.ts";
import { leafHash } from "../proof/hash.ts";
import { commitmentOf } from "../proof/opening.ts";
import { CHROMIUM, inFolder, launch } from "../testing/browser.ts";
import { projectPath } from "../testing/files.ts";
import { SampleLog, VKEY } from "../testing/sample-log.ts";
import { samplePassport } from "../testing/sample-passport.ts";

const ASSETS = projectPath("explorer-ui/src/main/resources/org/lepta/ui/assets/");
const CODE = "0123456789abcdefghjkmnpqrstvwxyz";
const SALT = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const RECORD = new Map([["name", "Анна <b>Петрова</b>"]]);
const COMMITMENT = commitmentOf({ record: RECORD, salt: fromHex(SALT) ?? new Uint8Array() });
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'";

/** What the service answers, for a log of this moment. */
function answer(path: string, log: SampleLog): string | Uint8Array | undefined {
  const head = '<!doctype html><html lang="en"><title>t</title><main>';
  const entry = log.leaves[0] ?? "";
  const answers: Record<string, string | Uint8Array> = {
    "/en/verify": `${head}<div id="verifier"></div></main><script src="/assets/verify/verify.js" type="module"></script>`,
    "/r/x": `${head}<div data-donor-commitment="${COMMITMENT}"></div></main><script src="/assets/donor.js" defer></script>`,
    "/log/policy": `log ${VKEY}\nquorum none\n`,
    [`/log/tile/0/000.p/${log.leaves.length}`]: joined(...log.leaves.map(leafHash)),
    [`/api/v1/receipts/${CODE}.tlog-proof`]: log.proof(0),
    [`/api/v1/receipts/${CODE}.entry`]: entry,
    "/api/v1/receipts/0.tlog-proof": log.proof(0),
    "/api/v1/receipts/0.entry": entry,
  };
  return path.startsWith("/assets/") ? readFileSync(ASSETS + path.slice(8)) : answers[path];
}

describe.skipIf(CHROMIUM === undefined)("the server's pages in Chromium (LEPTA_CHROMIUM)", () => {
  let browser: Browser;
  let server: Server;
  let base = "";
  let log = new SampleLog();
  let page: Page;
  let trouble: string[] = [];
  let asked: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    server = createServer((request, response) => {
      const path = request.url ?? "";
      asked.push(path);
      const body = answer(path, log);
      const type = path.endsWith(".js") ? "text/javascript" : "text/html;charset=utf-8";
      response.writeHead(body === undefined ? 404 : 200, {
        "Content-Type": type,
        "Content-Security-Policy": POLICY,
      });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  beforeEach(async () => {
    log = new SampleLog();
    log.add({ kind: "donation", id: "d-0", fund: "f", unit: "RUB", amount: "1" });
    log.add({ kind: "donation", id: "d-1", fund: "f", unit: "RUB", amount: "2" });
    const context = await browser.newContext({ locale: "en-GB" });
    page = await context.newPage();
    [trouble, asked] = [[], []];
    page.on("console", (message) => trouble.push(message.text()));
    page.on("pageerror", (error) => trouble.push(error.message));
  });

  afterEach(async () => {
    await page.context().close();
    // Chromium asks for an icon by itself, and reports whatever is not found.
    expect(trouble.filter((each) => !each.includes("404"))).toEqual([]);
  });

  /** The names of the scripts that were asked for. */
  function scripts(): string[] {
    return asked.flatMap((path) => /[^/]+\.js$/.exec(path) ?? []);
  }

  async function paste(text: string): Promise<void> {
    await page.fill("#paste", text);
    await page.click('button[type="submit"]');
  }

  it("fetches a receipt by its code, and asks before it believes its own server's key", async () => {
    await page.goto(`${base}/en/verify`);
    await paste(CODE);
    await page.waitForSelector(".outcome.cannot");
    expect(await page.innerText("main")).toContain(VKEY);
    await page.click("text=accept and remember");
    await page.waitForSelector(".outcome.pass");
    expect(await page.innerText("main")).toContain("Entry 0 stands in the log");
    expect(asked.every((path) => /^\/(en|log|api|assets|favicon)/.test(path))).toBe(true);
  });

  it("fetches what checks once there is something to check, and for passports their part", async () => {
    await page.goto(`${base}/en/verify`);
    await page.waitForSelector("#paste");
    expect(scripts()).toEqual(["verify.js"]);
    await paste(CODE);
    await page.waitForSelector(".outcome");
    expect(scripts().sort()).toEqual(["ed25519.js", "on-server.js", "texts-en.js", "verify.js"]);
    const { passport = "" } = inFolder({
      passport: JSON.stringify((await samplePassport()).passport),
    });
    await page.setInputFiles("#files", passport);
    await page.waitForSelector(".outcome .story");
    expect(scripts()).toContain("passports.js");
  });

  it("says that what checks could not be fetched", async () => {
    await page.goto(`${base}/en/verify`);
    await page.route("**/on-server.js", (route) => route.fulfill({ status: 404 }));
    await paste(CODE);
    await page.waitForSelector("text=could not be fetched. Reload this page");
  });

  it("shows the keys that were accepted when the reader looks for them", async () => {
    await page.goto(`${base}/en/verify`);
    await page.click("summary");
    await page.waitForSelector("text=None yet");
  });

  it("checks an entry that a link names, and by tiles that the log grew or was changed", async () => {
    await page.goto(`${base}/en/verify#0`);
    await page.click("text=accept and remember");
    await page.waitForSelector(".outcome.pass");
    log.add({ kind: "donation", id: "d-2", fund: "f", unit: "RUB", amount: "3" });
    await page.reload();
    await page.waitForSelector(".outcome.pass");
    expect(await page.innerText("main")).toContain("it continues the state of 2 entries");
    log = new SampleLog();
    for (let other = 0; other < 4; other++) {
      log.add({ kind: "donation", id: `other-${other}` });
    }
    await page.reload();
    await page.waitForSelector(".outcome.fail");
    expect(await page.innerText("main")).toContain("signed two histories");
  });

  it("says what it does not fetch", async () => {
    await page.goto(`${base}/en/verify`);
    await paste(`https://other.example/r/${CODE}`);
    await page.waitForSelector("text=the link leads to other.example");
    await paste(CODE.replace("0", "1"));
    await page.waitForSelector("text=no receipt under this code");
  });

  it("shows a donor's record if it is that of the gift, and takes it out of the address", async () => {
    const opening = (salt: string): string =>
      toBase64Url(toUtf8(JSON.stringify({ record: Object.fromEntries(RECORD), salt })));
    await page.goto(`${base}/r/x#${opening(SALT)}`);
    await page.waitForSelector(".outcome.pass");
    expect(await page.innerText("main")).toContain("Анна <b>Петрова</b>");
    expect(page.url()).toBe(`${base}/r/x`);
    await page.goto("about:blank");
    await page.goto(`${base}/r/x#${opening(SALT.replace("00", "ff"))}`);
    await page.waitForSelector(".outcome.fail");
    expect(await page.innerText("main")).not.toContain("Анна");
    await page.goto("about:blank");
    await page.goto(`${base}/r/x#${opening(SALT).slice(0, 20)}`);
    await page.waitForSelector(".outcome.cannot");
    expect(asked.join()).not.toContain(opening(SALT).slice(0, 10));
  });
});
