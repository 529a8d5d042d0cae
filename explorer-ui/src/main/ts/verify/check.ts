import type { Crypto } from "../passport/approval.ts";
import type { PassportVerdict, Proven as ProvenPassport } from "../passport/passport.ts";
import { FaultError } from "../proof/fault.ts";
import type { VerifierKey } from "../proof/key.ts";
import { keysOf, type Policy, policyOfKeys } from "../proof/policy.ts";
import { type Belief, type Signed, type Verdict, verifyReceipt } from "../proof/receipt.ts";
import { type Opinion, secondOpinion } from "../proof/second-opinion.ts";
import type { ReadTile } from "../proof/tiles.ts";
import { others } from "./belief.ts";
import { compare, type Memory } from "./memory.ts";
import type { Source } from "./sources.ts";
import type { Store } from "./store.ts";

/** Whom the reader believes, and what is at hand. */
export interface Setting {
  readonly store: Store;
  /** The policy that the reader gave for this visit; it stands before the remembered keys. */
  readonly given: Policy | undefined;
  /** What came with the file or from the server, believed by nobody yet. */
  readonly offered: Policy | undefined;
  readonly allowUnknownSignatures: boolean;
  readonly crypto: Crypto | undefined;
  /** Reads the tiles of the server that this page came from, if it serves this log. */
  readonly tilesOf: (origin: string) => ReadTile | undefined;
}

/** By whose word a key is believed. */
export type Trust = "given" | "known" | "offered";

/** What was proven of a receipt or a passport. */
export type Subject =
  | { readonly kind: "receipt"; readonly index: bigint; readonly entry: Uint8Array }
  | { readonly kind: "passport"; readonly proven: ProvenPassport };

/** Everything holds, if the key is the log's: pass, or cannot where nobody accepted it yet. */
export interface Holds {
  readonly state: "pass" | "cannot";
  readonly name: string;
  readonly trust: Trust;
  readonly subject: Subject;
  readonly signed: Signed;
  readonly opinion: Opinion;
  readonly memory: Memory;
}

/** What came of one thing that the reader handed over. */
export type Outcome =
  | Holds
  | {
      readonly state: "fail";
      readonly name: string;
      readonly code: string;
      readonly line: number;
      readonly detail: string;
    }
  | {
      readonly state: "fail";
      readonly name: string;
      readonly code: "TWO_HISTORIES";
      readonly notes: readonly [string, string];
    }
  | {
      readonly state: "cannot";
      readonly name: string;
      readonly why: "origin";
      readonly origin: string;
      readonly otherKeys: readonly VerifierKey[];
    }
  | {
      readonly state: "cannot";
      readonly name: string;
      readonly why: "no-entry" | "no-proof" | "unreadable";
    };

/** Checks one source. Whatever goes wrong in here is no pass. */
export async function check(source: Source, setting: Setting): Promise<Outcome> {
  try {
    return await checkSource(source, setting);
  } catch (error) {
    const { name } = source;
    return error instanceof FaultError
      ? { state: "fail", name, code: String(error.code), line: error.line, detail: error.message }
      : { state: "cannot", name, why: "unreadable" };
  }
}

async function checkSource(source: Source, setting: Setting): Promise<Outcome> {
  const { name } = source;
  switch (source.kind) {
    case "too-large":
      return { state: "fail", name, code: source.code, line: 0, detail: "" };
    case "half":
      return { state: "cannot", name, why: source.missing === "entry" ? "no-entry" : "no-proof" };
    case "policy":
      return { state: "cannot", name, why: "unreadable" };
    default:
      return checkProofs(source, setting);
  }
}

type Checkable = Extract<Source, { kind: "receipt" | "passport" }>;

/** Asks the reader's policy, then the accepted keys, then the offer; the first that knows the log. */
async function checkProofs(source: Checkable, setting: Setting): Promise<Outcome> {
  const { given, offered, store, allowUnknownSignatures, crypto } = setting;
  const known = store.keys();
  const policies: readonly (readonly [Trust, Policy | undefined])[] = [
    ["given", given],
    ["known", policyOfKeys(known)],
    ["offered", offered],
  ];
  let origin = "";
  for (const [trust, policy] of policies) {
    if (policy !== undefined) {
      const verdict = await verdictOf(source, { policy, allowUnknownSignatures }, crypto);
      if (verdict.state !== "unchecked") {
        return outcomeOf(source, verdict, trust, setting);
      }
      ({ origin } = verdict);
    }
  }
  const otherKeys = others(known, offered ? keysOf(offered) : []);
  return { state: "cannot", name: source.name, why: "origin", origin, otherKeys };
}

/** What checks a passport is fetched for the first one. */
async function verdictOf(
  source: Checkable,
  belief: Belief,
  crypto: Crypto | undefined,
): Promise<Verdict | PassportVerdict> {
  if (source.kind === "receipt") {
    return verifyReceipt(source.entry, source.proof, belief);
  }
  const { verifyPassport } = await import("./passports.ts");
  return verifyPassport(source.bytes, belief, crypto);
}

async function outcomeOf(
  source: Checkable,
  verdict: Exclude<Verdict | PassportVerdict, { state: "unchecked" }>,
  trust: Trust,
  setting: Setting,
): Promise<Outcome> {
  const { name } = source;
  if (verdict.state === "refused") {
    return { ...verdict, state: "fail", name };
  }
  const { signed } = verdict;
  const opinion = await secondOpinion([signed.log, ...signed.witnesses], setting.crypto);
  const memory = await remembered(trust, signed, setting);
  if (memory.kind === "contradicts") {
    return { state: "fail", name, code: "TWO_HISTORIES", notes: memory.notes };
  }
  const subject = subjectOf(source, verdict);
  const isWhole = subject.kind === "receipt" || subject.proven.uncheckedApprovals === 0;
  const state = trust === "offered" || !isWhole ? "cannot" : "pass";
  return { state, name, trust, subject, signed, opinion, memory };
}

/** A key that nobody accepted leaves no trace. */
function remembered(trust: Trust, signed: Signed, setting: Setting): Promise<Memory> {
  const { checkpoint } = signed;
  return trust === "offered"
    ? Promise.resolve({ kind: "absent" })
    : compare(setting.store, signed.note, checkpoint, setting.tilesOf(checkpoint.origin));
}

function subjectOf(
  source: Checkable,
  verdict: Extract<Verdict | PassportVerdict, { state: "proven" }>,
): Subject {
  if ("passport" in verdict) {
    return { kind: "passport", proven: verdict };
  }
  const entry = source.kind === "receipt" ? source.entry : new Uint8Array();
  return { kind: "receipt", index: verdict.index, entry };
}
