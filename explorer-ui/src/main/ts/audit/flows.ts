import { Difference, must } from "./difference.ts";
import type { JsonObject } from "./canonical-json.ts";
import type { Leaf, Posting } from "./leaf.ts";
import { formatAmount, inRange, parseAmount } from "./money.ts";
import { bodyOf, postingsOf, textOf } from "./postings.ts";
import type { Fund } from "./standing.ts";
import { GrantTotals, identityHolds, partsOf, UnitTotals } from "./totals.ts";

const DAY_MILLIS = 86_400_000;

/** One fund's flows: numbers, postings, balances, flags and totals. */
export class FundFlows {
  readonly units = new Map<string, UnitTotals>();
  /** By grant and unit. */
  readonly grants = new Map<string, Map<string, GrantTotals>>();
  readonly fund: Fund;
  private count = 0;
  private readonly balances = new Map<string, bigint>();

  constructor(fund: Fund) {
    this.fund = fund;
  }

  checkNumber(leaf: Leaf): void {
    must(leaf.fund === this.fund.id, "FUND_SEQ", `the fund is ${this.fund.id}`);
    this.count++;
    must(
      leaf.fundSeq === this.count,
      "FUND_SEQ",
      `number ${this.count} of ${this.fund.id} is next`,
    );
  }

  checkEffect(leaf: Leaf): void {
    const postings = postingsOf(leaf.entry, this.fund.isManaged);
    const isRepeatWithoutEffect = leaf.repeatOf !== undefined && !this.fund.isManaged;
    const overflows = !isRepeatWithoutEffect && !postings.every((posting) => this.fits(posting));
    const effect = isRepeatWithoutEffect || overflows ? [] : postings;
    mustBeEqual("POSTINGS", effect, leaf.postings);
    mustBeEqual("BALANCES", this.post(effect), leaf.balances);
    this.checkFlags(leaf, overflows);
    if (effect.length > 0) {
      this.total(leaf.entry, effect);
    }
  }

  private fits({ amount, ...account }: Posting): boolean {
    return inRange((this.balances.get(nameOf(account)) ?? 0n) + amount);
  }

  /** Applies the postings and tells the balances of the fund's own accounts, in their order. */
  private post(postings: readonly Posting[]): readonly Posting[] {
    return postings
      .filter(({ account }) => !account.startsWith("X:"))
      .map(({ amount, ...account }) => {
        const balance = (this.balances.get(nameOf(account)) ?? 0n) + amount;
        this.balances.set(nameOf(account), balance);
        return { ...account, amount: balance };
      });
  }

  private checkFlags(leaf: Leaf, overflows: boolean): void {
    const body = bodyOf(leaf.entry);
    const kind = leaf.entry.get("kind");
    const isUnreleased = this.fund.isManaged && kind === "disbursement" && !body.has("release");
    const isZero = kind === "grant" && parseAmount(body.get("amount") as string) === 0n;
    const flags = [
      ...(this.isLate(leaf) ? ["late"] : []),
      ...(overflows ? ["overflow"] : []),
      ...(leaf.repeatOf === undefined ? [] : ["repeat"]),
      ...(isUnreleased ? ["without-release"] : []),
      ...(isZero ? ["zero"] : []),
    ];
    must(flags.join() === leaf.flags.join(), "FLAGS", `the flags are ${flags.join() || "none"}`);
  }

  /** Leaves of version 1 do not tell their day, so they are taken at their word. */
  private isLate({ entry, on, flags }: Leaf): boolean {
    if (on === undefined) {
      return flags.includes("late");
    }
    const { isManaged, factLimitDays, decisionLimitDays } = this.fund;
    const isOlder = (day: string | undefined, limitDays: number) =>
      day !== undefined && (Date.parse(on) - Date.parse(day)) / DAY_MILLIS > limitDays;
    const happened = isOlder(textOf(entry, "happenedOn"), factLimitDays);
    const decided = isOlder(textOf(entry, "decidedOn"), decisionLimitDays);
    return isManaged && !entry.has("moved") && (happened || decided);
  }

  private total(entry: JsonObject, postings: readonly Posting[]): void {
    for (const { name, unit, amount } of partsOf(entry)) {
      this.unit(unit).add(name, amount);
    }
    for (const posting of postings) {
      this.unit(posting.unit).post(posting);
    }
    for (const unit of new Set(postings.map((posting) => posting.unit))) {
      must(identityHolds(this.unit(unit).sums()), "IDENTITY", `${this.fund.id}, ${unit}`);
    }
    this.totalGrant(entry);
  }

  private totalGrant(entry: JsonObject): void {
    const body = bodyOf(entry);
    const isGrant = body.get("kind") === "grant";
    const named = entry.get("kind") === "correction" ? "target" : "id";
    const grant = isGrant ? textOf(entry, named) : textOf(body, "grant");
    if (grant !== undefined) {
      const units = getOrAdd(this.grants, grant, () => new Map<string, GrantTotals>());
      const totals = getOrAdd(units, textOf(body, "unit") ?? "", () => new GrantTotals());
      totals.take(entry, this.fund.isManaged);
    }
  }

  private unit(unit: string): UnitTotals {
    return getOrAdd(this.units, unit, () => new UnitTotals(this.fund.isManaged));
  }
}

/** The value under the key, which is made where there is none. */
export function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function nameOf({ account, unit, grant }: Omit<Posting, "amount">): string {
  return JSON.stringify([account, unit, grant]);
}

function mustBeEqual(
  code: "POSTINGS" | "BALANCES",
  due: readonly Posting[],
  is: readonly Posting[],
) {
  const [expected, actual] = [due, is].map((postings) => postings.map(spell).join(", "));
  if (expected !== actual) {
    throw new Difference(code, `${expected || "none"} instead of ${actual || "none"}`);
  }
}

function spell(posting: Posting): string {
  const grant = posting.grant === undefined ? "" : ` of ${JSON.stringify(posting.grant)}`;
  return `${posting.account}${grant} ${formatAmount(posting.amount)} ${posting.unit}`;
}
