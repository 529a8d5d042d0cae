import { fromBase64 } from "../bytes/base64.ts";
import { toHex } from "../bytes/hex.ts";
import { toUtf8 } from "../bytes/text.ts";
import { type Bytes, hashOf } from "../proof/hash.ts";
import type { Policy } from "../proof/policy.ts";
import { type Verdict, verifyReceipt } from "../proof/receipt.ts";
import { jsonVector } from "./files.ts";
import { mutated } from "./mutation.ts";
import { SplitMix } from "./split-mix.ts";

const BLOCK_SIZE = 1000;

interface Receipt {
  readonly entry: Bytes;
  readonly file: Bytes;
}

const vectors = jsonVector("receipts/mutated.json") as {
  genuine: { entry: string; file: string }[];
  digests: string[];
};

/** The digest of each block, as Java made it. */
export const DIGESTS: readonly string[] = vectors.digests;

/** The receipts that are damaged. */
export const GENUINE: readonly Receipt[] = vectors.genuine.map(({ entry, file }) => ({
  entry: fromBase64(entry) ?? new Uint8Array(),
  file: fromBase64(file) ?? new Uint8Array(),
}));

/** Verifies one block; returns its digest. Twin of Java's `MutatedReceipts`. */
export function verifyBlock(
  block: number,
  policy: Policy,
  read: (receipt: Receipt, verdict: Verdict) => void,
): string {
  const random = new SplitMix(block);
  let verdicts = "";
  for (let count = 0; count < BLOCK_SIZE; count++) {
    const receipt = damaged(random);
    const both = [false, true].map((allowUnknownSignatures) => {
      const belief = { policy, allowUnknownSignatures };
      const verdict = verifyReceipt(receipt.entry, receipt.file, belief);
      read(receipt, verdict);
      return textOf(verdict);
    });
    verdicts += both.join(" ") + "\n";
  }
  return toHex(hashOf(toUtf8(verdicts)));
}

function damaged(random: SplitMix): Receipt {
  const receipt = random.of(GENUINE);
  let { file } = receipt;
  const { entry } = random.below(8) === 0 ? random.of(GENUINE) : receipt;
  for (let times = 1 + random.below(2); times > 0 && file.length > 0; times--) {
    file = mutated(file, () => random.of(GENUINE).file, random);
  }
  return { entry, file };
}

function textOf(verdict: Verdict): string {
  switch (verdict.state) {
    case "proven":
      return `proven:${verdict.index}`;
    case "unchecked":
      return "unchecked";
    case "refused":
      return `${verdict.code}:${verdict.line}`;
  }
}
