import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

// Makes what is committed under assets: the script of the pages, its styles, and the file that
// works without network. With --check it writes nothing and fails if that differs.

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, "src/main/resources/org/lepta/ui/assets");

/** One script of everything that an entry needs; the same bytes wherever it is built. */
async function script(entry) {
  const output = await build({
    root: here,
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: join(here, "src/main/ts", entry),
        output: { format: "iife", comments: false },
      },
    },
  });
  return output.output[0].code.trim() + "\n";
}

function css(...names) {
  return names
    .map((name) => readFileSync(join(here, "src/main/css", name), "utf8"))
    .join("")
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
  "verify.js": await script("page.ts"),
  "recount.js": await script("recount.ts"),
  "verify.css": css("verify.css") + "\n",
  "lepta-verify.html": page(await script("offline.ts")),
};

let differs = false;
for (const [name, text] of Object.entries(files)) {
  const path = join(assets, name);
  const hash = createHash("sha256").update(text).digest("hex");
  console.log(
    `${name}: ${text.length} characters, ${gzipSync(text, { level: 9 }).length} bytes compressed, SHA-256 ${hash}`,
  );
  if (process.argv.includes("--check")) {
    differs ||= readFileSync(path, "utf8") !== text;
  } else {
    writeFileSync(path, text);
  }
}
if (differs) {
  console.error(
    "What is committed under assets differs from its sources: npm run build, and commit.",
  );
  process.exit(1);
}
