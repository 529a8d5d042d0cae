import { isList, isObject, type Json, type JsonObject } from "../bytes/json.ts";
import { FIELDS, LEAF_FIELDS } from "./kinds.ts";

const INNER = new Set([
  "header",
  "source",
  "text-hash",
  "approval-band",
  "party",
  "tranche",
  "condition",
]);
/** A source says where in which file, and names it in one way. */
const SOURCE_FIELDS = 2;
const SPELLINGS: Readonly<Record<string, RegExp>> = {
  "": /^[^]+$/,
  text: /^[^]+$/,
  unit: /^(?:[A-Z]{3}|h|kg|t|l|m|m2|m3|km|kWh|pcs)$/,
  amount: /^(?!-0$)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{0,3}[1-9])?$/,
  hash: /^[0-9a-f]{64}$/,
};

interface Field {
  readonly name: string;
  readonly form: string;
  readonly must: boolean;
}

/** Whether the leaf has the fields that its version and the kind of its entry give it, and no other. */
export function isLeaf(leaf: Json): leaf is JsonObject {
  if (!isObject(leaf) || !fits(leaf, fieldsOf(LEAF_FIELDS["leaf"]))) {
    return false;
  }
  const version = leaf.get("v");
  const at = leaf.get("at");
  const isSecond = version === 2n;
  return (
    (version === 1n || isSecond) &&
    isObject(at) &&
    at.has("on") === isSecond &&
    leaf.has("sealedUpTo") === (isSecond && leaf.get("through") === "lane")
  );
}

function fieldsOf(table: string | undefined): Field[] {
  return (table ?? "").split(" ").flatMap((each) => {
    const [, name, form = "", must] = /^(\w+)(?::([^!]+))?(!)?$/.exec(each) ?? [];
    return name === undefined ? [] : [{ name, form, must: must !== undefined }];
  });
}

/** The fields of a kind; of no kind that is known, undefined. */
function bodyOf(kind: Json | undefined): Field[] | undefined {
  const isKind = typeof kind === "string" && Object.hasOwn(FIELDS, kind) && !INNER.has(kind);
  return isKind ? fieldsOf(FIELDS[kind]) : undefined;
}

function fits(object: JsonObject, fields: readonly Field[]): boolean {
  const names = new Set(fields.map((field) => field.name));
  return (
    [...object.keys()].every((name) => names.has(name)) &&
    fields.every(({ name, form, must }) => {
      const value = object.get(name);
      return value === undefined ? !must : hasForm(value, form);
    })
  );
}

function hasForm(value: Json, form: string): boolean {
  if (form.startsWith("[")) {
    return isList(value) && value.every((each) => hasForm(each, form.slice(1, -1)));
  }
  if (form === "integer") {
    return typeof value === "bigint";
  }
  if (isObject(value)) {
    return isOfObject(value, form);
  }
  if (typeof value !== "string") {
    return false;
  }
  return form === "date"
    ? isDate(value)
    : (SPELLINGS[form]?.test(value) ?? form.split("|").includes(value));
}

function isOfObject(value: JsonObject, form: string): boolean {
  switch (form) {
    case "entry":
      return isEntry(value);
    case "reverses":
      return isReversed(value);
    case "party":
      return value.size === 1 && fits(value, fieldsOf(FIELDS["party"]));
    case "source":
      return value.size === SOURCE_FIELDS && fits(value, fieldsOf(FIELDS["source"]));
    default: {
      const isKnown = form in LEAF_FIELDS || INNER.has(form);
      return isKnown && fits(value, fieldsOf(LEAF_FIELDS[form] ?? FIELDS[form]));
    }
  }
}

function isEntry(entry: JsonObject): boolean {
  const body = bodyOf(entry.get("kind"));
  const header = [{ name: "kind", form: "", must: true }, ...fieldsOf(FIELDS["header"])];
  return body !== undefined && fits(entry, [...header, ...body]);
}

/** The fields of a flow, which have a fund and an amount; never a correction's. */
function isReversed(flow: JsonObject): boolean {
  const kind = flow.get("kind");
  const body = kind === "correction" ? undefined : bodyOf(kind);
  const isFlow = body?.some((field) => field.name === "fund" && field.must) ?? false;
  return isFlow && fits(flow, [{ name: "kind", form: "", must: true }, ...(body ?? [])]);
}

/** A day that exists. */
function isDate(text: string): boolean {
  const isDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && !text.startsWith("0000");
  const time = Date.parse(`${text}T00:00:00Z`);
  return isDay && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
