import { must } from "./difference.ts";
import type { Json, JsonObject } from "./canonical-json.ts";
import { parseAmount } from "./money.ts";
import { isUnit } from "./units.ts";

/** Checks one value against its form; throws LEAF_MALFORMED. */
export type Form = (value: Json) => void;

/** Fields of an object by name, and whether they must be there. */
export type Fields = ReadonlyMap<string, { readonly form: Form; readonly isNeeded: boolean }>;

const HASH = /^[0-9a-f]{64}$/;
const DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const MAX_ENTRY_AMOUNT = 100_000_000_000_000n * 10_000n;

export const text: Form = (value) => {
  malformedUnless(typeof value === "string", "text");
};
export const hash = matching(HASH, "hash");
export const unit: Form = (value) => {
  malformedUnless(typeof value === "string" && isUnit(value), "unit");
};
export const date: Form = (value) => {
  malformedUnless(typeof value === "string" && DATE.test(value), "date");
  // A day that does not exist is no time, or that of another day.
  const day = new Date(`${value}T00:00:00Z`);
  malformedUnless(!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value), "date");
};
export const amount: Form = (value) => {
  malformedUnless(typeof value === "string", "amount");
  const parsed = parseAmount(value);
  malformedUnless(parsed <= MAX_ENTRY_AMOUNT && parsed >= -MAX_ENTRY_AMOUNT, "amount");
};
export const sum: Form = (value) => {
  malformedUnless(typeof value === "string", "amount");
  parseAmount(value);
};
export const int: Form = (value) => {
  malformedUnless(typeof value === "number" && (value | 0) === value, "integer of 32 bits");
};
export const long: Form = (value) => {
  malformedUnless(typeof value === "number", "integer");
};

export function words(...choice: readonly string[]): Form {
  return (value) => {
    malformedUnless(typeof value === "string" && choice.includes(value), choice.join(" or "));
  };
}

export function list(item: Form): Form {
  return (value) => {
    malformedUnless(Array.isArray(value), "list");
    value.forEach(item);
  };
}

export function object(fields: Fields): Form {
  return (value) => {
    checkFields(asObject(value), fields);
  };
}

/** Every field has its form, none is unknown, and those that must be there are. */
export function checkFields(value: JsonObject, fields: Fields): void {
  for (const [name, item] of value) {
    const field = fields.get(name);
    must(field !== undefined, "LEAF_MALFORMED", `unknown field ${name}`);
    field.form(item);
  }
  for (const [name, { isNeeded }] of fields) {
    must(!isNeeded || value.has(name), "LEAF_MALFORMED", `${name} is missing`);
  }
}

export function asObject(value: Json | undefined): JsonObject {
  malformedUnless(value instanceof Map, "object");
  return value as JsonObject;
}

function matching(pattern: RegExp, name: string): Form {
  return (value) => {
    malformedUnless(typeof value === "string" && pattern.test(value), name);
  };
}

function malformedUnless(holds: boolean, form: string): asserts holds {
  must(holds, "LEAF_MALFORMED", `no ${form}`);
}
