import { isList, type Json, type JsonObject, parseJson } from "./json.ts";
import { fromUtf8 } from "./text.ts";

const MAX_DEPTH = 16;
const MAX_STRING = 65_536;
const KEY = /^[\x20-\x7e]{1,64}$/;
const LARGEST = 10n ** 15n;

/**
 * Reads JSON in the narrowed canonical form (docs/reference/leaf-format, "Canonical JSON"): what is
 * read is written again, and any other spelling is refused with an error.
 */
export function parseCanonical(bytes: Uint8Array): Json {
  const text = fromUtf8(bytes);
  if (text === undefined) {
    throw new Error("not UTF-8");
  }
  const value = parseJson(text);
  if (canonical(value) !== text) {
    throw new Error("not the canonical spelling");
  }
  return value;
}

/** The canonical spelling of a value; an error for values that have none. */
export function canonical(value: Json, depth = 0): string {
  if (typeof value === "string") {
    return quoted(value);
  }
  if (typeof value === "boolean") {
    return String(value);
  }
  if (typeof value === "bigint") {
    if (value >= LARGEST || value <= -LARGEST) {
      throw new Error("an integer has at most 15 digits");
    }
    return String(value);
  }
  if (value === null || typeof value === "number") {
    throw new Error("there is no null and no fraction");
  }
  if (depth >= MAX_DEPTH) {
    throw new Error("too deep");
  }
  return isList(value) ? list(value, depth + 1) : object(value, depth + 1);
}

function list(values: readonly Json[], depth: number): string {
  if (values.length === 0) {
    throw new Error("an empty list");
  }
  return `[${values.map((each) => canonical(each, depth)).join(",")}]`;
}

function object(values: JsonObject, depth: number): string {
  const names = [...values.keys()].sort((one, other) => (one < other ? -1 : 1));
  if (names.some((name) => !KEY.test(name))) {
    throw new Error("a key is printable ASCII of at most 64 characters");
  }
  const fields = names.map((name) => quoted(name) + ":" + canonical(values.get(name) ?? "", depth));
  return `{${fields.join(",")}}`;
}

function quoted(text: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new Error("a string has an unpaired surrogate");
  }
  if (text === "" || text.length > MAX_STRING || /[\u0000-\u001f]/.test(text)) {
    throw new Error("a string is empty, too long or has control characters");
  }
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
