import { parseCanonical } from "../bytes/canonical.ts";
import { isList, isObject, type Json, type JsonObject } from "../bytes/json.ts";
import { PassportError } from "./fault.ts";
import { isLeaf } from "./form.ts";
import type { ProvenLeaf } from "./file.ts";

/** An entry of a leaf: what was stated, and who recorded it. */
export interface Entry {
  readonly index: bigint;
  readonly kind: string;
  readonly id: string;
  readonly statedBy: string;
  readonly recordedBy: string;
  /** All its fields, as they stand in the leaf. */
  readonly fields: JsonObject;
}

const FLOWS = new Set(
  (
    "opening donation fee refund income transfer-out transfer-in exchange grant amendment release " +
    "disbursement pass-on return expenditure correction"
  ).split(" "),
);
const OF_A_GRANT = new Set(
  "amendment release disbursement pass-on return expenditure confirmation report assessment outcome".split(
    " ",
  ),
);

/** Reads the leaf's bytes in their one form. */
export function readEntry({ index, bytes }: ProvenLeaf): Entry {
  let leaf: Json;
  try {
    leaf = parseCanonical(bytes);
  } catch (error) {
    throw malformed(index, error instanceof Error ? error.message : "not canonical");
  }
  const entry = isLeaf(leaf) ? leaf.get("entry") : undefined;
  if (!isObject(leaf) || !isObject(entry)) {
    throw malformed(index, "not of the form of a leaf");
  }
  const text = (name: string): string => textOf(entry, name) ?? "";
  const recordedBy = textOf(leaf, "recordedBy") ?? "";
  const [kind, id, statedBy] = [text("kind"), text("id"), text("statedBy")];
  return { index, kind, id, statedBy, recordedBy, fields: entry };
}

function malformed(index: bigint, detail: string): PassportError {
  return new PassportError("LEAF_MALFORMED", `leaf ${index}: ${detail}`);
}

/** A text field; undefined where it is absent or no text. */
export function textOf(fields: JsonObject, name: string): string | undefined {
  const value = fields.get(name);
  return typeof value === "string" ? value : undefined;
}

/** The fields that say what an entry moved: a correction's are those of what it reverses. */
export function flowOf(entry: Entry): JsonObject | undefined {
  const reverses = entry.fields.get("reverses");
  const flow = entry.kind === "correction" ? reverses : entry.fields;
  return FLOWS.has(entry.kind) && isObject(flow) ? flow : undefined;
}

/** The day it happened, else was decided. */
export function dateOf(entry: Entry): string | null {
  return textOf(entry.fields, "happenedOn") ?? textOf(entry.fields, "decidedOn") ?? null;
}

/** The grant that an entry is about. */
export function grantOf(entry: Entry): string | null {
  if (entry.kind === "grant") {
    return entry.id;
  }
  const fields = flowOf(entry) ?? entry.fields;
  const kind = entry.kind === "correction" ? textOf(fields, "kind") : entry.kind;
  if (kind === "grant") {
    return textOf(entry.fields, "target") ?? null;
  }
  return OF_A_GRANT.has(kind ?? "") ? (textOf(fields, "grant") ?? null) : null;
}

/** The hashes of an entry's texts, with what each text is. */
export function textsOf(entry: Entry): { role: string; hash: string }[] {
  const texts = entry.fields.get("texts");
  return (isList(texts) ? texts : []).filter(isObject).map((text) => ({
    role: textOf(text, "role") ?? "",
    hash: textOf(text, "hash") ?? "",
  }));
}
