import type { Code } from "../difference.ts";
import type { Editable, LogForTests } from "./log.ts";

/** One defect, and the code by which docs/reference/audit.md names it. */
export interface Tampering {
  readonly code: Code;
  readonly name: string;
  /** Changes entries before they are published and signed. */
  readonly entries?: (log: LogForTests) => void;
  /** Changes files after that. */
  readonly files?: (log: LogForTests) => void;
}

export type Change = (leaf: Editable) => void;
export type Where = (leaf: Editable, next: Editable) => unknown;

/** Beyond the first thousand, so that leaves of version 2 are meant. */
export const SECOND_HALF = 1100;
export const EPOCH = 900;

export const isFlow: Where = (leaf) => leaf["postings"];
export const isNote: Where = (leaf) => leaf["entry"].kind === "confirmation";
export const isManaged: Where = (leaf) => leaf["fund"] === "m1";
export const isReported: Where = (leaf) => leaf["fund"] === "r1";
export const isLane: Where = (leaf) => leaf["through"] === "lane";
export const isBatch: Where = (leaf) => leaf["through"] === "batch";
/** The only entry of its transaction, so that nothing else of it can contradict. */
export const alone: (where: Where) => Where = (where) => (leaf, next) =>
  leaf["at"].position === 0 && next["at"].position === 0 && where(leaf, next);
export const isFirstOfTwo = (log: LogForTests, from: number) =>
  log.find((leaf) => leaf["at"].position === 1, from + 2) - 1;

export function of(kind: string, also: Where = () => true): Where {
  return (leaf, next) => leaf["entry"].kind === kind && also(leaf, next);
}

export function edit(
  code: Code,
  name: string,
  where: Where,
  change: Change,
  from = SECOND_HALF,
): Tampering {
  return {
    code,
    name,
    entries: (log) => {
      log.edit(log.find(where, from), change);
    },
  };
}

export function rewrite(name: string, change: (text: string) => string): Tampering {
  return {
    code: "LEAF_MALFORMED",
    name,
    entries: (log) => {
      log.rewrite(log.find(of("donation"), SECOND_HALF), change);
    },
  };
}

export function malformed(
  name: string,
  change: Change,
  where = of("donation"),
  from = SECOND_HALF,
) {
  return edit("LEAF_MALFORMED", name, where, change, from);
}

export function entries(code: Code, name: string, change: (log: LogForTests) => void): Tampering {
  return { code, name, entries: change };
}

export function files(code: Code, name: string, change: (log: LogForTests) => void): Tampering {
  return { code, name, files: change };
}

export function checkpoint(name: string, change: (text: string) => string): Tampering {
  return files("CHECKPOINT_REFUSED", name, (log) => {
    log.write("checkpoint", change(log.checkpoint()));
  });
}

export function bundle(
  log: LogForTests,
  change: (bytes: Uint8Array) => Uint8Array | undefined,
): void {
  const path = "tile/entries/003";
  const bytes = change(log.read(path) ?? new Uint8Array());
  if (bytes === undefined) {
    log.files.delete(path);
  } else {
    log.files.set(path, bytes);
  }
}

export function flipped(bytes: Uint8Array, place: number): Uint8Array {
  const copy = bytes.slice();
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}

/** A transaction of its own behind all others, with one entry. */
export function append(log: LogForTests, where: Where, change: Change): void {
  const leaf = log.leaf(log.find(where, SECOND_HALF));
  const last = log.leaf(log.entries.length - 1);
  leaf["at"] = { ...leaf["at"], block: Number(last["at"].block) + 1, transaction: 0, position: 0 };
  leaf["orgSeq"] = 9999;
  if (leaf["through"] === "lane") {
    leaf["sealedUpTo"] = 9998;
  }
  change(leaf);
  log.insert(log.entries.length, leaf);
}

export function appended(code: Code, name: string, where: Where, change: Change): Tampering {
  return entries(code, name, (log) => {
    append(log, where, change);
  });
}
