import { fromLatin1, fromUtf8, toUtf8 } from "../bytes/text.ts";
import { MAX_PASSPORT_BYTES } from "../passport/limits.ts";
import type { PassportFault } from "../passport/fault.ts";
import { MAX_POLICY_BYTES } from "../proof/policy-reader.ts";
import { MAX_ENTRY_BYTES } from "../proof/receipt.ts";
import { MAX_PROOF_BYTES } from "../proof/tlog-proof.ts";

/** What a reader can hand over. */
export type Source =
  | {
      readonly kind: "receipt";
      readonly name: string;
      readonly entry: Uint8Array;
      readonly proof: Uint8Array;
    }
  | { readonly kind: "passport"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "policy"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "too-large"; readonly name: string; readonly code: PassportFault }
  | { readonly kind: "half"; readonly name: string; readonly missing: "entry" | "proof" };

/** A file that need not be read to know its name and size. */
export interface NamedFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

type Kind = "entry" | "proof" | "passport" | "policy";

const LIMITS: Record<Kind, [number, PassportFault]> = {
  entry: [MAX_ENTRY_BYTES, "ENTRY_TOO_LARGE"],
  proof: [MAX_PROOF_BYTES, "PROOF_TOO_LARGE"],
  // A page that checks itself holds the verifier as well.
  passport: [MAX_PASSPORT_BYTES + 1024 * 1024, "PASSPORT_TOO_LARGE"],
  policy: [MAX_POLICY_BYTES, "POLICY_MALFORMED"],
};
const BY_END: readonly (readonly [string, Kind])[] = [
  [".tlog-proof", "proof"],
  [".entry", "entry"],
  [".json", "passport"],
  [".html", "passport"],
  ["policy", "policy"],
  ["known_logs", "policy"],
];
const PLACE = '<script type="application/json" id="passport">';
const PLACE_END = "</script>";

/** Reads files that belong together; what is too large is refused without being read. */
export async function readFiles(files: readonly NamedFile[]): Promise<Source[]> {
  const sources: Source[] = [];
  const halves = new Map<string, { entry?: Uint8Array; proof?: Uint8Array }>();
  for (const file of files) {
    const named = BY_END.find(([end]) => file.name.endsWith(end))?.[1];
    const [limit, code] = LIMITS[named ?? "passport"];
    if (file.size > limit) {
      sources.push({ kind: "too-large", name: file.name, code });
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = named ?? kindOf(bytes);
    if (kind === "entry" || kind === "proof") {
      const name = file.name.replace(/\.(tlog-proof|entry)$/, "");
      halves.set(name, { ...halves.get(name), [kind]: bytes });
    } else {
      sources.push({
        kind,
        name: file.name,
        bytes: kind === "passport" ? unwrapped(bytes) : bytes,
      });
    }
  }
  return [...sources, ...receipts(halves)];
}

/** Two files under different names belong together if there are no others. */
function receipts(
  halves: ReadonlyMap<string, { entry?: Uint8Array; proof?: Uint8Array }>,
): Source[] {
  const [one, other] = [...halves.entries()];
  if (halves.size === 2 && one && other) {
    const both = { ...one[1], ...other[1] };
    const apart = [one, other].every(
      ([, half]) => half.entry === undefined || half.proof === undefined,
    );
    if (apart && both.entry && both.proof) {
      const name = one[1].proof ? one[0] : other[0];
      return [{ kind: "receipt", name, entry: both.entry, proof: both.proof }];
    }
  }
  return [...halves].map(([name, { entry, proof }]) =>
    entry && proof
      ? { kind: "receipt", name, entry, proof }
      : { kind: "half", name, missing: entry ? "proof" : "entry" },
  );
}

function kindOf(bytes: Uint8Array): Kind {
  const start = fromLatin1(bytes.subarray(0, 4096)).trimStart();
  if (start.startsWith("c2sp.org/tlog-proof@")) {
    return "proof";
  }
  if (start.includes('"lepta-passport/') || /^<!doctype html/i.test(start)) {
    return "passport";
  }
  return /^(#|log |witness |group |quorum )/.test(start) ? "policy" : "entry";
}

/** The passport in a page that checks itself; other bytes as they are. */
function unwrapped(bytes: Uint8Array): Uint8Array {
  if (!/^\s*<!doctype html/i.test(fromLatin1(bytes.subarray(0, 64)))) {
    return bytes;
  }
  const page = fromUtf8(bytes) ?? "";
  const start = page.indexOf(PLACE) + PLACE.length;
  const end = page.indexOf(PLACE_END, start);
  return start < PLACE.length || end < 0 ? new Uint8Array() : toUtf8(page.slice(start, end));
}

/** What a reader can paste. */
export type Pasted =
  | { readonly kind: "code"; readonly code: string; readonly host: string | undefined }
  | { readonly kind: "files"; readonly files: readonly NamedFile[] };

/** Recognises a code, a donor's link, or the text of a file. */
export function readPasted(text: string): Pasted {
  const trimmed = text.trim();
  const link = /^(?:https?:\/\/([^/?#\s]+))?\/(?:(?:ru|en)\/)?r\/([0-9a-z]{32})(?:[?#]\S*)?$/.exec(
    trimmed,
  );
  if (link !== null || /^[0-9a-z]{32}$/.test(trimmed)) {
    return { kind: "code", code: link?.[2] ?? trimmed, host: link?.[1] };
  }
  const isKeys = trimmed
    .split("\n")
    .every((line) => /^(#.*|\s*|[^\s+]+\+[0-9a-f]{8}\+\S+)$/.test(line));
  const isText = isKeys || /^(#|log |witness |group |quorum )/.test(trimmed);
  const bytes = toUtf8(isText ? trimmed + "\n" : text);
  const name = isText ? "policy" : trimmed.startsWith("{") ? "passport.json" : "";
  const file = { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer) };
  return { kind: "files", files: [file] };
}
