import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { jsonVector, projectPath, vector } from "../testing/files.ts";
import { canonical, parseCanonical } from "./canonical.ts";
import { parseJson } from "./json.ts";
import { toUtf8 } from "./text.ts";

function files(folder: string): string[] {
  return readdirSync(projectPath(`docs/reference/vectors/${folder}`)).map(
    (name) => `${folder}/${name}`,
  );
}

const good = [...files("entries"), ...files("leaves"), ...files("leaves-2")];
const expected = jsonVector("entries-bad/expected.json") as { field: string; file: string }[];
/** These name a field, and are JSON in a spelling that is not canonical. */
const FORM = new Set(
  [
    ...["duplicate-key", "empty-list", "empty-text", "escaped-control-character", "huge-number"],
    ...["lone-high-surrogate", "lone-low-surrogate", "null-field", "party-null"],
    "tranche-number-with-point",
  ].map((name) => `${name}.json`),
);
/** These are canonical JSON, but no object. */
const NO_OBJECT = new Set(["list.json", "text.json", "number.json"]);
const bad = expected.filter(
  (each) => (each.field === "" || FORM.has(each.file)) && !NO_OBJECT.has(each.file),
);

describe("canonical JSON", () => {
  it.each(good)("reads %s and writes the same bytes", (path) => {
    expect(toUtf8(canonical(parseCanonical(vector(path))))).toEqual(vector(path));
  });

  it.each(bad)("refuses $file", ({ file }) => {
    expect(() => parseCanonical(vector(`entries-bad/${file}`))).toThrow();
  });

  it("has no unpaired surrogates", () => {
    expect(() => canonical("\ud800")).toThrow("surrogate");
    expect(canonical("\ud83d\ude00")).toBe('"\ud83d\ude00"');
  });

  it("knows enough of them", () => {
    expect(good.length).toBeGreaterThan(150);
    expect(bad.length).toBeGreaterThan(30);
  });
});

describe("JSON", () => {
  it("reads whole numbers exactly, others as they come", () => {
    expect(parseJson(" [9007199254740993, 1.5, 1e2, -0, null, true] ")).toEqual([
      ...[9007199254740993n, 1.5, 100, 0n, null, true],
    ]);
  });

  it.each([
    ...["", "{", "[1,]", '{"a":1,}', '{"a":1,"a":2}', '"\\x"', '"\n"', '"', '"\\'],
    ...["01", "+1", "1.", ".5", "NaN", "[1] 2", "{a:1}", "'a'", "nul", "\ufeff1", "/**/1"],
  ])("refuses %j", (text) => {
    expect(() => parseJson(text)).toThrow();
  });

  it("refuses what is nested too deep, and reads long strings", () => {
    expect(() => parseJson("[".repeat(100_000))).toThrow();
    const long = "a\\".repeat(1_000_000);
    expect(parseJson(JSON.stringify(long))).toBe(long);
  });
});
