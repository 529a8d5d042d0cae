import { of, rewrite, malformed, isFlow, isNote, type Tampering } from "./tampering.ts";

/** Leaves in another than their one form. */
export const FORMS: readonly Tampering[] = [
  rewrite("white space", (text) => text.replace(":", ": ")),
  rewrite("keys out of order", (text) =>
    text.replace(/^\{("at":\{.*?\}),("balances":\[.*?\])/, "{$2,$1"),
  ),
  rewrite("a key twice", (text) => text.replace('"v":2', '"v":2,"v":2')),
  rewrite("null", (text) => text.replace('"v":2', '"v":null')),
  rewrite("a fraction", (text) => text.replace('"v":2', '"v":2.0')),
  rewrite("an exponent", (text) => text.replace('"v":2', '"v":2e0')),
  rewrite("a leading zero", (text) => text.replace(/"fundSeq":/, '"fundSeq":0')),
  rewrite("sixteen digits", (text) => text.replace(/"fundSeq":\d+/, '"fundSeq":1234567890123456')),
  rewrite("a needless escape", (text) => text.replace("donation", "\\u0064onation")),
  rewrite("a byte order mark", (text) => `\ufeff${text}`),
  rewrite("a newline at the end", (text) => `${text}\n`),
  rewrite("an end too early", (text) => text.slice(0, -1)),
  rewrite("no byte at all", () => ""),
  rewrite("no object", () => "[]"),
  malformed("a version that nobody knows", (leaf) => (leaf["v"] = 3)),
  malformed("an unknown field", (leaf) => (leaf["remark"] = "x")),
  malformed("an unknown field of the entry", (leaf) => (leaf["entry"].remark = "x")),
  malformed("no recordedBy", (leaf) => delete leaf["recordedBy"]),
  malformed("no id", (leaf) => delete leaf["entry"].id),
  malformed("an unknown kind", (leaf) => (leaf["entry"].kind = "gift")),
  malformed("an empty text", (leaf) => (leaf["entry"].earmark = "")),
  malformed("an empty list", (leaf) => (leaf["flags"] = [])),
  malformed("an amount with a zero at its end", (leaf) => (leaf["entry"].amount = "1.0")),
  malformed("an amount of minus zero", (leaf) => (leaf["entry"].amount = "-0")),
  malformed("an amount as a number", (leaf) => (leaf["entry"].amount = 1)),
  malformed("an amount with five digits", (leaf) => (leaf["entry"].amount = "0.00001")),
  malformed("no unit", (leaf) => (leaf["entry"].unit = "XXX")),
  malformed("a day that does not exist", (leaf) => (leaf["entry"].happenedOn = "2026-02-30")),
  malformed("a hash in capitals", (leaf) => (leaf["entry"].evidence = ["A".repeat(64)])),
  malformed("a donor who is two", (leaf) => {
    leaf["entry"].donor = { commitment: "0".repeat(64), org: "XI-TEST-KEEPER" };
  }),
  malformed("flags out of order", (leaf) => (leaf["flags"] = ["repeat", "late"])),
  malformed("an unknown flag", (leaf) => (leaf["flags"] = ["odd"])),
  malformed("moved in version 1", (leaf) => (leaf["entry"].moved = 1), of("donation"), 100),
  malformed("a fund without a number", (leaf) => delete leaf["fundSeq"], isFlow),
  malformed(
    "a note with a fund",
    (leaf) => Object.assign(leaf, { fund: "r1", fundSeq: 1 }),
    isNote,
  ),
  malformed("an unknown account", (leaf) => (leaf["postings"][0].account = "X:other")),
];
