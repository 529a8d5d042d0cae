import { beforeAll, describe, expect, it } from "vitest";
import { toUtf8 } from "../bytes/text.ts";
import { parseKey } from "../proof/key.ts";
import { policyOfKeys } from "../proof/policy.ts";
import { VKEY, type SampleLog } from "../testing/sample-log.ts";
import { der, type PassportFile, samplePassport } from "../testing/sample-passport.ts";
import { rawSignature } from "./approval.ts";
import { type PassportVerdict, verifyPassport } from "./passport.ts";

const belief = { policy: policyOfKeys([parseKey(VKEY)]), allowUnknownSignatures: false };
let log: SampleLog;
let sample: PassportFile;

beforeAll(async () => {
  ({ log, passport: sample } = await samplePassport());
});

function verify(
  file: unknown,
  crypto: SubtleCrypto | undefined = globalThis.crypto.subtle,
): Promise<PassportVerdict> {
  return verifyPassport(toUtf8(JSON.stringify(file)), belief, crypto);
}

/** The code of the sample after a change. */
async function codeAfter(change: (file: PassportFile) => void): Promise<string> {
  const file = structuredClone(sample);
  change(file);
  const verdict = await verify(file);
  return verdict.state === "refused" ? verdict.code : verdict.state;
}

const hop = (file: PassportFile): Record<string, unknown> => file.trail.hops[0] ?? {};
const piece = (file: PassportFile): Record<string, Record<string, unknown>> =>
  (hop(file)["pieces"] as Record<string, Record<string, unknown>>[])[0] ?? {};

/** The sample with another log whose entry was changed before it was signed. */
async function signedAnew(kind: string, change: (entry: string) => string): Promise<string> {
  return codeAfter((file) => {
    const leaf = file.leaves.find((each) => each.entry.includes(`"kind":"${kind}"`));
    if (leaf === undefined) {
      throw new Error(`no ${kind}`);
    }
    const before = log.leaves[leaf.index] ?? new Uint8Array();
    log.leaves[leaf.index] = toUtf8(change(leaf.entry));
    leaf.entry = change(leaf.entry);
    for (const each of file.leaves) {
      each.path = log.path(each.index);
    }
    file.checkpoint = log.checkpoint();
    log.leaves[leaf.index] = before;
  });
}

describe("a passport", () => {
  it("is proven with its approvals", async () => {
    const verdict = await verify(sample);
    expect(verdict).toMatchObject({ state: "proven", uncheckedApprovals: 0 });
  });

  it("says which approvals a browser without ECDSA cannot check", async () => {
    const verdict = await verifyPassport(toUtf8(JSON.stringify(sample)), belief, undefined);
    expect(verdict).toMatchObject({ state: "proven", uncheckedApprovals: 1 });
  });

  it("cannot be checked without a key of its log", async () => {
    const nobody = { policy: policyOfKeys([]), allowUnknownSignatures: false };
    const verdict = await verifyPassport(toUtf8(JSON.stringify(sample)), nobody, undefined);
    expect(verdict).toEqual({ state: "unchecked", origin: "ledger.example/donations/2026" });
  });

  it("is refused when it is larger than any", async () => {
    const verdict = await verifyPassport(new Uint8Array(16 * 1024 * 1024 + 1), belief, undefined);
    expect(verdict).toMatchObject({ code: "PASSPORT_TOO_LARGE" });
  });
});

describe("a changed passport is refused with the code of the first check that fails", () => {
  it.each<[string, string, (file: PassportFile) => void]>([
    ["a field more", "PASSPORT_MALFORMED", (f) => Object.assign(f, { more: 1 })],
    ["another format", "PASSPORT_MALFORMED", (f) => (f.format = "lepta-passport/v2")],
    ["leaves out of order", "PASSPORT_MALFORMED", (f) => f.leaves.reverse()],
    ["a negative count", "PASSPORT_MALFORMED", (f) => (f.leftOut = -1)],
    ["no hop", "PASSPORT_MALFORMED", (f) => (f.trail.hops = [])],
    [
      "too many leaves",
      "PASSPORT_TOO_LARGE",
      (f) => (f.leaves = Array<never>(2001).fill(f.leaves[0] as never)),
    ],
    [
      "a note without signature",
      "NOTE_MALFORMED",
      (f) => (f.checkpoint = `${f.checkpoint.split("\n\n")[0] ?? ""}\n`),
    ],
    [
      "another root",
      "SIGNATURE_INVALID",
      (f) => (f.checkpoint = f.checkpoint.replace("\n15\n", "\n16\n")),
    ],
    ["another entry", "ROOT_DIFFERS", (f) => ((f.leaves[2] as { entry: string }).entry += " ")],
    ["another path", "ROOT_DIFFERS", (f) => f.leaves[2]?.path.reverse()],
    ["another text", "TEXT_DIFFERS", (f) => ((f.texts[0] as { text: string }).text = "x")],
    ["a text of no leaf", "TEXT_DIFFERS", (f) => f.leaves.splice(3, 1)],
    ["another size", "TRAIL_DIFFERS", (f) => (f.trail["asOf"] = { size: 14 })],
    ["another gift", "TRAIL_DIFFERS", (f) => (f.gift = 0)],
    ["a payment that is not there", "TRAIL_DIFFERS", (f) => f.leaves.splice(7, 1)],
    ["more spent", "TRAIL_DIFFERS", (f) => (hop(f)["spent"] = "600.2501")],
    ["no amount", "TRAIL_DIFFERS", (f) => (hop(f)["unspent"] = "400,25")],
    [
      "another payment",
      "TRAIL_DIFFERS",
      (f) => Object.assign(piece(f)["payment"] ?? {}, { id: "x" }),
    ],
    [
      "another date",
      "TRAIL_DIFFERS",
      (f) => Object.assign(piece(f)["payment"] ?? {}, { date: null }),
    ],
    [
      "another grant",
      "TRAIL_DIFFERS",
      (f) => Object.assign(piece(f)["payment"] ?? {}, { grant: null }),
    ],
    [
      "units beyond",
      "TRAIL_DIFFERS",
      (f) => Object.assign(piece(f)["origin"] ?? {}, { to: "601" }),
    ],
    ["no device", "APPROVAL_INVALID", (f) => f.leaves.splice(4, 1)],
    ["no release", "APPROVAL_INVALID", (f) => f.leaves.splice(5, 1)],
  ])("%s: %s", async (_, code, change) => {
    expect(await codeAfter(change)).toBe(code);
  });

  it("a leaf that the log holds in no leaf's form", async () => {
    expect(await signedAnew("pass-on", (entry) => entry.replace('"v":2', '"v":3'))).toBe(
      "LEAF_MALFORMED",
    );
    expect(await signedAnew("pass-on", (entry) => entry + "\n")).toBe("LEAF_MALFORMED");
  });

  it("an approval that another device signed, or over another release", async () => {
    const other = (entry: string): string =>
      entry.replace(
        /("signature":".{40})(.)/,
        (_, start: string, digit: string) => start + (digit === "A" ? "B" : "A"),
      );
    expect(await signedAnew("approval", other)).toBe("APPROVAL_INVALID");
    const amount = (entry: string): string => entry.replace('"amount":"800"', '"amount":"801"');
    expect(await signedAnew("release", amount)).toBe("APPROVAL_INVALID");
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
