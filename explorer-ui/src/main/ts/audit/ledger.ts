import { must } from "./difference.ts";
import { FundFlows, getOrAdd } from "./flows.ts";
import type { Leaf } from "./leaf.ts";
import { textOf } from "./postings.ts";
import { Sequence } from "./sequence.ts";
import { Standing } from "./standing.ts";

/** Everything that leaves add up to, computed again from them in the order of the log. */
export class Ledger {
  /** Entries by kind, without repeats. */
  readonly counts = new Map<string, number>();
  readonly funds = new Map<string, FundFlows>();
  private size = 0;
  private readonly sequence = new Sequence();
  private readonly standing = new Standing();
  /** The first leaf of each fact. */
  private readonly facts = new Map<string, number>();

  /** Takes the next leaf, or throws the first difference in it. */
  take(leaf: Leaf): void {
    this.sequence.check(leaf);
    const fund = this.standing.check(leaf);
    const flows = fund && getOrAdd(this.funds, fund.id, () => new FundFlows(fund));
    flows?.checkNumber(leaf);
    this.checkRepeat(leaf);
    if (flows === undefined) {
      checkNote(leaf);
    } else {
      flows.checkEffect(leaf);
    }
    this.sequence.checkSeal(leaf);
    this.count(leaf);
    this.size++;
  }

  private checkRepeat({ entry, repeatOf }: Leaf): void {
    const fact = JSON.stringify(["kind", "statedBy", "id"].map((name) => textOf(entry, name)));
    const first = this.facts.get(fact);
    must(repeatOf === first, "REPEAT_OF", `the first entry of this fact is ${first ?? "this one"}`);
    if (first === undefined) {
      this.facts.set(fact, this.size);
    }
  }

  private count({ entry, repeatOf }: Leaf): void {
    if (repeatOf === undefined) {
      const kind = textOf(entry, "kind") ?? "";
      this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    }
  }
}

/** What moves no money has no effect in a fund. */
function checkNote(leaf: Leaf): void {
  must(leaf.postings.length === 0, "POSTINGS", "a note posts nothing");
  must(leaf.balances.length === 0, "BALANCES", "a note changes no balance");
  const flags = leaf.repeatOf === undefined ? "" : "repeat";
  must(leaf.flags.join() === flags, "FLAGS", `the flags are ${flags || "none"}`);
}
