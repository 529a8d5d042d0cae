import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { audit, type Report } from "../audit/audit.ts";
import { Difference } from "../audit/difference.ts";
import { compareFigures, figuresOf, type Figures } from "../audit/figures.ts";
import { parsePolicy } from "../audit/policy.ts";
import { Refused, Unchecked } from "../audit/refused.ts";
import { toHex } from "../bytes/hex.ts";

const USAGE = "usage: npm run audit -- DIR [--policy FILE] [--figures FILE]";
const EQUAL = 0;
const DIFFERENT = 1;
const WRONG_USAGE = 2;
const UNCHECKED = 3;

/** Audits a log folder and prints what was found; see docs/reference/audit.md. */
function main(args: readonly string[]): number {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { policy: { type: "string" }, figures: { type: "string" } },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    console.error(USAGE);
    return WRONG_USAGE;
  }
  const policy = values.policy === undefined ? undefined : parsePolicy(text(values.policy));
  const report = audit((path) => bytes(`${folder}/${path}`), policy);
  print(report);
  if (report.difference !== undefined) {
    throw report.difference;
  }
  if (values.figures !== undefined) {
    compareFigures(figuresOf(report.ledger), JSON.parse(text(values.figures)) as Partial<Figures>);
    console.log("figures   equal");
  }
  if (policy === undefined) {
    throw new Unchecked("no policy names the log's key, so its signature was not looked at");
  }
  console.log("equal");
  return EQUAL;
}

function print({ checkpoint, ledger }: Report): void {
  console.log(`log       ${checkpoint.origin}`);
  console.log(`root      ${toHex(checkpoint.root)}`);
  console.log(`entries   ${checkpoint.size}`);
  for (const [kind, count] of Object.entries(figuresOf(ledger).counts)) {
    console.log(`  ${String(count).padStart(9)}  ${kind}`);
  }
}

function bytes(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}

function text(file: string): string {
  return readFileSync(file, "utf8");
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Difference) {
    console.log(`different ${error.toString()}`);
    return DIFFERENT;
  }
  if (error instanceof Unchecked) {
    console.log(`cannot be checked: ${error.message}`);
    return UNCHECKED;
  }
  // A policy that is refused, a file that cannot be read or an unknown option.
  console.error(error instanceof Refused ? error.code : String(error));
  return WRONG_USAGE;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
