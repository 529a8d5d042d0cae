import { MAX_POLICY_BYTES } from "../proof/policy-reader.ts";
import type { Policy } from "../proof/policy.ts";
import { MAX_ENTRY_BYTES } from "../proof/receipt.ts";
import type { ReadTile } from "../proof/tiles.ts";
import { MAX_PROOF_BYTES } from "../proof/tlog-proof.ts";
import { readOffered } from "./belief.ts";
import type { Source } from "./sources.ts";

const TILE_BYTES = 8192;

/** The server that this page came from; nobody else is ever asked. */
export interface Server {
  readonly policy: Policy | undefined;
  readonly readTile: ReadTile;
  /** The two files of a receipt by its code. */
  receipt(code: string): Promise<Source | undefined>;
}

/** Asks for the server's own policy; what it says is an offer, not believed. */
export async function openServer(): Promise<Server> {
  const policy = await get("/log/policy", MAX_POLICY_BYTES);
  return {
    policy: policy && readOffered(policy),
    readTile: (path) => get(`/log/${path}`, TILE_BYTES),
    receipt: async (code) => {
      const path = `/api/v1/receipts/${code}`;
      const [proof, entry] = await Promise.all([
        get(`${path}.tlog-proof`, MAX_PROOF_BYTES),
        get(`${path}.entry`, MAX_ENTRY_BYTES),
      ]);
      return proof && entry && { kind: "receipt", name: code, proof, entry };
    },
  };
}

/** The bytes under an address, unless there are none or more than expected. */
async function get(path: string, limit: number): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(path, { credentials: "omit", redirect: "error" });
    if (!answer.ok || answer.body === null) {
      return undefined;
    }
    return await bounded(answer.body, limit);
  } catch {
    return undefined;
  }
}

async function bounded(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array | undefined> {
  const reader = body.getReader();
  const bytes = new Uint8Array(limit);
  let at = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (at + part.value.length > limit) {
      await reader.cancel();
      return undefined;
    }
    bytes.set(part.value, at);
    at += part.value.length;
  }
  return bytes.slice(0, at);
}
