import type { VerifiedSignature, VerifierKey } from "./key.ts";

/** The name of the quorum that asks for no witness. */
export const NO_QUORUM = "none";

/** Whom a verifier believes (C2SP tlog-policy). */
export interface Policy {
  /** Keys of logs. */
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly Witness[];
  /** Each names only what stands before it. */
  readonly groups: readonly Group[];
  readonly quorum: string;
}

/** A witness under its name inside the policy. */
export interface Witness {
  readonly name: string;
  readonly key: VerifierKey;
}

/** Witnesses or earlier groups of which some are enough. */
export interface Group {
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly string[];
}

/** The policy that believes these logs and witnesses, and asks for no witness. */
export function policyOfKeys(keys: readonly VerifierKey[]): Policy {
  return {
    logs: keys.filter((key) => key.kind === "log"),
    witnesses: keys.filter((key) => key.kind === "witness").map((key) => ({ name: key.name, key })),
    groups: [],
    quorum: NO_QUORUM,
  };
}

/** All keys of logs and witnesses. */
export function keysOf(policy: Policy): VerifierKey[] {
  return [...policy.logs, ...policy.witnesses.map((witness) => witness.key)];
}

/** Whether these cosignatures are enough. */
export function isQuorumMet(policy: Policy, cosignatures: readonly VerifiedSignature[]): boolean {
  const met = new Set([NO_QUORUM]);
  for (const witness of policy.witnesses) {
    if (cosignatures.some((signature) => signature.key.vkey === witness.key.vkey)) {
      met.add(witness.name);
    }
  }
  for (const group of policy.groups) {
    if (group.members.filter((member) => met.has(member)).length >= group.threshold) {
      met.add(group.name);
    }
  }
  return met.has(policy.quorum);
}
