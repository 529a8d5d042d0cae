import type { Checkpoint } from "../proof/checkpoint.ts";
import { FaultError } from "../proof/fault.ts";
import { requireConsistency } from "../proof/merkle.ts";
import { consistencyPath, type ReadTile } from "../proof/tiles.ts";
import { same } from "../bytes/bytes.ts";
import type { Seen, Store } from "./store.ts";

/** How a verified checkpoint fits those that this browser saw earlier. */
export type Memory =
  | { readonly kind: "absent" | "first" }
  | { readonly kind: "same" | "extends" | "within" | "unchecked"; readonly size: bigint }
  | { readonly kind: "contradicts"; readonly notes: readonly [string, string] };

/**
 * Compares with what is remembered, and remembers. Trees of one size are compared by their roots,
 * others by the log's tiles where they can be read.
 */
export async function compare(
  store: Store,
  note: string,
  checkpoint: Checkpoint,
  read: ReadTile | undefined,
): Promise<Memory> {
  const seen = store.seen(checkpoint.origin);
  store.remember(note, checkpoint);
  if (!store.remembers) {
    return { kind: "absent" };
  }
  const twins = seen.filter((each) => each.checkpoint.size === checkpoint.size);
  const differing = twins.find((each) => !same(each.checkpoint.root, checkpoint.root));
  if (differing !== undefined) {
    return { kind: "contradicts", notes: [differing.note, note] };
  }
  const newest = seen.at(-1);
  if (newest === undefined) {
    return { kind: "first" };
  }
  if (newest.checkpoint.size === checkpoint.size) {
    return { kind: "same", size: checkpoint.size };
  }
  return read === undefined
    ? { kind: "unchecked", size: newest.checkpoint.size }
    : connect(newest, note, checkpoint, read);
}

async function connect(
  seen: Seen,
  note: string,
  checkpoint: Checkpoint,
  read: ReadTile,
): Promise<Memory> {
  const { size } = seen.checkpoint;
  const isGrown = size < checkpoint.size;
  const [older, newer] = isGrown ? [seen.checkpoint, checkpoint] : [checkpoint, seen.checkpoint];
  try {
    requireConsistency(older, newer, await consistencyPath(older.size, newer.size, read));
    return { kind: isGrown ? "extends" : "within", size };
  } catch (error) {
    return error instanceof FaultError
      ? { kind: "contradicts", notes: [seen.note, note] }
      : { kind: "unchecked", size };
  }
}
