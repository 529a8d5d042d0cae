import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toHex } from "../bytes/hex.ts";
import { readCanonical, type JsonObject } from "./canonical-json.ts";
import { checkEntry } from "./entry-fields.ts";
import { parseLeaf } from "./leaf.ts";
import { leafHash, rootOf } from "./merkle.ts";
import { formatAmount } from "./money.ts";
import { postingsOf } from "./postings.ts";
import { toBase64 } from "./testing/log.ts";
import { VECTORS } from "./testing/vectors.ts";
import { allUnits } from "./units.ts";

function filesOf(folder: string): readonly string[] {
  return readdirSync(`${VECTORS}/${folder}`)
    .filter((file) => file !== "expected.json")
    .map((file) => `${folder}/${file}`);
}

function read(file: string): Uint8Array {
  return readFileSync(`${VECTORS}/${file}`);
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(`${VECTORS}/${file}`, "utf8"));
}

it.each(filesOf("entries"))("%s is an entry", (file) => {
  checkEntry(readCanonical(read(file)) as JsonObject, 2);
});

it.each(filesOf("entries-bad"))("%s is no entry", (file) => {
  expect(() => {
    const entry = readCanonical(read(file));
    checkEntry(entry instanceof Map ? entry : new Map(), 2);
  }).toThrow();
});

it.each([...filesOf("leaves"), ...filesOf("leaves-2")])("%s is a leaf", (file) => {
  expect(parseLeaf(read(file)).version).toBe(file.startsWith("leaves-2/") ? 2 : 1);
});

describe("hashes.json", () => {
  const hashes = json("hashes.json") as { of: string; sha256: string; what: string }[];
  it.each(hashes.filter(({ what }) => what === "leaf"))("$of", ({ of, sha256 }) => {
    expect(toHex(leafHash(read(of)))).toBe(sha256);
  });
});

it("posts what postings.json says", () => {
  const cases = json("postings.json") as { body: object; mode: string; postings: unknown }[];
  expect(cases.length).toBeGreaterThan(100);
  for (const { body, mode, postings } of cases) {
    const entry = readCanonical(new TextEncoder().encode(JSON.stringify(body))) as JsonObject;
    const posted = postingsOf(entry, mode === "managed").map((posting) => ({
      ...posting,
      amount: formatAmount(posting.amount),
    }));
    expect(posted).toEqual(postings);
  }
});

it.each([
  [1, "YcB5oEOJsccVLAck1JHVWOFUbQgUblDYWG2wPl3r5DM="],
  [2, "YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng="],
  [3, "sbCFQlU8Sw0xWvB1F8O+Oq8594Qu4rCOLZ9jJ+wSMSs="],
  [255, "Ry5lip0jSjOSMr1CLCevfcQZt+r+k2Oj41SE033i1Ms="],
  [257, "0QZyZq1Tm6Z3q18DcBB8vLjEuYJ0oKR/IdWRbkJjwZw="],
  [70_000, "fcAEQy+weUMHTSLO2fF99tmj20IaxEH5fJTvqRHFCM8="],
])("the root over %i entries is that of the page", (size, root) => {
  const entries = Array.from({ length: size }, (_, i) => `{"i":${i},"amt":"10.00"}`);
  expect(toBase64(rootOf(entries.map((entry) => leafHash(new TextEncoder().encode(entry)))))).toBe(
    root,
  );
});

it("knows the units that the page lists", () => {
  const page = readFileSync(`${VECTORS}/../leaf-format.md`, "utf8");
  const [, listed] = /### Units\n[^]*?```\n([^]*?)```/.exec(page) ?? [];
  expect(listed?.trim().split(/\s+/)).toEqual(allUnits());
});
