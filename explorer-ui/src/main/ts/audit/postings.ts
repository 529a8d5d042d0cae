import type { JsonObject } from "./canonical-json.ts";
import type { Posting } from "./leaf.ts";
import { parseAmount } from "./money.ts";

/** The entry's own fields; of a correction those of what it reverses. */
export function bodyOf(entry: JsonObject): JsonObject {
  return entry.get("kind") === "correction" ? (entry.get("reverses") as JsonObject) : entry;
}

/** A field that is known to be a text, or is absent. */
export function textOf(fields: JsonObject, name: string): string | undefined {
  return fields.get(name) as string | undefined;
}

/** What a flow posts: the table of docs/reference/postings.md. */
export function postingsOf(entry: JsonObject, isManaged: boolean): readonly Posting[] {
  const postings = bodyPostings(bodyOf(entry), isManaged);
  const turned = entry.get("kind") === "correction";
  return turned ? postings.map((posting) => ({ ...posting, amount: -posting.amount })) : postings;
}

function bodyPostings(body: JsonObject, isManaged: boolean): readonly Posting[] {
  const unit = body.get("unit") as string;
  const amount = parseAmount(body.get("amount") as string);
  const grant = textOf(body, "grant");
  const move = (arrow: string, of = amount, counted = unit) =>
    arrow
      .split(" → ")
      .map((account, end) => posting(account, counted, end === 0 ? -of : of, grant));
  if (body.get("kind") === "exchange") {
    const bought = parseAmount(body.get("boughtAmount") as string);
    const sold = move("F:free → X:fx");
    return [...sold, ...move("X:fx → F:free", bought, body.get("boughtUnit") as string)];
  }
  return move(arrowOf(body, isManaged));
}

function posting(account: string, unit: string, amount: bigint, grant: string | undefined) {
  const base = { account, unit, amount };
  return account === "G:held" && grant !== undefined ? { ...base, grant } : base;
}

function arrowOf(body: JsonObject, isManaged: boolean): string {
  switch (body.get("kind")) {
    case "opening":
      return "X:opening → F:free";
    case "donation":
      return body.has("from") ? "X:ledger → F:free" : "X:donors → F:free";
    case "fee":
      return "F:free → X:spent(fee)";
    case "refund":
      return body.has("from") ? "F:free → X:ledger" : "F:free → X:donors";
    case "income":
      return "X:income → F:free";
    case "transfer-out":
      return "F:free → X:ledger";
    case "transfer-in":
      return "X:ledger → F:free";
    case "grant":
    case "amendment":
      return "F:free → F:committed";
    case "release":
      return "F:committed → F:released";
    case "disbursement":
      return isManaged ? managedPayment(body) : "F:committed → G:held";
    case "pass-on":
      return body.has("toFund") ? "G:held → X:ledger" : "G:held → X:subgrant";
    case "return":
      return "G:held → F:free";
    case "expenditure":
      return `${body.has("grant") ? "G:held" : "F:free"} → X:spent(${textOf(body, "spendClass") ?? ""})`;
    default:
      throw new Error("no flow");
  }
}

function managedPayment(body: JsonObject): string {
  return body.has("release") ? "F:released → G:held" : "F:free → G:held";
}
