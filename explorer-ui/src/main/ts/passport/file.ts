import { fromHex } from "../bytes/hex.ts";
import { JsonError, type Json, parseJson } from "../bytes/json.ts";
import { fromUtf8, toUtf8 } from "../bytes/text.ts";
import { type Bytes, hashFromBase64 } from "../proof/hash.ts";
import { parseNote, type SignedNote } from "../proof/note.ts";
import { MAX_HASHES } from "../proof/tlog-proof.ts";
import { PassportError } from "./fault.ts";
import { Fields } from "./fields.ts";
import { MAX_PASSPORT_BYTES } from "./limits.ts";
import { type SaltedText, saltedText } from "./salted-text.ts";
import { readTrail, type Trail } from "./trail.ts";

const MAX_LEAVES = 2000;
const FORMAT = "lepta-passport/v1";

/** An entry with its proof. */
export interface ProvenLeaf {
  readonly index: bigint;
  readonly bytes: Bytes;
  readonly path: readonly Bytes[];
}

/** One gift with all that belongs to it, as the file says it: nothing of it is verified. */
export interface Passport {
  readonly note: SignedNote;
  readonly gift: bigint;
  readonly leaves: readonly ProvenLeaf[];
  readonly texts: readonly SaltedText[];
  readonly trail: Trail;
  readonly leftOut: bigint;
}

/** Reads a file (docs/reference/passports, "The file"). */
export function readPassport(file: Uint8Array): Passport {
  if (file.length > MAX_PASSPORT_BYTES) {
    throw tooLarge(`a passport has at most ${MAX_PASSPORT_BYTES} bytes`);
  }
  const fields = new Fields(parse(file), "");
  if (fields.text("format") !== FORMAT) {
    throw fields.malformed("format");
  }
  const passport = {
    note: parseNote(toUtf8(fields.text("checkpoint"))),
    gift: fields.number("gift"),
    leaves: readLeaves(fields),
    texts: fields.objects("texts").map(readText),
    trail: readTrail(fields.object("trail")),
    leftOut: fields.number("leftOut"),
  };
  fields.requireNothingElse();
  return passport;
}

function tooLarge(detail: string): PassportError {
  return new PassportError("PASSPORT_TOO_LARGE", detail);
}

function parse(file: Uint8Array): Json {
  const text = fromUtf8(file);
  if (text === undefined) {
    throw new PassportError("PASSPORT_MALFORMED", "the file is not UTF-8");
  }
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) {
      throw new PassportError("PASSPORT_MALFORMED", `the file is not JSON: ${error.message}`);
    }
    throw error;
  }
}

function readLeaves(fields: Fields): ProvenLeaf[] {
  const objects = fields.objects("leaves");
  if (objects.length > MAX_LEAVES) {
    throw tooLarge(`a passport has at most ${MAX_LEAVES} leaves`);
  }
  let last = -1n;
  return objects.map((object) => {
    const leaf = readLeaf(object);
    if (leaf.index <= last) {
      throw object.malformed("index");
    }
    last = leaf.index;
    return leaf;
  });
}

function readLeaf(object: Fields): ProvenLeaf {
  const path = object.texts("path").map((text) => {
    const hash = hashFromBase64(text);
    if (hash === undefined) {
      throw object.malformed("path");
    }
    return hash;
  });
  if (path.length > MAX_HASHES) {
    throw object.malformed("path");
  }
  const leaf = { bytes: toUtf8(object.text("entry")), index: object.number("index"), path };
  object.requireNothingElse();
  return leaf;
}

function readText(object: Fields): SaltedText {
  const salt = fromHex(object.text("salt").toLowerCase());
  const text = salt && saltedText(salt, object.text("text"), object.textIfThere("lang"));
  if (text === undefined) {
    throw object.malformed("salt");
  }
  if (text.hash !== object.text("hash")) {
    throw new PassportError("TEXT_DIFFERS", "a text has not the hash that it names");
  }
  object.requireNothingElse();
  return text;
}
