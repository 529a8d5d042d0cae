import { FaultError } from "./fault.ts";
import type { VerifiedSignature } from "./key.ts";

/** What the browser's own Ed25519 says about signatures that were accepted here. */
export type Opinion = "agrees" | "absent";

/**
 * Asks WebCrypto about each accepted signature. Fails closed: a signature that only one of the two
 * accepts is refused. Browsers without Ed25519 have no opinion.
 */
export async function secondOpinion(
  signatures: readonly VerifiedSignature[],
  crypto: Pick<SubtleCrypto, "importKey" | "verify"> | undefined,
): Promise<Opinion> {
  if (crypto === undefined) {
    return "absent";
  }
  for (const { key, message, signature } of signatures) {
    const imported = await importKey(crypto, key.publicKey);
    if (imported === undefined) {
      return "absent";
    }
    if (!(await crypto.verify("Ed25519", imported, signature, message))) {
      throw new FaultError("SIGNATURE_INVALID", "the browser's own Ed25519 does not agree");
    }
  }
  return "agrees";
}

async function importKey(
  crypto: Pick<SubtleCrypto, "importKey">,
  key: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey | undefined> {
  try {
    return await crypto.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotSupportedError") {
      return undefined;
    }
    throw new FaultError("SIGNATURE_INVALID", "the browser's own Ed25519 does not take the key");
  }
}
