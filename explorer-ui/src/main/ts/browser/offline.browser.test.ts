import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, inFolder, launch, WatchedPage } from "../testing/browser.ts";
import { projectPath, vector } from "../testing/files.ts";
import { SampleLog, VKEY } from "../testing/sample-log.ts";
import { samplePassport } from "../testing/sample-passport.ts";

const OFFLINE = projectPath("explorer-ui/src/main/resources/org/lepta/ui/assets/lepta-verify.html");
const page = readFileSync(OFFLINE, "utf8");
const entry = vector("receipts/sample.entry");
const proof = vector("receipts/sample.tlog-proof");

/** The file with something put into its places, as the server does it. */
function filled(passport: unknown, policy = ""): string {
  const json = JSON.stringify(passport).replaceAll("<", "\\u003c");
  return page
    .replace('id="passport"></script>', () => `id="passport">${json}</script>`)
    .replace('id="policy"></script>', () => `id="policy">${policy}</script>`);
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = bytes.slice();
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

describe.skipIf(CHROMIUM === undefined)("the offline file in Chromium (LEPTA_CHROMIUM)", () => {
  let browser: Browser;
  let open: WatchedPage | undefined;

  beforeAll(async () => {
    browser = await launch();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
  });

  afterEach(async () => {
    const trouble = open?.trouble ?? [];
    await open?.context.close();
    open = undefined;
    expect(trouble).toEqual([]);
  });

  async function opened(path: string, locale = "en-GB"): Promise<WatchedPage> {
    open = await WatchedPage.open(browser, path, { locale });
    return open;
  }

  it("takes the sample under its policy, and says what was proven and what not", async () => {
    const files = inFolder({
      "a.entry": entry,
      "a.tlog-proof": proof,
      policy: vector("receipts/policy"),
    });
    const verifier = await opened(OFFLINE);
    expect(await verifier.choose(...Object.values(files))).toEqual(["pass"]);
    const text = await verifier.text();
    expect(text).toContain("Entry 5 stands in the log ledger.example/donations/2026");
    expect(text).toContain("witness.example/w1+3483f158");
    expect(text).toContain("1 March 2026, 12:00:00 UTC");
    expect(text).toContain("your policy names it");
    expect(text).toContain("the browser's own Ed25519 agrees");
    expect(text).toContain("That the money moved");
  });

  it("takes no receipt of which one bit was changed", async () => {
    const verifier = await opened(OFFLINE);
    const { policy = "" } = inFolder({ policy: vector("receipts/policy") });
    await verifier.page.setInputFiles("#files", policy);
    for (let bit = 3; bit < proof.length * 8; bit += 251) {
      const files = inFolder({ "a.entry": entry, "a.tlog-proof": flipped(proof, bit) });
      expect(await verifier.choose(...Object.values(files)), `bit ${bit}`).not.toEqual(["pass"]);
    }
    const files = inFolder({ "a.entry": flipped(entry, 9), "a.tlog-proof": proof });
    expect(await verifier.choose(...Object.values(files))).toEqual(["fail"]);
    expect(await verifier.text()).toContain("ROOT_DIFFERS");
  });

  it("cannot check a log without key, until the reader names one", async () => {
    const log = new SampleLog();
    const index = log.add({ kind: "donation", id: "d", fund: "f", unit: "RUB", amount: "1" });
    const bytes = log.leaves[index] ?? new Uint8Array();
    const files = inFolder({ "a.entry": bytes, "a.tlog-proof": log.proof(index) });
    const verifier = await opened(OFFLINE);
    expect(await verifier.choose(...Object.values(files))).toEqual(["cannot"]);
    expect(await verifier.text()).toContain("No key is known here for the log");
    await verifier.paste(VKEY);
    await verifier.page.waitForSelector(".outcome.pass");
    expect(await verifier.text()).toContain("this log is met for the first time");
  });

  it("says that a receipt is half, too large or no receipt", async () => {
    const verifier = await opened(OFFLINE);
    expect(await verifier.choose(inFolder({ "a.entry": entry })["a.entry"] ?? "")).toEqual([
      "cannot",
    ]);
    expect(await verifier.text()).toContain("The proof is missing");
    const large = inFolder({
      "a.tlog-proof": new Uint8Array(40_000_000),
      x: new Uint8Array(40_000_000),
    });
    expect(await verifier.choose(...Object.values(large))).toEqual(["fail", "fail"]);
    expect(await verifier.text()).toContain("PROOF_TOO_LARGE");
    expect(await verifier.text()).toContain("PASSPORT_TOO_LARGE");
  });

  it("says in Russian that it fetches no codes", async () => {
    const verifier = await opened(OFFLINE, "ru-RU");
    expect(await verifier.page.title()).toBe("Проверить квитанцию или паспорт");
    await verifier.paste("0123456789abcdefghjkmnpqrstvwxyz");
    expect(await verifier.text()).toContain("Автономный файл ничего не загружает");
    await verifier.page.click("text=English");
    expect(await verifier.page.title()).toBe("Check a receipt or a passport");
    expect(await verifier.page.getAttribute("html", "lang")).toBe("en");
  });

  it("checks the passport inside it at once, and asks before it believes the key that came along", async () => {
    const { passport } = await samplePassport();
    const path = inFolder({
      "gift.passport.html": filled(passport, `log ${VKEY}\nquorum none\n`),
    });
    const verifier = await opened(path["gift.passport.html"] ?? "");
    expect(await verifier.states()).toEqual(["cannot"]);
    expect(await verifier.text()).toContain("proves only that they agree with each other");
    expect(await verifier.text()).toContain("1,000.50\u00a0RUB");
    await verifier.page.click("text=accept and remember");
    await verifier.page.waitForSelector(".outcome.pass");
    const text = await verifier.text();
    expect(text).toContain("All 10 entries of this passport stand in the log");
    expect(text).toContain("600.25\u00a0RUB of 800\u00a0RUB");
    expect(text).toContain("under the grant Книги для школы </script><img src=x onerror=alert(1)>");
    expect(text).toContain("approved by person person-0001");
    expect(text).toContain("XM-LEPTA-2 confirmed that 800\u00a0RUB arrived");
    expect(text).toContain("Passed on to XM-LEPTA-3");
    await verifier.page.reload();
    expect(await verifier.states()).toEqual(["pass"]);
    expect(await verifier.text()).toContain("the same state, of 15 entries");
  });

  it("refuses a passport that was changed, and checks one inside another page", async () => {
    const { passport } = await samplePassport();
    const changed = structuredClone(passport);
    changed.gift = 3;
    const files = inFolder({
      "good.html": filled(passport),
      "bad.html": filled(changed),
      policy: VKEY,
    });
    const verifier = await opened(OFFLINE);
    const [good = "", bad = "", policy = ""] = ["good.html", "bad.html", "policy"].map(
      (name) => files[name],
    );
    expect(await verifier.choose(policy, good, bad)).toEqual(["pass", "fail"]);
    expect(await verifier.text()).toContain("TRAIL_DIFFERS");
  });

  it("keeps both texts when a log signed two histories", async () => {
    const logs = ["1", "2"].map((amount) => {
      const log = new SampleLog();
      log.add({ kind: "donation", id: "d", fund: "f", unit: "RUB", amount });
      return log;
    });
    const [one = "", other = ""] = logs.map((log) => log.checkpoint());
    const verifier = await opened(OFFLINE);
    const receipts = logs.map((log, at) =>
      inFolder({ [`${at}.entry`]: log.leaves[0] ?? "", [`${at}.tlog-proof`]: log.proof(0) }),
    );
    await verifier.page.setInputFiles("#files", inFolder({ policy: VKEY })["policy"] ?? "");
    expect(await verifier.choose(...Object.values(receipts[0] ?? {}))).toEqual(["pass"]);
    expect(await verifier.choose(...Object.values(receipts[1] ?? {}))).toEqual(["fail"]);
    const text = await verifier.text();
    expect(text).toContain(one.trim());
    expect(text).toContain(other.trim());
    await verifier.page.reload();
    await verifier.page.setInputFiles("#files", inFolder({ policy: VKEY })["policy"] ?? "");
    expect(await verifier.choose(...Object.values(receipts[0] ?? {}))).toEqual(["fail"]);
  });

  it("can be used by keyboard, and has targets that a finger hits", async () => {
    const verifier = await opened(OFFLINE);
    const small = await verifier.page.$$eval("button, .button, summary", (all) =>
      all
        .filter((each) => each.getBoundingClientRect().height < 44)
        .map((each) => each.textContent),
    );
    expect(small).toEqual([]);
    const reached = new Set<string>();
    for (let step = 0; step < 12; step++) {
      await verifier.page.keyboard.press("Tab");
      reached.add(await verifier.page.evaluate(() => document.activeElement?.id ?? ""));
    }
    expect([...reached]).toEqual(expect.arrayContaining(["files", "paste"]));
  });
});
