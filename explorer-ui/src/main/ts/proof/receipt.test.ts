import { describe, expect, it } from "vitest";
import { fromBase64 } from "../bytes/base64.ts";
import { toUtf8 } from "../bytes/text.ts";
import { jsonVector, vector } from "../testing/files.ts";
import { parsePolicy } from "./policy-reader.ts";
import { verifyReceipt } from "./receipt.ts";
import { secondOpinion } from "./second-opinion.ts";

const vectors = jsonVector("receipts/cases.json") as {
  policy: string;
  cases: { name: string; verdict: string; entry: string; file: string }[];
};
const belief = { policy: parsePolicy(toUtf8(vectors.policy)), allowUnknownSignatures: false };
const entry = vector("receipts/sample.entry");
const file = vector("receipts/sample.tlog-proof");

describe("the published cases", () => {
  it.each(vectors.cases)("have the verdict that they state: $name", (each) => {
    const bytes = [each.entry, each.file].map((text) => fromBase64(text) ?? new Uint8Array());
    const verdict = verifyReceipt(bytes[0] ?? entry, bytes[1] ?? file, belief);
    expect(verdict.state === "refused" ? verdict.code : verdict.state).toBe(each.verdict);
  });

  it("are as many as are written down", () => {
    expect(vectors.cases.length).toBeGreaterThanOrEqual(30);
  });
});

it("takes the sample under its policy, and WebCrypto agrees", async () => {
  const verdict = verifyReceipt(entry, file, belief);
  if (verdict.state !== "proven") {
    throw new Error(verdict.state);
  }
  expect(verdict.index).toBe(5n);
  expect(verdict.signed.checkpoint.size).toBe(11n);
  expect(verdict.signed.witnesses.map((witness) => witness.seconds)).toEqual([1772366400]);
  const signatures = [verdict.signed.log, ...verdict.signed.witnesses];
  expect(await secondOpinion(signatures, crypto.subtle)).toBe("agrees");
  expect(await secondOpinion(signatures, undefined)).toBe("absent");
});

it("refuses what only one of the two programs accepts", async () => {
  const verdict = verifyReceipt(entry, file, belief);
  if (verdict.state !== "proven") {
    throw new Error(verdict.state);
  }
  const { log } = verdict.signed;
  const other = { ...log, message: toUtf8("another text\n") };
  await expect(secondOpinion([log, other], crypto.subtle)).rejects.toMatchObject({
    code: "SIGNATURE_INVALID",
  });
});

it("counts every single bit of file and entry", () => {
  for (const [bytes, isFile] of [
    [file, true],
    [entry, false],
  ] as const) {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const verdict = isFile
        ? verifyReceipt(entry, changed, belief)
        : verifyReceipt(changed, file, belief);
      expect(verdict.state, `bit ${bit}`).not.toBe("proven");
    }
  }
});

it("cannot check a log of which no key is known", () => {
  const nobody = parsePolicy(toUtf8("quorum none\n"));
  expect(verifyReceipt(entry, file, { policy: nobody, allowUnknownSignatures: true })).toEqual({
    state: "unchecked",
    origin: "ledger.example/donations/2026",
  });
});

it("refuses 64 MB of garbage by its size", () => {
  const garbage = new Uint8Array(64 * 1024 * 1024);
  expect(verifyReceipt(entry, garbage, belief)).toMatchObject({ code: "PROOF_TOO_LARGE" });
  expect(verifyReceipt(garbage, file, belief)).toMatchObject({ code: "ENTRY_TOO_LARGE" });
});
