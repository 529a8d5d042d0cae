import { describe, expect, it, vi } from "vitest";
import { toHex } from "../bytes/hex.ts";
import { jsonVector } from "../testing/files.ts";
import { DIGESTS, GENUINE, verifyBlock } from "../testing/mutated-receipts.ts";
import { toUtf8 } from "../bytes/text.ts";
import type * as Ed25519 from "./ed25519.ts";
import { parsePolicy } from "./policy-reader.ts";

// Most damaged receipts carry signatures that were checked for an earlier one.
vi.mock("./ed25519.ts", async (original) => {
  const real = await original<typeof Ed25519>();
  const known = new Map<string, boolean>();
  return {
    ...real,
    holds: (...parts: Parameters<typeof real.holds>) => {
      const name = parts.map(toHex).join();
      const verdict = known.get(name) ?? real.holds(...parts);
      known.set(name, verdict);
      return verdict;
    },
  };
});

const { policy: policyText } = jsonVector("receipts/cases.json") as { policy: string };
const policy = parsePolicy(toUtf8(policyText));
const blocks = process.env["LEPTA_LONG"] === "true" ? DIGESTS.length : 20;

describe(`${blocks} blocks of 1,000 damaged receipts`, () => {
  it.each(Array.from({ length: blocks }, (_, block) => block))(
    "have the verdicts of the Java verifier, and nothing is proven that was not signed: block %i",
    (block) => {
      const digest = verifyBlock(block, policy, ({ entry, file }, verdict) => {
        if (verdict.state === "proven") {
          const entryText = `{"i":${verdict.index},"amt":"10.00"}`;
          expect(toHex(entry)).toBe(toHex(toUtf8(entryText)));
          expect(GENUINE.map((each) => head(each.file))).toContain(head(file));
        }
      });
      expect(digest).toBe(DIGESTS[block]);
    },
  );

  it("are a hundred", () => {
    expect(DIGESTS).toHaveLength(100);
    expect(new Set(DIGESTS).size).toBe(100);
  });
});

/** Everything before the signature lines: a change may leave out or reorder those. */
function head(file: Uint8Array): string {
  const text = new TextDecoder().decode(file);
  return text.slice(0, text.lastIndexOf("\n\n"));
}
