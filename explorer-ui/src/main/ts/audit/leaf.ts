import { must } from "./difference.ts";
import { readCanonical, type Json, type JsonObject } from "./canonical-json.ts";
import { checkEntry, isFlow } from "./entry-fields.ts";
import * as forms from "./forms.ts";
import type { Fields, Form } from "./forms.ts";
import { parseAmount } from "./money.ts";

/** What an entry did to one account, or what an account holds after it. */
export interface Posting {
  readonly account: string;
  readonly unit: string;
  /** In 1/10,000 of the unit. */
  readonly amount: bigint;
  /** Of `G:held`: the grant, absent for the grant "none". */
  readonly grant?: string;
}

/** One leaf, as docs/reference/leaf-format.md describes it. */
export interface Leaf {
  readonly version: number;
  readonly block: number;
  readonly transaction: number;
  readonly position: number;
  /** From version 2 on. */
  readonly on: string | undefined;
  readonly recordedBy: string;
  readonly through: "start" | "batch" | "lane";
  readonly orgSeq: number;
  /** In lane transactions from version 2 on. */
  readonly sealedUpTo: number | undefined;
  readonly entry: JsonObject;
  readonly fund: string | undefined;
  readonly fundSeq: number | undefined;
  readonly repeatOf: number | undefined;
  readonly postings: readonly Posting[];
  readonly balances: readonly Posting[];
  readonly flags: readonly string[];
}

const FLAGS = ["late", "overflow", "repeat", "without-release", "zero"];

const ACCOUNTS = [
  ..."F:free F:committed F:released G:held".split(" "),
  ..."X:opening X:donors X:ledger X:income X:fx X:subgrant".split(" "),
  ...["programme", "running", "fundraising", "fee"].map((spendClass) => `X:spent(${spendClass})`),
];

const POSTING = forms.object(
  fields(
    { account: forms.words(...ACCOUNTS), unit: forms.unit, amount: forms.sum },
    { grant: forms.text },
  ),
);
const LEAF = fields(
  {
    v: forms.int,
    at: forms.object(
      fields(
        { block: forms.long, transaction: forms.int, position: forms.int },
        { on: forms.date },
      ),
    ),
    recordedBy: forms.text,
    through: forms.words("start", "batch", "lane"),
    orgSeq: forms.long,
    entry: forms.asObject,
  },
  {
    sealedUpTo: forms.long,
    fund: forms.text,
    fundSeq: forms.long,
    repeatOf: forms.long,
    postings: forms.list(POSTING),
    balances: forms.list(POSTING),
    flags: forms.list(forms.words(...FLAGS)),
  },
);

/** The leaf of these bytes, in its one form; what only one version has is not looked at here. */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const fieldsOfLeaf = forms.asObject(readCanonical(bytes));
  forms.checkFields(fieldsOfLeaf, LEAF);
  const leaf = toLeaf(fieldsOfLeaf);
  must(leaf.version === 1 || leaf.version === 2, "LEAF_MALFORMED", "no known version");
  must(leaf.flags.every(ascends), "LEAF_MALFORMED", "flags out of order");
  checkEntry(leaf.entry, leaf.version);
  checkFund(leaf);
  return leaf;
}

function checkFund({ entry, fund, fundSeq }: Leaf): void {
  const isWhole = (fund === undefined) === (fundSeq === undefined);
  must(isWhole, "LEAF_MALFORMED", "one of fund and fundSeq");
  const mayHave = isFlow(entry.get("kind") as string);
  must(fund === undefined || mayHave, "LEAF_MALFORMED", "a fund on what is no flow");
}

function fields(needed: Record<string, Form>, optional: Record<string, Form>): Fields {
  const table = new Map<string, { form: Form; isNeeded: boolean }>();
  for (const [name, form] of Object.entries({ ...needed, ...optional })) {
    table.set(name, { form, isNeeded: name in needed });
  }
  return table;
}

// The forms of all fields are checked before, so the casts below only tell what is known.
function toLeaf(leaf: JsonObject): Leaf {
  const at = forms.asObject(leaf.get("at"));
  return {
    version: leaf.get("v") as number,
    block: at.get("block") as number,
    transaction: at.get("transaction") as number,
    position: at.get("position") as number,
    on: at.get("on") as string | undefined,
    recordedBy: leaf.get("recordedBy") as string,
    through: leaf.get("through") as Leaf["through"],
    orgSeq: leaf.get("orgSeq") as number,
    sealedUpTo: leaf.get("sealedUpTo") as number | undefined,
    entry: forms.asObject(leaf.get("entry")),
    fund: leaf.get("fund") as string | undefined,
    fundSeq: leaf.get("fundSeq") as number | undefined,
    repeatOf: leaf.get("repeatOf") as number | undefined,
    postings: toPostings(leaf.get("postings")),
    balances: toPostings(leaf.get("balances")),
    flags: (leaf.get("flags") ?? []) as readonly string[],
  };
}

function toPostings(value: Json | undefined): readonly Posting[] {
  return ((value ?? []) as readonly JsonObject[]).map((posting) => ({
    account: posting.get("account") as string,
    unit: posting.get("unit") as string,
    amount: parseAmount(posting.get("amount") as string),
    ...(posting.has("grant") && { grant: posting.get("grant") as string }),
  }));
}

function ascends(word: string, index: number, all: readonly string[]): boolean {
  return index === 0 || word > (all[index - 1] ?? "");
}
