import { fromUtf8 } from "../bytes/text.ts";
import { FaultError } from "../proof/fault.ts";
import { parseKey, type VerifierKey } from "../proof/key.ts";
import { type Policy, policyOfKeys } from "../proof/policy.ts";
import { parsePolicy } from "../proof/policy-reader.ts";

/** Reads a policy file, or a list of verifier keys, one a line. */
export function readBelief(bytes: Uint8Array): Policy {
  const text = fromUtf8(bytes);
  const lines = text?.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (lines !== undefined && lines.length > 0 && lines.every((line) => !/\s/.test(line.trim()))) {
    return policyOfKeys(lines.map((line) => parseKey(line.trim())));
  }
  return parsePolicy(bytes);
}

/** A policy that came with the file or from the server: only the reader can make it believed. */
export function readOffered(bytes: Uint8Array): Policy | undefined {
  try {
    return readBelief(bytes);
  } catch (error) {
    if (error instanceof FaultError) {
      return undefined;
    }
    throw error;
  }
}

/** Keys that are offered under the name of a log of which another key is known. */
export function others(
  known: readonly VerifierKey[],
  offered: readonly VerifierKey[],
): VerifierKey[] {
  return offered.filter(
    (key) =>
      known.some((each) => each.name === key.name) && known.every((each) => each.vkey !== key.vkey),
  );
}
