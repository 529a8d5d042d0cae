import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { toHex } from "../bytes/hex.ts";
import { audit } from "./audit.ts";
import { compareFigures, figuresOf, type Figures } from "./figures.ts";
import { conformanceLog, conformancePolicy, VECTORS } from "./testing/vectors.ts";

const expected = JSON.parse(readFileSync(`${VECTORS}/audit/expected.json`, "utf8")) as Figures & {
  size: number;
  root: string;
};

it("finds nothing in the conformance log of 2,000 leaves", () => {
  const { checkpoint, difference } = audit(conformanceLog(), conformancePolicy());
  expect(difference?.toString()).toBeUndefined();
  expect(checkpoint.size).toBe(expected.size);
  expect(toHex(checkpoint.root)).toBe(expected.root);
});

it("gives the figures that the conformance log must give", () => {
  const figures = figuresOf(audit(conformanceLog(), conformancePolicy()).ledger);
  compareFigures(figures, expected);
  expect(Object.keys(expected.funds)).toHaveLength(8);
});
