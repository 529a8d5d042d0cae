import { toHex } from "../bytes/hex.ts";
import { toUtf8 } from "../bytes/text.ts";
import { hashOf } from "../proof/hash.ts";

const SALT_BYTES = 32;
const MAX_TEXT_BYTES = 64 * 1024;
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** A text that lies beside the log, and the hash by which a leaf names it. */
export interface SaltedText {
  readonly hash: string;
  readonly text: string;
  readonly lang: string | undefined;
}

/** Joins a text and its salt; undefined if they are of no form that a text can have. */
export function saltedText(
  salt: Uint8Array,
  text: string,
  lang: string | undefined,
): SaltedText | undefined {
  const bytes = toUtf8(text);
  const fits =
    salt.length === SALT_BYTES &&
    bytes.length <= MAX_TEXT_BYTES &&
    !text.includes("\0") &&
    !/\p{Surrogate}/u.test(text) &&
    (lang === undefined || LANGUAGE.test(lang));
  const hash = toHex(hashOf(toUtf8("lepta/text/v1\0"), salt, bytes));
  return fits ? { hash, text, lang } : undefined;
}
