import { must } from "./difference.ts";
import type { Leaf } from "./leaf.ts";

/** Versions, places, numbers and seals: what ties each leaf to the one before. */
export class Sequence {
  private version = 0;
  private next: { readonly version: number; readonly afterBlock: number } | undefined;
  private last: Leaf | undefined;
  private readonly numbers = new Map<string, number>();
  private readonly sealed = new Map<string, number>();

  check(leaf: Leaf): void {
    this.checkVersion(leaf);
    const isNewTransaction = this.last === undefined || startsTransaction(this.last, leaf);
    const expected = isNewTransaction ? 0 : (this.last?.position ?? 0) + 1;
    must(leaf.position === expected, "POSITION", `position ${leaf.position} after ${expected - 1}`);
    if (isNewTransaction) {
      this.checkNumber(leaf);
    }
    this.last = leaf;
  }

  /** A batch stands before the lane transaction that says it sealed it, and seals only grow. */
  checkSeal(leaf: Leaf): void {
    const sealed = this.sealed.get(leaf.recordedBy) ?? 0;
    if (leaf.through === "batch") {
      must(
        leaf.orgSeq > sealed,
        "SEALED",
        `batch ${leaf.orgSeq} was sealed before, up to ${sealed}`,
      );
    }
    if (leaf.version > 1 && leaf.through === "lane") {
      must(leaf.sealedUpTo !== undefined, "SEALED", "it does not say what is sealed");
      must(leaf.sealedUpTo >= sealed, "SEALED", `sealed up to ${sealed} before`);
      this.sealed.set(leaf.recordedBy, leaf.sealedUpTo);
    }
  }

  private checkVersion(leaf: Leaf): void {
    if (this.next !== undefined && leaf.block > this.next.afterBlock) {
      this.version = this.next.version;
      this.next = undefined;
    }
    const kind = leaf.entry.get("kind");
    const stated = leaf.entry.get("leafVersion") as number;
    if (this.last === undefined && kind === "genesis") {
      this.version = stated;
    }
    must(leaf.version === this.version, "LEAF_VERSION", `version ${this.version} is in force`);
    must(
      (leaf.on !== undefined) === leaf.version > 1,
      "LEAF_VERSION",
      "only version 2 tells the day",
    );
    const maySeal = leaf.version > 1 && leaf.through === "lane";
    must(leaf.sealedUpTo === undefined || maySeal, "LEAF_VERSION", "only lanes of version 2 seal");
    if (kind === "epoch") {
      this.next = { version: stated, afterBlock: leaf.block };
    }
  }

  private checkNumber(leaf: Leaf): void {
    const whose = `${leaf.through} ${leaf.recordedBy}`;
    const before = this.numbers.get(whose) ?? 0;
    const isAbove = leaf.through === "start" ? leaf.orgSeq === 0 : leaf.orgSeq > before;
    must(isAbove, "ORG_SEQ", `number ${leaf.orgSeq} of ${whose} after ${before}`);
    this.numbers.set(whose, leaf.orgSeq);
  }
}

/** Whether the leaf begins another transaction than the one before it; ORDER if neither. */
function startsTransaction(last: Leaf, leaf: Leaf): boolean {
  const order =
    leaf.block - last.block || leaf.transaction - last.transaction || leaf.position - last.position;
  must(order > 0, "ORDER", "not behind the entry before");
  if (leaf.block !== last.block || leaf.transaction !== last.transaction) {
    return true;
  }
  const isSame =
    leaf.recordedBy === last.recordedBy &&
    leaf.through === last.through &&
    leaf.orgSeq === last.orgSeq &&
    leaf.on === last.on &&
    leaf.sealedUpTo === last.sealedUpTo;
  must(isSame, "ORDER", "contradicts the entry before, of the same transaction");
  return false;
}
