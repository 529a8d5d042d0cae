import { mkdirSync, writeFileSync } from "node:fs";
import { toUtf8 } from "../bytes/text.ts";
import { projectPath } from "./files.ts";
import { VKEY } from "./sample-log.ts";
import { type PassportFile, type PassportSample, samplePassport } from "./sample-passport.ts";

/** A passport and what a verifier says of it: `proven`, `unchecked` or a code. */
export interface PassportCase {
  readonly name: string;
  readonly verdict: string;
  readonly file: string;
}

type Change = (file: PassportFile) => unknown;

const hop = (file: PassportFile): Record<string, unknown> => file.trail.hops[0] ?? {};
const piece = (file: PassportFile): Record<string, Record<string, unknown>> =>
  (hop(file)["pieces"] as Record<string, Record<string, unknown>>[])[0] ?? {};
const payment =
  (change: object): Change =>
  (file) =>
    Object.assign(piece(file)["payment"] ?? {}, change);
const leaf = (file: PassportFile, at: number): { entry: string; path: string[] } =>
  file.leaves[at] ?? { entry: "", path: [] };

const CHANGES: readonly (readonly [string, string, Change])[] = [
  ["as it was made", "proven", () => undefined],
  ["another log", "unchecked", (f) => (f.checkpoint = f.checkpoint.replaceAll("2026", "2025"))],
  ["a field more", "PASSPORT_MALFORMED", (f) => Object.assign(f, { more: 1 })],
  ["another format", "PASSPORT_MALFORMED", (f) => (f.format = "lepta-passport/v2")],
  ["leaves out of order", "PASSPORT_MALFORMED", (f) => f.leaves.reverse()],
  ["a leaf twice", "PASSPORT_MALFORMED", (f) => f.leaves.unshift(f.leaves[0] as never)],
  ["a negative count", "PASSPORT_MALFORMED", (f) => (f.leftOut = -1)],
  ["no hop", "PASSPORT_MALFORMED", (f) => (f.trail.hops = [])],
  ["a hash in another form", "PASSPORT_MALFORMED", (f) => (leaf(f, 2).path[0] = "AA==")],
  ["the gift told otherwise", "TRAIL_DIFFERS", (f) => (hop(f)["unit"] = "EUR")],
  [
    "a note without signature",
    "NOTE_MALFORMED",
    (f) => (f.checkpoint = `${f.checkpoint.split("\n\n")[0] ?? ""}\n`),
  ],
  [
    "a line more",
    "CHECKPOINT_MALFORMED",
    (f) => (f.checkpoint = f.checkpoint.replace("\n\n", "\nmore\n\n")),
  ],
  [
    "another size",
    "SIGNATURE_INVALID",
    (f) => (f.checkpoint = f.checkpoint.replace("\n15\n", "\n16\n")),
  ],
  ["another entry", "ROOT_DIFFERS", (f) => (leaf(f, 2).entry += " ")],
  ["another path", "ROOT_DIFFERS", (f) => leaf(f, 2).path.reverse()],
  ["a shorter path", "PROOF_TOO_SHORT", (f) => leaf(f, 2).path.pop()],
  ["another text", "TEXT_DIFFERS", (f) => ((f.texts[0] as { text: string }).text = "x")],
  ["a text of no leaf", "TEXT_DIFFERS", (f) => f.leaves.splice(3, 1)],
  ["a trail of another size", "TRAIL_DIFFERS", (f) => (f.trail["asOf"] = { size: 14 })],
  ["another gift", "TRAIL_DIFFERS", (f) => (f.gift = 0)],
  ["a payment that is not there", "TRAIL_DIFFERS", (f) => f.leaves.splice(7, 1)],
  ["more spent", "TRAIL_DIFFERS", (f) => (hop(f)["spent"] = "600.2501")],
  ["no amount", "TRAIL_DIFFERS", (f) => (hop(f)["unspent"] = "400,25")],
  ["another payment", "TRAIL_DIFFERS", payment({ id: "x" })],
  ["another sum", "TRAIL_DIFFERS", payment({ amount: "801" })],
  ["another date", "TRAIL_DIFFERS", payment({ date: null })],
  ["another grant", "TRAIL_DIFFERS", payment({ grant: null })],
  [
    "a piece of another gift",
    "TRAIL_DIFFERS",
    (f) => Object.assign(piece(f)["origin"] ?? {}, { leafIndex: 1 }),
  ],
  ["units beyond", "TRAIL_DIFFERS", (f) => Object.assign(piece(f)["origin"] ?? {}, { to: "601" })],
  ["a hop out of order", "TRAIL_DIFFERS", (f) => (hop(f)["number"] = 1)],
  ["no device", "APPROVAL_INVALID", (f) => f.leaves.splice(4, 1)],
  ["no release", "APPROVAL_INVALID", (f) => f.leaves.splice(5, 1)],
];

/** Entries that are changed before their log is signed. */
const SIGNED_ANEW: readonly (readonly [string, string, string, (entry: string) => string])[] = [
  ["a leaf of another version", "LEAF_MALFORMED", "pass-on", (e) => e.replace('"v":2', '"v":3')],
  ["a leaf with a newline", "LEAF_MALFORMED", "pass-on", (e) => `${e}\n`],
  [
    "an entry with a field more",
    "LEAF_MALFORMED",
    "pass-on",
    (e) => e.replace('"unit":', '"tip":"1","unit":'),
  ],
  ["another signature", "APPROVAL_INVALID", "approval", flipped],
  [
    "another person",
    "APPROVAL_INVALID",
    "approval",
    (e) => e.replace("person-0001", "person-0002"),
  ],
  [
    "another release",
    "APPROVAL_INVALID",
    "release",
    (e) => e.replace('"amount":"800"', '"amount":"801"'),
  ],
];

function flipped(entry: string): string {
  return entry.replace(
    /("signature":".{40})(.)/,
    (_, start: string, digit: string) => start + (digit === "A" ? "B" : "A"),
  );
}

/** The sample and each change of it, with the code of the first check that fails. */
export async function passportCases(): Promise<PassportCase[]> {
  const sample = await samplePassport();
  const changed = CHANGES.map(([name, verdict, change]) => {
    const file = structuredClone(sample.passport);
    change(file);
    return { name, verdict, file: JSON.stringify(file) };
  });
  const anew = SIGNED_ANEW.map(([name, verdict, kind, change]) => ({
    ...{ name, verdict, file: JSON.stringify(signedAnew(sample, kind, change)) },
  }));
  return [...changed, ...anew, ...spelledOtherwise(JSON.stringify(sample.passport))];
}

/** The same content in other spellings of JSON, and in none. */
function spelledOtherwise(file: string): PassportCase[] {
  return [
    { name: "with spaces", verdict: "proven", file: JSON.stringify(JSON.parse(file), null, 1) },
    { name: "cut off", verdict: "PASSPORT_MALFORMED", file: file.slice(0, -1) },
    { name: "something behind it", verdict: "PASSPORT_MALFORMED", file: `${file}{}` },
    { name: "a name twice", verdict: "PASSPORT_MALFORMED", file: file.replace("{", '{"gift":2,') },
    { name: "a comment", verdict: "PASSPORT_MALFORMED", file: `/**/${file}` },
    { name: "a list", verdict: "PASSPORT_MALFORMED", file: `[${file}]` },
  ];
}

function signedAnew(
  { log, passport }: PassportSample,
  kind: string,
  change: (entry: string) => string,
): PassportFile {
  const file = structuredClone(passport);
  const leaf = file.leaves.find((each) => each.entry.includes(`"kind":"${kind}"`));
  const before = log.leaves[leaf?.index ?? -1];
  if (leaf === undefined || before === undefined) {
    throw new Error(`no ${kind}`);
  }
  leaf.entry = change(leaf.entry);
  log.leaves[leaf.index] = toUtf8(leaf.entry);
  for (const each of file.leaves) {
    each.path = log.path(each.index);
  }
  file.checkpoint = log.checkpoint();
  log.leaves[leaf.index] = before;
  return file;
}

/** The file of a case, which is the sample with some characters replaced. */
export interface PassportVector {
  readonly name: string;
  readonly verdict: string;
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The file that a vector means. */
export function fileOf(sample: string, { at, remove, insert }: PassportVector): string {
  return sample.slice(0, at) + insert + sample.slice(at + remove);
}

function vectorOf(sample: string, { name, verdict, file }: PassportCase): PassportVector {
  const shorter = Math.min(sample.length, file.length);
  let at = 0;
  while (at < shorter && sample[at] === file[at]) {
    at++;
  }
  let same = 0;
  while (same < shorter - at && sample.at(-1 - same) === file.at(-1 - same)) {
    same++;
  }
  const insert = file.slice(at, file.length - same);
  return { name, verdict, at, remove: sample.length - same - at, insert };
}

/** Writes the vectors anew; signatures of approvals are others each time. */
export async function writePassportCases(): Promise<void> {
  const folder = projectPath("docs/reference/vectors/passports/");
  const cases = await passportCases();
  const sample = cases[0]?.file ?? "";
  const vectors = cases.map((each) => JSON.stringify(vectorOf(sample, each))).join(",\n");
  const policy = JSON.stringify(`log ${VKEY}\nquorum none\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}sample.passport.json`, sample);
  writeFileSync(`${folder}cases.json`, `{"policy":${policy},"cases":[\n${vectors}\n]}\n`);
}
