import { describe, expect, it } from "vitest";
import { toUtf8 } from "../bytes/text.ts";
import { parseKey } from "../proof/key.ts";
import { policyOfKeys } from "../proof/policy.ts";
import { parsePolicy } from "../proof/policy-reader.ts";
import { jsonVector, vector } from "../testing/files.ts";
import {
  fileOf,
  passportCases,
  type PassportVector,
  writePassportCases,
} from "../testing/passport-cases.ts";
import { VKEY } from "../testing/sample-log.ts";
import { der, samplePassport } from "../testing/sample-passport.ts";
import { rawSignature } from "./approval.ts";
import { verifyPassport } from "./passport.ts";

if (process.env["LEPTA_WRITE_VECTORS"] === "true") {
  await writePassportCases();
}
const vectors = jsonVector("passports/cases.json") as { policy: string; cases: PassportVector[] };
const sample = new TextDecoder().decode(vector("passports/sample.passport.json"));
const belief = { policy: parsePolicy(toUtf8(vectors.policy)), allowUnknownSignatures: false };

async function verdictOf(file: string): Promise<string> {
  const verdict = await verifyPassport(toUtf8(file), belief, crypto.subtle);
  return verdict.state === "refused" ? verdict.code : verdict.state;
}

describe("the published cases", () => {
  it.each(vectors.cases)("have the verdict that they state: $name", async (each) => {
    expect(await verdictOf(fileOf(sample, each))).toBe(each.verdict);
  });

  it("are those that are made, but for the signatures", async () => {
    const made = await passportCases();
    expect(vectors.cases.map(({ name, verdict }) => [name, verdict])).toEqual(
      made.map(({ name, verdict }) => [name, verdict]),
    );
  });
});

describe("a passport", () => {
  it("is proven with its approvals", async () => {
    const { passport } = await samplePassport();
    const bytes = toUtf8(JSON.stringify(passport));
    expect(await verifyPassport(bytes, belief, crypto.subtle)).toMatchObject({
      ...{ state: "proven", uncheckedApprovals: 0 },
    });
    expect(await verifyPassport(bytes, belief, undefined)).toMatchObject({
      ...{ state: "proven", uncheckedApprovals: 1 },
    });
  });

  it("is refused when it is larger than any", async () => {
    const large = new Uint8Array(16 * 1024 * 1024 + 1);
    expect(await verifyPassport(large, belief, undefined)).toMatchObject({
      code: "PASSPORT_TOO_LARGE",
    });
    const { passport } = await samplePassport();
    passport.leaves = Array<never>(2001).fill(passport.leaves[0] as never);
    expect(await verdictOf(JSON.stringify(passport))).toBe("PASSPORT_TOO_LARGE");
  });

  it("of a log with another key is not proven", async () => {
    const other = VKEY.replace("donations/2026+f569a8b0", "donations/2026+f569a8b1");
    expect(() => parseKey(other)).toThrow();
    const nobody = { policy: policyOfKeys([]), allowUnknownSignatures: true };
    expect(await verifyPassport(toUtf8(sample), nobody, crypto.subtle)).toEqual({
      ...{ state: "unchecked", origin: "ledger.example/donations/2026" },
    });
  });
});

describe("a signature in DER", () => {
  it("has one form", () => {
    const raw = Uint8Array.from({ length: 64 }, (_, at) => (at < 2 ? 0 : 250 - at));
    expect(rawSignature(der(raw))).toEqual(raw);
    for (const at of [0, 1, 2, 3]) {
      const changed = der(raw);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(rawSignature(changed), `byte ${at}`).toBeUndefined();
    }
    expect(rawSignature(der(raw).slice(0, -1))).toBeUndefined();
    expect(rawSignature(new Uint8Array())).toBeUndefined();
  });
});
