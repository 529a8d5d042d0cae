import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCanonical } from "../bytes/canonical.ts";
import { isObject, type Json } from "../bytes/json.ts";
import { jsonVector, projectPath, vector } from "../testing/files.ts";
import { isLeaf } from "./form.ts";
import { FIELDS } from "./kinds.ts";

function files(folder: string): string[] {
  return readdirSync(projectPath(`docs/reference/vectors/${folder}`)).map(
    (name) => `${folder}/${name}`,
  );
}

/** A leaf around an entry. */
function around(entry: Json): Json {
  const at = new Map([
    ["block", 1n],
    ["position", 0n],
    ["transaction", 0n],
    ["on", "2026-01-07"],
  ] as [string, Json][]);
  return new Map<string, Json>([
    ...([
      ["v", 2n],
      ["at", at],
      ["recordedBy", "a"],
      ["through", "batch"],
    ] as [string, Json][]),
    ...([
      ["orgSeq", 1n],
      ["entry", entry],
    ] as [string, Json][]),
  ]);
}

const bad = jsonVector("entries-bad/expected.json") as { file: string; field: string }[];
/** No table of currencies is carried here. */
const NOT_KNOWN_HERE = new Set([
  "unit-unknown.json",
  "tranche-number-too-large.json",
  "amount-out-of-range.json",
]);

describe("leaves", () => {
  it.each([...files("leaves"), ...files("leaves-2")])("have the form that is told: %s", (path) => {
    expect(isLeaf(parseCanonical(vector(path)))).toBe(true);
  });

  it.each(files("entries"))("hold entries like %s", (path) => {
    expect(isLeaf(around(parseCanonical(vector(path))))).toBe(true);
  });

  it.each(bad.filter(({ file }) => !NOT_KNOWN_HERE.has(file)))(
    "hold none like $file",
    ({ file }) => {
      const isGood = (): boolean => isLeaf(around(parseCanonical(vector(`entries-bad/${file}`))));
      let good = false;
      try {
        good = isGood();
      } catch {
        // Not canonical at all.
      }
      expect(good).toBe(false);
    },
  );

  it.each(["v", "at", "recordedBy", "through", "orgSeq", "entry"])("have the field %s", (name) => {
    const leaf = parseCanonical(vector("leaves-2/donation.json"));
    const fields = new Map(isObject(leaf) ? leaf : []);
    fields.delete(name);
    expect(isLeaf(fields)).toBe(false);
    expect(isLeaf(new Map([...fields, [name, true]]))).toBe(false);
  });
});

it("knows the fields that the reference tells, and no others", () => {
  const page = readFileSync(projectPath("docs/reference/leaf-format.md"), "utf8");
  const tables = page.slice(
    page.indexOf("<!-- field tables: begin"),
    page.indexOf("<!-- field tables: end"),
  );
  const told = tables
    .split("\n### ")
    .slice(1)
    .map((section) => {
      const title = section.split("\n")[0] ?? "";
      const name = title.startsWith("Header")
        ? "header"
        : title.replace(" (inside others)", "").replaceAll(" ", "-");
      const rows = [...section.matchAll(/^\| `([^`]+)` \| (.*?) \| (yes|) *\|/gm)];
      return [
        name,
        rows.map((row) => field(row[1] ?? "", row[2] ?? "", row[3] === "yes")).join(" "),
      ];
    });
  expect(Object.fromEntries(told)).toEqual(FIELDS);
});

function field(name: string, form: string, must: boolean): string {
  const words = [...form.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
  const short = form.startsWith("list of ")
    ? `[${form.slice(8).replaceAll(" ", "-")}]`
    : form.startsWith("`kind` and")
      ? "reverses"
      : words.length > 0
        ? words.join("|")
        : form;
  return name + (short === "text" ? "" : `:${short}`) + (must ? "!" : "");
}
