import { readAmount } from "./amount.ts";
import { PassportError } from "./fault.ts";
import { dateOf, type Entry, flowOf, grantOf, textOf } from "./leaf.ts";
import type { Hop, Named, Piece, Trail } from "./trail.ts";

/** Requires that the trail fits the leaves (docs/reference/passports, "What is checked"). */
export function requireTrail(
  trail: Trail,
  gift: bigint,
  size: bigint,
  entries: ReadonlyMap<bigint, Entry>,
): void {
  new TrailFit(entries).require(trail, gift, size);
}

function require(holds: boolean, detail: string): asserts holds {
  if (!holds) {
    throw new PassportError("TRAIL_DIFFERS", detail);
  }
}

/** An amount of a trail is never negative. */
function amount(text: string): bigint {
  const value = readAmount(text);
  require(value !== undefined && value >= 0n, "an amount of the trail is none");
  return value;
}

/** An amount of a leaf may be less than nothing. */
function stated(text: string | undefined): bigint {
  const value = readAmount(text ?? "");
  require(value !== undefined, "an entry of the trail has no amount");
  return value;
}

class TrailFit {
  readonly #entries: ReadonlyMap<bigint, Entry>;

  constructor(entries: ReadonlyMap<bigint, Entry>) {
    this.#entries = entries;
  }

  require(trail: Trail, gift: bigint, size: bigint): void {
    require(trail.size === size, `the trail is of size ${trail.size}, the checkpoint of ${size}`);
    const [first] = trail.hops;
    const isGift =
      first.origin.leafIndex === gift &&
      first.origin.kind === "donation" &&
      amount(first.from) === 0n &&
      first.reachedBy === null;
    require(isGift, `the first hop is not the whole gift, entry ${gift}`);
    const given = stated(this.#flow(gift).amount);
    require(amount(first.amount) === given, "the first hop has not the amount of the gift");
    trail.hops.forEach((hop, number) => {
      this.#hop(hop, number);
    });
  }

  #hop(hop: Hop, number: number): void {
    require(hop.number === BigInt(number), `hop ${hop.number} is out of order`);
    if (number > 0) {
      require(hop.reachedBy !== null &&
        hop.reachedBy.hop < BigInt(number), `hop ${number} is reached by no earlier one`);
      this.#entry(hop.reachedBy.leafIndex);
    }
    this.#origin(hop);
    requireSums(hop);
    for (const piece of hop.pieces) {
      this.#piece(hop, piece);
    }
    for (const act of hop.acts) {
      this.#named(act);
      this.#moved(act, hop.fund, act.unit, act.amount);
      this.#grant(act, act.grant);
    }
  }

  #origin(hop: Hop): void {
    this.#named(hop.origin);
    const flow = this.#flow(hop.origin.leafIndex);
    const isBought = hop.origin.kind === "exchange";
    const unit = isBought ? flow.boughtUnit : flow.unit;
    const given = stated(isBought ? flow.boughtAmount : flow.amount);
    require(flow.fund === hop.fund &&
      unit === hop.unit, `hop ${hop.number} is not in the fund and unit of its origin`);
    require(amount(hop.to) <= given, `hop ${hop.number} has more than its origin gave`);
  }

  #piece(hop: Hop, { payment, ...piece }: Piece): void {
    this.#named(payment);
    this.#moved(payment, hop.fund, hop.unit, payment.amount);
    this.#grant(payment, payment.grant);
    const units = amount(piece.amount);
    const isWithin =
      units <= amount(payment.amount) &&
      amount(piece.from) >= amount(hop.from) &&
      amount(piece.to) <= amount(hop.to) &&
      amount(piece.to) - amount(piece.from) === units;
    require(isWithin, `a piece of hop ${hop.number} is not within payment and origin`);
  }

  #entry(index: bigint): Entry {
    const entry = this.#entries.get(index);
    require(entry !== undefined, `entry ${index} of the trail is not among the leaves`);
    return entry;
  }

  #flow(
    index: bigint,
  ): Record<"fund" | "unit" | "amount" | "boughtUnit" | "boughtAmount", string | undefined> {
    const flow = flowOf(this.#entry(index));
    require(flow !== undefined, `entry ${index} of the trail moves nothing`);
    return {
      fund: textOf(flow, "fund"),
      unit: textOf(flow, "unit"),
      amount: textOf(flow, "amount"),
      boughtUnit: textOf(flow, "boughtUnit"),
      boughtAmount: textOf(flow, "boughtAmount"),
    };
  }

  #named({ leafIndex, kind, id, date }: Named): void {
    const entry = this.#entry(leafIndex);
    require(entry.kind === kind &&
      entry.id === id &&
      dateOf(entry) ===
        date, `entry ${leafIndex} is not of the kind, id and date that the trail tells`);
  }

  #moved({ leafIndex }: Named, fund: string, unit: string, sum: string): void {
    const flow = this.#flow(leafIndex);
    require(flow.fund === fund &&
      flow.unit === unit &&
      stated(flow.amount) ===
        amount(sum), `entry ${leafIndex} has not the fund, unit and amount that the trail tells`);
  }

  #grant({ leafIndex }: Named, grant: string | null): void {
    require(grantOf(this.#entry(leafIndex)) ===
      grant, `entry ${leafIndex} is not of the grant that the trail tells`);
  }
}

function requireSums(hop: Hop): void {
  const whole = amount(hop.amount);
  const spent = amount(hop.spent);
  require(amount(hop.to) - amount(hop.from) ===
    whole, `the amount of hop ${hop.number} is not that of its units`);
  const parts = amount(hop.unspent) + amount(hop.voided) + spent;
  require(hop.piecesLeftOut ||
    parts === whole, `unspent, voided and spent of hop ${hop.number} are not its amount`);
  const pieces = hop.pieces.reduce((sum, piece) => sum + amount(piece.amount), 0n);
  require(spent + amount(hop.cameBack) ===
    pieces + amount(hop.spentLeftOut), `the pieces of hop ${hop.number} are not what was spent`);
}
