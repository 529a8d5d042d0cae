import type { JsonObject } from "./canonical-json.ts";
import type { Posting } from "./leaf.ts";
import { parseAmount } from "./money.ts";
import { bodyOf, textOf } from "./postings.ts";

/** Sums of 1/10,000 unit by name, see docs/reference/postings.md#totals. */
export type Sums = Readonly<Record<string, bigint>>;

const BY_KIND: Record<string, string> = {
  opening: "opened",
  donation: "donated",
  income: "income",
  "transfer-in": "transferredIn",
  "transfer-out": "transferredOut",
  refund: "refunded",
  grant: "awarded",
  amendment: "awarded",
  disbursement: "disbursed",
  return: "returned",
  fee: "spent",
};
const NAMES = [
  "opened",
  "donated",
  "income",
  "transferredIn",
  "transferredOut",
  "exchangedIn",
  "exchangedOut",
  "refunded",
  "awarded",
  "outstanding",
  "released",
  "disbursed",
  "returned",
  "spent",
  "free",
  "short",
];
const GRANT_NAMES = ["awarded", "disbursed", "returned", "spentByGrantee", "passedOn", "held"];

/** Adds up what entries say by their kind, and apart from that what they post. */
export class UnitTotals {
  private readonly kinds = new Map<string, bigint>();
  private readonly accounts = new Map<string, bigint>();
  private readonly isManaged: boolean;

  constructor(isManaged: boolean) {
    this.isManaged = isManaged;
  }

  add(name: string, amount: bigint): void {
    add(this.kinds, name, amount);
  }

  post({ account, amount }: Posting): void {
    add(this.accounts, account, amount);
  }

  /** The totals of one fund in one unit. */
  sums(): Sums {
    const committed = this.balance("F:committed");
    const free = this.balance("F:free") + (committed < 0n ? committed : 0n);
    return {
      ...Object.fromEntries(NAMES.map((name) => [name, this.kinds.get(name) ?? 0n])),
      outstanding: committed > 0n ? committed : 0n,
      released: this.balance("F:released"),
      free,
      short: this.isManaged && free < 0n ? -free : 0n,
    };
  }

  private balance(account: string): bigint {
    return this.accounts.get(account) ?? 0n;
  }
}

/** What kinds give: `free` is `in` without `out`, for every fund, unit and prefix of the log. */
export function identityHolds(sums: Sums): boolean {
  const sum = (...names: string[]) => names.reduce((all, name) => all + (sums[name] ?? 0n), 0n);
  const came = sum("opened", "donated", "income", "transferredIn", "exchangedIn", "returned");
  const went = sum("refunded", "transferredOut", "exchangedOut", "disbursed", "spent");
  return sums["free"] === came - went - sum("outstanding", "released");
}

/** What a flow adds to which total of its fund, by unit. */
export function partsOf(
  entry: JsonObject,
): readonly { name: string; unit: string; amount: bigint }[] {
  const body = bodyOf(entry);
  const unit = textOf(body, "unit") ?? "";
  const amount = amountOf(entry, "amount");
  if (body.get("kind") === "exchange") {
    const bought = {
      unit: textOf(body, "boughtUnit") ?? "",
      amount: amountOf(entry, "boughtAmount"),
    };
    return [
      { name: "exchangedOut", unit, amount },
      { name: "exchangedIn", ...bought },
    ];
  }
  const isOwnCost = body.get("kind") === "expenditure" && !body.has("grant");
  const name = isOwnCost ? "spent" : BY_KIND[textOf(body, "kind") ?? ""];
  return name === undefined ? [] : [{ name, unit, amount }];
}

/** Sums of one grant in one unit. */
export class GrantTotals {
  private readonly parts = new Map<string, bigint>();

  take(entry: JsonObject, isManaged: boolean): void {
    const body = bodyOf(entry);
    const amount = amountOf(entry, "amount");
    switch (body.get("kind")) {
      case "grant":
      case "amendment":
        this.add({ awarded: amount, outstanding: isManaged ? amount : 0n });
        break;
      case "release":
        this.add({ released: amount, outstanding: -amount });
        break;
      case "disbursement":
        this.add({ disbursed: amount, held: amount, released: body.has("release") ? -amount : 0n });
        break;
      case "return":
        this.add({ returned: amount, held: -amount });
        break;
      case "expenditure":
        this.add({ spentByGrantee: amount, held: -amount });
        break;
      case "pass-on":
        this.add({ passedOn: amount, held: -amount });
        break;
    }
  }

  sums(isManaged: boolean): Sums {
    const names = isManaged
      ? [...GRANT_NAMES, "outstanding", "released"]
      : [...GRANT_NAMES, "released"];
    return Object.fromEntries(names.map((name) => [name, this.parts.get(name) ?? 0n]));
  }

  private add(parts: Sums): void {
    for (const [name, amount] of Object.entries(parts)) {
      add(this.parts, name, amount);
    }
  }
}

/** An amount of the entry, net: a correction counts like its target with the sign turned. */
function amountOf(entry: JsonObject, name: string): bigint {
  const amount = parseAmount(bodyOf(entry).get(name) as string);
  return entry.get("kind") === "correction" ? -amount : amount;
}

function add<K>(sums: Map<K, bigint>, key: K, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}
