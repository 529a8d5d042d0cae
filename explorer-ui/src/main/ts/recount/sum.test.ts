import { describe, expect, it } from "vitest";
import { recount, tenThousandths } from "./sum.ts";

const HEAD = "leafIndex,id,date,amount\r\n";

describe("a recount", () => {
  it("adds amounts exactly beyond what a number holds", () => {
    const csv = `${HEAD}1,donation:a,2026-01-01,9007199254740993.0001\r\n2,donation:b,,9007199254740993.0001\r\n`;

    expect(recount(csv)).toEqual({ rows: 2, sum: 180143985094819860002n });
  });

  it("takes away what corrections took", () => {
    expect(recount(`${HEAD}1,a,,100\r\n2,c,,-0.25\r\n`).sum).toBe(997500n);
  });

  it("is not confused by commas and quotes in ids", () => {
    expect(recount(`${HEAD}1,"a,""7",2026-01-01,3\r\n`)).toEqual({
      rows: 1,
      sum: 30000n,
    });
  });

  it("of no rows is nothing", () => {
    expect(recount(HEAD)).toEqual({ rows: 0, sum: 0n });
  });

  it.each(["", HEAD + "1,a,,1", HEAD + "1,a,,\r\n", HEAD + "1,a,,1e3\r\n"])(
    "refuses a table that is cut off or holds no amount: %j",
    (csv) => {
      expect(() => recount(csv)).toThrow();
    },
  );

  it.each(["1.00001", "1,5", "+1", "0x10", " 1", "--1", "1."])(
    "knows that %j is no amount",
    (text) => {
      expect(tenThousandths(text)).toBeUndefined();
    },
  );
});
