import { fromBase64Url } from "../bytes/base64.ts";
import { canonical } from "../bytes/canonical.ts";
import { fromHex, toHex } from "../bytes/hex.ts";
import { isObject, type JsonObject, parseJson } from "../bytes/json.ts";
import { fromUtf8, toUtf8 } from "../bytes/text.ts";
import { type Bytes, hashOf } from "./hash.ts";

const SALT_BYTES = 32;
const MAX_OPENING = 64 * 1024;

/** What foundation and donor know about a gift, and the salt under which it was committed. */
export interface Opening {
  readonly record: JsonObject;
  readonly salt: Bytes;
}

/** Reads what stands behind the `#` of a donor's link; undefined if it is no opening. */
export function readOpening(fragment: string): Opening | undefined {
  const bytes = fragment.length > MAX_OPENING ? undefined : fromBase64Url(fragment);
  try {
    const opening = parseJson((bytes && fromUtf8(bytes)) ?? "");
    const record = isObject(opening) ? opening.get("record") : undefined;
    const salt = isObject(opening) ? opening.get("salt") : undefined;
    const saltBytes = typeof salt === "string" ? fromHex(salt) : undefined;
    return isObject(record) &&
      saltBytes?.length === SALT_BYTES &&
      isObject(opening) &&
      opening.size === 2
      ? { record, salt: saltBytes }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The donor's commitment (docs/reference/passports, "Donors' links") in hexadecimal digits. */
export function commitmentOf({ record, salt }: Opening): string {
  return toHex(hashOf(toUtf8("lepta/donor/v1\0"), salt, toUtf8(canonical(record))));
}
