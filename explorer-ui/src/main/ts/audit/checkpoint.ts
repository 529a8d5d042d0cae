import { signatureHolds } from "./ed25519.ts";
import { fromBase64, parseNote, type Note, type Signature, type VerifierKey } from "./note.ts";
import type { Policy } from "./policy.ts";
import { refuse, Unchecked } from "./refused.ts";

/** What the log has signed: https://c2sp.org/tlog-checkpoint, exactly three lines. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

const SIZE = /^(0|[1-9]\d{0,15})$/;
const encoder = new TextEncoder();

/** Reads a checkpoint and verifies it under the policy; without one nothing is believed of it. */
export function readCheckpoint(bytes: Uint8Array, policy: Policy | undefined): Checkpoint {
  const note = parseNote(bytes);
  const checkpoint = parseText(note.text);
  if (policy !== undefined) {
    verify(note, checkpoint.origin, policy);
  }
  return checkpoint;
}

function parseText(text: string): Checkpoint {
  const [origin = "", size = "", base64 = "", ...rest] = text.split("\n");
  refuse(rest.length !== 1 || rest[0] !== "", "CHECKPOINT_MALFORMED");
  refuse(origin === "" || !SIZE.test(size), "CHECKPOINT_MALFORMED");
  refuse(!Number.isSafeInteger(Number(size)), "CHECKPOINT_MALFORMED");
  const root = fromBase64(base64, "CHECKPOINT_MALFORMED");
  refuse(root.length !== 32, "CHECKPOINT_MALFORMED");
  return { origin, size: Number(size), root };
}

function verify(note: Note, origin: string, policy: Policy): void {
  const logs = policy.logs.filter((key) => key.name === origin);
  if (logs.length === 0) {
    throw new Unchecked(`no key is known for the log ${origin}`);
  }
  const signed = new Set<string>();
  for (const signature of note.signatures) {
    const key = [...policy.logs, ...policy.witnesses].find(
      (known) => known.name === signature.name && known.id === signature.id,
    );
    if (key === undefined) {
      continue; // A line of somebody unknown proves nothing, for or against.
    }
    refuse(signed.has(key.id), "SIGNATURE_REPEATED");
    refuse(!holds(signature, note.text, key), "SIGNATURE_INVALID");
    signed.add(key.id);
  }
  refuse(!logs.some((key) => signed.has(key.id)), "SIGNATURE_MISSING");
  refuse(!policy.isEnough(signed), "QUORUM_NOT_MET");
}

function holds({ bytes }: Signature, text: string, key: VerifierKey): boolean {
  if (key.kind === 1) {
    return signatureHolds(bytes, encoder.encode(text), key.key);
  }
  // https://c2sp.org/tlog-cosignature: eight bytes of time, then a signature over time and text.
  if (bytes.length !== 72) {
    return false;
  }
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  const message = encoder.encode(`cosignature/v1\ntime ${seconds}\n${text}`);
  return seconds < 2n ** 63n && signatureHolds(bytes.subarray(8), message, key.key);
}
