import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

// Makes what is committed under assets: the scripts of the pages, their styles, and the file that
// works without network. With --check it writes nothing and fails if that differs.

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, "src/main/resources/org/lepta/ui/assets");

const KIB = 1024;
/** What may be fetched at once, compressed: each script, each style sheet. */
const FILE_BUDGET = 12 * KIB;
/** Whatever a page may ever fetch. */
const PAGE_BUDGET = 60 * KIB;
const VERIFIER = "verify/";

/** The scripts that an entry becomes, each with its name; the same bytes wherever it is built. */
async function scripts(entry, format) {
  const [{ output }] = await build({
    root: here,
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(here, "src/main/ts", entry), formats: [format], name: "lepta" },
      rolldownOptions: {
        // What an entry and the scripts behind it share is in the entry, which is there already.
        preserveEntrySignatures: false,
        output: {
          comments: false,
          minify: true,
          entryFileNames: "[name].js",
          chunkFileNames: "[name].js",
        },
      },
    },
  });
  return output.map(({ fileName, code }) => [fileName, code.trim() + "\n"]);
}

/** One script of everything that an entry needs. */
async function script(entry) {
  const [[, code], ...others] = await scripts(entry, "iife");
  if (others.length > 0) {
    throw new Error(`${entry} became several files`);
  }
  return code;
}

function css(...names) {
  return names
    .map((name) => readFileSync(join(here, "src/main/css", name), "utf8"))
    .join("")
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s*([{};:,])\s+/g, "$1")
    .trim();
}

function source(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The whole page in one file; it may run its own script and styles, and load nothing. */
function page(code) {
  // An end tag inside the script would end it: strings of ours hold none.
  if (/<\/script|<!--/i.test(code)) {
    throw new Error("the script holds what would end its element");
  }
  const style = css("offline.css", "verify.css");
  const policy = `default-src 'none'; script-src ${source(code)}; style-src ${source(style)}; base-uri 'none'; form-action 'none'`;
  const parts = { policy, style, script: code };
  return readFileSync(join(here, "src/main/ts/offline.html"), "utf8").replace(
    /\{\{(\w+)\}\}/g,
    (_, name) => parts[name],
  );
}

const files = {
  "donor.js": await script("donor.ts"),
  "recount.js": await script("recount.ts"),
  "verify.css": css("verify.css") + "\n",
  "lepta-verify.html": page(await script("offline.ts")),
};
// The page loads verify.js, which fetches the others beside it once they are needed.
for (const [name, code] of await scripts("verify.ts", "es")) {
  files[VERIFIER + name] = code;
}

mkdirSync(join(assets, VERIFIER), { recursive: true });
const faults = [];
let verifier = 0;
for (const [name, text] of Object.entries(files)) {
  const hash = createHash("sha256").update(text).digest("hex");
  const weight = gzipSync(text, { level: 9 }).length;
  console.log(`${name}: ${text.length} characters, ${weight} bytes compressed, SHA-256 ${hash}`);
  if (name.startsWith(VERIFIER)) {
    verifier += weight;
  }
  if (weight > FILE_BUDGET && !name.endsWith(".html")) {
    faults.push(`${name} is heavier than ${FILE_BUDGET} bytes compressed.`);
  }
}
console.log(`${VERIFIER}: ${verifier} bytes compressed`);
if (verifier > PAGE_BUDGET) {
  faults.push(`The verifier is heavier than ${PAGE_BUDGET} bytes compressed.`);
}

const committed = readdirSync(join(assets, VERIFIER)).map((name) => VERIFIER + name);
const unknown = committed.filter((name) => !(name in files));
if (process.argv.includes("--check")) {
  const differing = Object.keys(files).filter(
    (name) =>
      !existsSync(join(assets, name)) || readFileSync(join(assets, name), "utf8") !== files[name],
  );
  if (differing.length + unknown.length > 0) {
    faults.push(
      `What is committed under assets differs from its sources (${[...differing, ...unknown].join(", ")}): npm run build, and commit.`,
    );
  }
} else {
  unknown.forEach((name) => rmSync(join(assets, name)));
  Object.entries(files).forEach(([name, text]) => writeFileSync(join(assets, name), text));
}
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
