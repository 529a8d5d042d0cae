import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

// Runs Lighthouse on one page of each kind of a service with the sample in it, at the address in
// LEPTA_WALK_URL, and prints one table; exits with 1 if a page misses a bar. Names of kinds as
// arguments choose among them. scripts/lighthouse starts such a service.

const FUND = "XI-LEPTA-DEMO-02-schools";
const KINDS = {
  overview: "/",
  list: "/grants",
  fund: `/funds/${FUND}`,
  organisation: "/organisations/XI-LEPTA-DEMO-02",
  grant: "/grants/XI-LEPTA-DEMO-03-grant-048",
  donation: "/donations/XI-LEPTA-DEMO-03-gift-00001",
  entry: "/entries/100",
  flows: `/flows?fund=${FUND}`,
  exceptions: "/exceptions",
  search: "/search?q=fond",
  analytics: "/analytics",
  verify: "/verify",
  about: "/about",
};
const LANGUAGES = ["ru", "en"];

const CHROMIUM = process.env.LEPTA_CHROMIUM || "/usr/bin/chromium";
const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];

/** Lighthouse's own: mobile, slow 4G (1.6 Mbit/s, 150 ms), processor slowed 4 times. */
const USUAL = {};
/** Every request held back by the browser itself: 400 kbit/s, 400 ms, processor slowed 6 times. */
const SLOW = {
  onlyAudits: ["largest-contentful-paint"],
  throttlingMethod: "devtools",
  throttling: {
    requestLatencyMs: 400,
    downloadThroughputKbps: 400,
    uploadThroughputKbps: 400,
    cpuSlowdownMultiplier: 6,
  },
};

const BARS = { accessibility: 100, "best-practices": 100, seo: 100, performance: 98 };
const LCP_BAR = 1200;
const SLOW_LCP_BAR = 2500;

async function report(url, port, settings) {
  const result = await lighthouse(url, { port, logLevel: "error", output: "json", ...settings });
  const { lhr } = result;
  if (lhr.runtimeError !== undefined) {
    throw new Error(`${url}: ${lhr.runtimeError.message}`);
  }
  return lhr;
}

function lcpOf(lhr) {
  return Math.round(lhr.audits["largest-contentful-paint"].numericValue);
}

/** Audits of a category that take something from its score. */
function lost(lhr, category) {
  return lhr.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
    .map(({ id }) => id);
}

async function measure(url, port) {
  const usual = await report(url, port, USUAL);
  const slow = await report(url, port, SLOW);
  const scores = Object.keys(BARS).map((name) => Math.round(usual.categories[name].score * 100));
  const times = [lcpOf(usual), lcpOf(slow)];
  const missed = Object.entries(BARS)
    .filter(([, bar], at) => scores[at] < bar)
    .map(([name]) => `${name}: ${lost(usual, name).join(", ")}`);
  if (times[0] > LCP_BAR || times[1] > SLOW_LCP_BAR) {
    missed.push("largest contentful paint");
  }
  return { cells: [...scores, ...times], missed };
}

const base = process.env.LEPTA_WALK_URL;
if (base === undefined) {
  console.error("LEPTA_WALK_URL is not set: scripts/lighthouse starts a service and sets it.");
  process.exit(2);
}
const chosen = process.argv.slice(2);
const browser = await launch({
  chromePath: CHROMIUM,
  chromeFlags: FLAGS,
  ignoreDefaultFlags: true,
  logLevel: "error",
});
let faults = 0;
try {
  const columns = [...Object.keys(BARS), "LCP ms", "slow LCP ms"];
  console.log(`| page | | ${columns.join(" | ")} |`);
  console.log(`| --- | --- |${columns.map(() => " --- |").join("")}`);
  for (const [kind, path] of Object.entries(KINDS)) {
    for (const language of chosen.length === 0 || chosen.includes(kind) ? LANGUAGES : []) {
      const { cells, missed } = await measure(`${base}/${language}${path}`, browser.port);
      console.log(`| ${[kind, language, ...cells].join(" | ")} |`);
      missed.forEach((each) => console.error(`${kind} ${language}: ${each}`));
      faults += missed.length;
    }
  }
} finally {
  browser.kill();
}
process.exit(faults > 0 ? 1 : 0);
