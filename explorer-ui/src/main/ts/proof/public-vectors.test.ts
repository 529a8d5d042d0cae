import { describe, expect, it } from "vitest";
import { fromBase64 } from "../bytes/base64.ts";
import { fromHex } from "../bytes/hex.ts";
import { toUtf8 } from "../bytes/text.ts";
import { jsonVector, sharedVector } from "../testing/files.ts";
import { holds } from "./ed25519.ts";
import { type Bytes, hashOf } from "./hash.ts";
import { requireConsistency, requireInclusion } from "./merkle.ts";

interface Inclusion {
  name: string;
  wantErr: boolean;
  leafIdx: number;
  treeSize: number;
  leafHash: string | null;
  root: string | null;
  proof: string[] | null;
}

interface Consistency {
  name: string;
  wantErr: boolean;
  size1: number;
  size2: number;
  root1: string | null;
  root2: string | null;
  proof: string[] | null;
}

interface Wycheproof {
  testGroups: {
    publicKey: { pk: string };
    tests: { tcId: number; msg: string; sig: string; result: string }[];
  }[];
}

interface Cctv {
  number: number;
  key: string;
  msg: string;
  sig: string;
}

const bytes = (base64: string | null): Bytes => fromBase64(base64 ?? "") ?? new Uint8Array();
const hex = (text: string): Bytes => fromHex(text) ?? new Uint8Array();

/** A hash has 32 bytes; the verifier's readers hand over no others. */
function hash(base64: string | null): Bytes {
  const hashBytes = bytes(base64);
  if (hashBytes.length !== 32) {
    throw new Error("a hash has 32 bytes");
  }
  return hashBytes;
}

const inclusions = sharedVector("merkle-inclusion.json") as Inclusion[] | undefined;
const consistencies = sharedVector("merkle-consistency.json") as Consistency[] | undefined;
const wycheproof = sharedVector("wycheproof-ed25519.json") as Wycheproof | undefined;
const cctv = sharedVector("cctv-ed25519.json") as Cctv[] | undefined;

describe.skipIf(inclusions === undefined)("inclusion (../shared/vectors, else skipped)", () => {
  it("has 98 cases", () => {
    expect(inclusions).toHaveLength(98);
  });

  it.each(inclusions ?? [])("$name", (c) => {
    const verify = (): void => {
      const path = (c.proof ?? []).map(hash);
      requireInclusion(hash(c.leafHash), BigInt(c.leafIdx), path, BigInt(c.treeSize), hash(c.root));
    };
    expectError(verify, c.wantErr);
  });
});

describe.skipIf(consistencies === undefined)(
  "consistency (../shared/vectors, else skipped)",
  () => {
    it("has 98 cases", () => {
      expect(consistencies).toHaveLength(98);
    });

    // Between equal sizes some cases have words for roots and ask only whether they are compared.
    it.each(consistencies ?? [])("$name", (c) => {
      const root = (text: string | null): Bytes =>
        c.size1 === c.size2 && bytes(text).length !== 32 ? hashOf(bytes(text)) : hash(text);
      const verify = (): void => {
        const older = { size: BigInt(c.size1), root: root(c.root1) };
        const newer = { size: BigInt(c.size2), root: root(c.root2) };
        requireConsistency(older, newer, (c.proof ?? []).map(hash));
      };
      expectError(verify, c.wantErr);
    });
  },
);

function expectError(verify: () => void, wanted: boolean): void {
  if (wanted) {
    expect(verify).toThrow();
  } else {
    verify();
  }
}

describe.skipIf(wycheproof === undefined)("Wycheproof (../shared/vectors, else skipped)", () => {
  it("agrees on all 151 signatures", () => {
    const tests = (wycheproof?.testGroups ?? []).flatMap((group) =>
      group.tests.map((test) => ({ ...test, key: group.publicKey.pk })),
    );
    const differing = tests.filter(
      (test) => holds(hex(test.key), hex(test.msg), hex(test.sig)) !== (test.result === "valid"),
    );
    expect(tests).toHaveLength(151);
    expect(differing).toEqual([]);
  });
});

describe.skipIf(cctv === undefined)("CCTV (../shared/vectors, else skipped)", () => {
  it("gives the verdicts that are written down", () => {
    const verdicts = jsonVector("ed25519-cctv.json") as { cases: number; accepted: number[] };
    const accepted = (cctv ?? [])
      .filter((c) => holds(hex(c.key), toUtf8(c.msg), hex(c.sig)))
      .map((c) => c.number);
    expect(cctv).toHaveLength(verdicts.cases);
    expect(accepted).toEqual(verdicts.accepted);
  });
});
