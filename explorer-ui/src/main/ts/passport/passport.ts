import { parseCheckpoint } from "../proof/checkpoint.ts";
import { FaultError } from "../proof/fault.ts";
import { leafHash } from "../proof/hash.ts";
import { requireInclusion } from "../proof/merkle.ts";
import {
  type Belief,
  knows,
  MAX_ENTRY_BYTES,
  requireSigned,
  type Signed,
} from "../proof/receipt.ts";
import { type Crypto, requireApprovals } from "./approval.ts";
import { PassportError, type PassportFault } from "./fault.ts";
import { type Passport, type ProvenLeaf, readPassport } from "./file.ts";
import { type Entry, readEntry, textsOf } from "./leaf.ts";
import { requireTrail } from "./trail-fit.ts";

/** A passport of which everything that could be checked holds. */
export interface Proven {
  readonly state: "proven";
  readonly passport: Passport;
  readonly signed: Signed;
  readonly entries: ReadonlyMap<bigint, Entry>;
  /** Approvals that this browser has no means to check. */
  readonly uncheckedApprovals: number;
}

/** What came of verifying a passport. */
export type PassportVerdict =
  | Proven
  | { readonly state: "unchecked"; readonly origin: string }
  | {
      readonly state: "refused";
      readonly code: PassportFault;
      readonly line: number;
      readonly detail: string;
    };

/** Verifies a passport (docs/reference/passports); any bytes give a verdict. Fails closed. */
export async function verifyPassport(
  file: Uint8Array,
  belief: Belief,
  crypto: Crypto | undefined,
): Promise<PassportVerdict> {
  try {
    return await verify(file, belief, crypto);
  } catch (error) {
    if (error instanceof FaultError) {
      const code = error.code as PassportFault;
      return { state: "refused", code, line: error.line, detail: error.message };
    }
    throw error;
  }
}

async function verify(
  file: Uint8Array,
  belief: Belief,
  crypto: Crypto | undefined,
): Promise<PassportVerdict> {
  const passport = readPassport(file);
  const checkpoint = parseCheckpoint(passport.note.text);
  if (!knows(belief.policy, checkpoint.origin)) {
    return { state: "unchecked", origin: checkpoint.origin };
  }
  const signed = requireSigned(passport.note, checkpoint, belief);
  for (const leaf of passport.leaves) {
    requireLeaf(leaf, signed);
  }
  const entries = new Map(passport.leaves.map((leaf) => [leaf.index, readEntry(leaf)]));
  requireTexts(passport, entries);
  requireTrail(passport.trail, passport.gift, checkpoint.size, entries);
  const uncheckedApprovals = await requireApprovals([...entries.values()], crypto);
  return { state: "proven", passport, signed, entries, uncheckedApprovals };
}

function requireLeaf({ index, bytes, path }: ProvenLeaf, { checkpoint }: Signed): void {
  if (bytes.length > MAX_ENTRY_BYTES) {
    throw new FaultError("ENTRY_TOO_LARGE", `leaf ${index}: an entry has fewer bytes`);
  }
  try {
    requireInclusion(leafHash(bytes), index, path, checkpoint.size, checkpoint.root);
  } catch (error) {
    throw error instanceof FaultError
      ? new FaultError(error.code, `leaf ${index}: ${error.message}`)
      : error;
  }
}

function requireTexts(passport: Passport, entries: ReadonlyMap<bigint, Entry>): void {
  const named = new Set([...entries.values()].flatMap(textsOf).map((text) => text.hash));
  if (passport.texts.some((text) => !named.has(text.hash))) {
    throw new PassportError("TEXT_DIFFERS", "no leaf names one of the texts");
  }
}
