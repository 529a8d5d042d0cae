import { toHex } from "../bytes/hex.ts";
import { entriesOf, tileHash, type Files } from "./bundles.ts";
import { readCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { Difference } from "./difference.ts";
import { parseLeaf } from "./leaf.ts";
import { Ledger } from "./ledger.ts";
import { leafHash, rootOf } from "./merkle.ts";
import type { Policy } from "./policy.ts";
import { Refused, Unchecked } from "./refused.ts";

/** What an audit found; without a difference log and pages agree. */
export interface Report {
  readonly checkpoint: Checkpoint;
  readonly ledger: Ledger;
  readonly difference: Difference | undefined;
}

/**
 * Reads a published log from its first entry to its last and computes everything again, in the
 * order of docs/reference/audit.md. Without a policy the checkpoint's signatures are not checked.
 *
 * @throws Difference where nothing can be told of the entries: by checkpoint or bundles
 * @throws Unchecked where there is no checkpoint, or the policy knows no key of its log
 */
export function audit(files: Files, policy: Policy | undefined): Report {
  const checkpoint = checkpointOf(files, policy);
  const ledger = new Ledger();
  const hashes: Uint8Array[] = [];
  let difference: Difference | undefined;
  for (const entry of entriesOf(files, checkpoint.size)) {
    difference ??= take(ledger, entry, hashes.length);
    hashes.push(leafHash(entry));
  }
  // Entries that nobody signed say nothing, so a wrong root goes before what is wrong in them.
  return {
    checkpoint,
    ledger,
    difference: rootDifference(files, checkpoint, hashes) ?? difference,
  };
}

function checkpointOf(files: Files, policy: Policy | undefined): Checkpoint {
  const bytes = files("checkpoint");
  if (bytes === undefined) {
    throw new Unchecked("there is no checkpoint");
  }
  try {
    return readCheckpoint(bytes, policy);
  } catch (error) {
    if (error instanceof Refused) {
      throw new Difference("CHECKPOINT_REFUSED", error.code);
    }
    throw error;
  }
}

function take(ledger: Ledger, entry: Uint8Array, index: number): Difference | undefined {
  try {
    ledger.take(parseLeaf(entry));
    return undefined;
  } catch (error) {
    if (error instanceof Difference) {
      return error.at(index);
    }
    throw error;
  }
}

function rootDifference(files: Files, { root, size }: Checkpoint, hashes: readonly Uint8Array[]) {
  if (toHex(rootOf(hashes)) === toHex(root)) {
    return undefined;
  }
  const wrong = hashes.findIndex((hash, index) => {
    const told = tileHash(files, index, size);
    return told === undefined || toHex(told) !== toHex(hash);
  });
  const detail = "the entries give another root than the signed one";
  return new Difference("ROOT_DIFFERS", detail, wrong < 0 ? undefined : wrong);
}
