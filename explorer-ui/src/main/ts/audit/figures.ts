import { Difference, must } from "./difference.ts";
import type { FundFlows } from "./flows.ts";
import type { Ledger } from "./ledger.ts";
import { formatAmount } from "./money.ts";
import type { Sums } from "./totals.ts";

/** Totals in one unit: `unit` and amounts as decimal strings. */
export type Row = Readonly<Record<string, string>>;
export type Rows = readonly Row[];

/** What a log gives, by the names of `/api/v1/totals` and of vectors/audit/expected.json. */
export interface Figures {
  readonly counts: Readonly<Record<string, number>>;
  readonly totals: Rows;
  readonly managed: Rows;
  readonly reported: Rows;
  readonly funds: Readonly<Record<string, Rows>>;
  /** Of each organisation that owns a fund: those of its funds, added up. */
  readonly organisations: Readonly<Record<string, Rows>>;
  readonly grants: Readonly<Record<string, Rows>>;
}

const PLURALS: Record<string, string> = {
  genesis: "genesis",
  income: "income",
  "transfer-in": "transfers-in",
  "transfer-out": "transfers-out",
};

export function figuresOf(ledger: Ledger): Figures {
  const funds = [...ledger.funds.values()];
  const owners = new Set(funds.map(({ fund }) => fund.owner));
  const totalOf = (choice: (flows: FundFlows) => boolean) => rowsOf(funds.filter(choice));
  return {
    counts: Object.fromEntries([...ledger.counts].map(([kind, count]) => [pluralOf(kind), count])),
    totals: totalOf(() => true),
    managed: totalOf(({ fund }) => fund.isManaged),
    reported: totalOf(({ fund }) => !fund.isManaged),
    funds: Object.fromEntries(funds.map((flows) => [flows.fund.id, rowsOf([flows])])),
    organisations: Object.fromEntries(
      [...owners].map((owner) => [owner, totalOf(({ fund }) => fund.owner === owner)]),
    ),
    grants: grantsOf(funds),
  };
}

/** Throws the first count or sum in which the given figures differ; what they leave out may be. */
export function compareFigures(due: Figures, given: Partial<Figures>): void {
  if (given.counts !== undefined) {
    mustBeSame("COUNT", "counts", due.counts, given.counts);
  }
  for (const name of ["totals", "managed", "reported"] as const) {
    mustBeSameRows(name, due[name], given[name]);
  }
  for (const name of ["funds", "organisations", "grants"] as const) {
    for (const [id, rows] of Object.entries(given[name] ?? {})) {
      mustBeSameRows(`${name} ${id}`, due[name][id] ?? [], rows);
    }
  }
}

function mustBeSameRows(where: string, due: Rows, given: Rows | undefined): void {
  if (given === undefined) {
    return;
  }
  must(due.length === given.length, "FIGURE", `${where}: ${due.length} units`);
  due.forEach((row, index) => {
    mustBeSame("FIGURE", `${where}, ${row["unit"] ?? ""}`, row, given[index] ?? {});
  });
}

type Named = Readonly<Record<string, string | number>>;

function mustBeSame(code: "COUNT" | "FIGURE", where: string, due: Named, given: Named): void {
  for (const name of new Set([...Object.keys(due), ...Object.keys(given)])) {
    if (due[name] !== given[name]) {
      const [expected, actual] = [due[name] ?? "none", given[name] ?? "none"];
      throw new Difference(code, `${where}: ${name} is ${expected}, not ${actual}`);
    }
  }
}

function rowsOf(funds: readonly FundFlows[]): Rows {
  const byUnit = new Map<string, Sums[]>();
  for (const [unit, totals] of funds.flatMap(({ units }) => [...units])) {
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), totals.sums()]);
  }
  return sortedRows([...byUnit].map(([unit, all]) => [unit, all.reduce(plus)]));
}

function grantsOf(funds: readonly FundFlows[]): Record<string, Rows> {
  const grants = funds.flatMap(({ fund, grants }) =>
    [...grants].map(([grant, units]) => {
      const sums = [...units].map(([unit, totals]) => [unit, totals.sums(fund.isManaged)] as const);
      return [grant, sortedRows(sums)] as const;
    }),
  );
  return Object.fromEntries(grants);
}

function sortedRows(units: readonly (readonly [string, Sums])[]): Rows {
  return units
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([unit, sums]) => {
      const amounts = Object.entries(sums).map(([name, sum]) => [name, formatAmount(sum)] as const);
      return { unit, ...Object.fromEntries(amounts) };
    });
}

function plus(one: Sums, other: Sums): Sums {
  return Object.fromEntries(
    Object.entries(one).map(([name, sum]) => [name, sum + (other[name] ?? 0n)]),
  );
}

function pluralOf(kind: string): string {
  return PLURALS[kind] ?? `${kind}s`;
}
