import { must } from "./difference.ts";
import type { Json, JsonObject } from "./canonical-json.ts";
import * as forms from "./forms.ts";
import type { Fields, Form } from "./forms.ts";

/*
 * The field tables of docs/reference/leaf-format.md. `name!form` must be there, `name:form` may be;
 * `form[]` is a list and `a|b` a choice of words.
 */

const NAMED: Record<string, Form> = {
  text: forms.text,
  hash: forms.hash,
  unit: forms.unit,
  date: forms.date,
  amount: forms.amount,
  int: forms.int,
  long: forms.long,
};
NAMED["party"] = exactlyOne("org", "commitment", parse("org:text commitment:hash"));
NAMED["source"] = exactlyOne("sha256", "keyed", parse("sha256:hash keyed:hash position!text"));
NAMED["texthash"] = forms.object(parse("role!text hash!hash"));
NAMED["band"] = forms.object(parse("unit:unit upTo:amount approvals!int organisations:text[]"));
NAMED["condition"] = condition();
NAMED["tranche"] = forms.object(
  parse("number!int amount!amount dueOn:date conditions:condition[]"),
);

const HEADER = parse(
  "kind!text id!text statedBy!text happenedOn:date decidedOn:date bookedOn:date actor:text source:source texts:texthash[] evidence:hash[]",
);
const HEADER_2 = new Map([...HEADER, ...parse("moved:long")]);

const PREVIOUS = "previousLog:text previousSize:long previousRoot:hash";
const VERSIONS = "leafVersion!int rulesVersion!int chaincode:hash";
const FLOW = "fund!text unit!unit amount!amount";

const FLOWS: Record<string, string> = {
  opening: FLOW,
  donation: `${FLOW} donor:party from:text fromFund:text earmark:text`,
  fee: `${FLOW} donation:text statement:text`,
  refund: `${FLOW} donation!text reason!text from:text`,
  income: `${FLOW} type!interest|endowment|return-on-assets|other`,
  "transfer-out": `${FLOW} toFund!text transferIn!text basis!text`,
  "transfer-in": `${FLOW} fromFund!text transferOut!text basis!text`,
  exchange: `${FLOW} boughtUnit!unit boughtAmount!amount rate:text rateOn:date rateSource:text`,
  grant: `${FLOW} recipient:party toFund:text tranches:tranche[] startsOn:date endsOn:date regrantType:text`,
  amendment: `${FLOW} grant:text reason!more|less|cancelled|dates|conditions recipient:party toFund:text tranches:tranche[]`,
  release: `${FLOW} grant!text tranche:int payee!hash`,
  disbursement: `${FLOW} grant:text release:text receiver:party toFund:text basis:reimbursement|to-date earmark:text`,
  "pass-on": `${FLOW} grant!text receiver:party toFund:text`,
  return: `${FLOW} grant:text by:party fromFund:text`,
  expenditure: `${FLOW} spendClass!programme|running|fundraising|fee grant:text payee:party invoice:hash earmark:text`,
};

const NOTES: Record<string, string> = {
  genesis: `channel!text genesisBlock!hash ${VERSIONS} organisation!text msp!text ${PREVIOUS}`,
  organisation: "type:text",
  member: "msp!text",
  fund: "owner!text mode!managed|reported units:unit[] restriction:restricted|designated|unrestricted|endowment purpose:text termFrom:date termTo:date runningCostShare:amount approvals:band[] factLimitDays:int decisionLimitDays:int lens:first-in-first-out|proportional|earmarked parents:text[]",
  "log-key": "vkey!text replaces:text",
  "rule-card": "fund!text document!hash validFrom!date",
  hold: "fund!text grant:text reason!text until:date",
  epoch: `${VERSIONS} ${PREVIOUS}`,
  "period-close": "fund!text upTo!date",
  confirmation: `${FLOW} of!text by:party grant:text tranche:int`,
  approval:
    "fund!text release!text hash!hash person!text device!text authenticatorData!text clientData!text signature!text",
  device: "person!text organisation!text publicKey!text relyingParty!hash",
  attestation:
    "scope!text fund:text logSize!long logRoot!hash result!text periodFrom:date periodTo:date",
  statement:
    "fund:text account!hash unit!unit periodFrom!date periodTo!date opening!amount moneyIn!amount moneyOut!amount closing!amount lines!int linesExplained!int",
  pledge: `${FLOW} donor:party dueOn:date`,
  report: "fund!text grant!text periodFrom:date periodTo:date",
  application: "fund:text applicant:party unit:unit amount:amount stage!text",
  assessment: "fund:text application:text grant:text tranche:int result!met|not-met|partly-met",
  challenge: "of!text reason!text",
  withdrawal: "text!hash reason:text",
  draw: "commitment!hash scope!text fund:text",
  publication: "role!text sha256!hash version:text",
  outcome: `${FLOW} grant:text measure!text by:party`,
};

const FLOW_FIELDS = parsed(FLOWS);
const KINDS = new Map([...FLOW_FIELDS, ...parsed(NOTES)]);
KINDS.set("correction", new Map([...parse("target:text reason!text"), ["reverses", reverses()]]));

/** Whether entries of this kind move money in a fund. */
export function isFlow(kind: string): boolean {
  return kind === "correction" || FLOW_FIELDS.has(kind);
}

/** An entry of a known kind, all fields in their form; the rules of its kind are not looked at. */
export function checkEntry(entry: JsonObject, leafVersion: number): void {
  const fields = fieldsOf(entry.get("kind"), KINDS);
  forms.checkFields(entry, new Map([...(leafVersion === 1 ? HEADER : HEADER_2), ...fields]));
  if (entry.get("kind") === "genesis" || entry.get("kind") === "epoch") {
    checkPrevious(entry, leafVersion);
  }
}

function checkPrevious(entry: JsonObject, leafVersion: number): void {
  const there = ["previousLog", "previousSize", "previousRoot"].filter((name) => entry.has(name));
  must(there.length % 3 === 0, "LEAF_MALFORMED", "a part of what names the previous log");
  must(
    there.length === 0 || leafVersion > 1 || entry.get("kind") === "epoch",
    "LEAF_MALFORMED",
    "a previous log in version 1",
  );
}

function reverses(): Fields extends ReadonlyMap<string, infer F> ? F : never {
  const form: Form = (value) => {
    const body = forms.asObject(value);
    const fields = fieldsOf(body.get("kind"), FLOW_FIELDS);
    forms.checkFields(body, new Map([...parse("kind!text"), ...fields]));
  };
  return { form, isNeeded: true };
}

function fieldsOf(kind: Json | undefined, kinds: ReadonlyMap<string, Fields>): Fields {
  const fields = typeof kind === "string" ? kinds.get(kind) : undefined;
  must(fields !== undefined, "LEAF_MALFORMED", "unknown kind");
  return fields;
}

function parsed(tables: Record<string, string>): Map<string, Fields> {
  return new Map(Object.entries(tables).map(([kind, table]) => [kind, parse(table)]));
}

function parse(table: string): Fields {
  const fields = table.split(" ").map((field) => {
    const [, name = "", mark, form = ""] = /^(\w+)([!:])(.+)$/.exec(field) ?? [];
    return [name, { form: formNamed(form), isNeeded: mark === "!" }] as const;
  });
  return new Map(fields);
}

function formNamed(name: string): Form {
  if (name.endsWith("[]")) {
    return forms.list(formNamed(name.slice(0, -2)));
  }
  // A choice of one word does not occur, so a name that is no form is a mistake in the table.
  return NAMED[name] ?? forms.words(...name.split("|"));
}

function exactlyOne(one: string, other: string, fields: Fields): Form {
  return (value) => {
    const parts = forms.asObject(value);
    forms.checkFields(parts, fields);
    must(parts.has(one) !== parts.has(other), "LEAF_MALFORMED", `not one of ${one} and ${other}`);
  };
}

function condition(): Form {
  const fields = parse("type!date|evidence|milestone|confirmation on:date count:int");
  return (value) => {
    const parts = forms.asObject(value);
    forms.checkFields(parts, fields);
    const type = parts.get("type");
    must(parts.has("on") === (type === "date"), "LEAF_MALFORMED", "on without date");
    must(parts.has("count") === (type === "evidence"), "LEAF_MALFORMED", "count without evidence");
  };
}
