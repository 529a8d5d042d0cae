import { base64UrlDigits, toBase64Url } from "../bytes/base64.ts";
import { joined, same } from "../bytes/bytes.ts";
import { canonical } from "../bytes/canonical.ts";
import { fromHex, toHex } from "../bytes/hex.ts";
import { isObject, type Json, parseJson } from "../bytes/json.ts";
import { fromUtf8, toUtf8 } from "../bytes/text.ts";
import { type Bytes, hashOf } from "../proof/hash.ts";
import { PassportError } from "./fault.ts";
import { type Entry, textOf } from "./leaf.ts";

/** What is needed of WebCrypto. */
export type Crypto = Pick<SubtleCrypto, "importKey" | "verify">;

const P256_PREFIX = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
const P256_KEY_BYTES = 91;
const FLAGS_AT = 32;
const MIN_AUTHENTICATOR_DATA = 37;
const PRESENT_AND_VERIFIED = 0x05;

/**
 * Requires that every approval is signed by its registered device over the release that it names.
 * Returns how many could not be checked, since this browser has no ECDSA.
 */
export async function requireApprovals(
  entries: readonly Entry[],
  crypto: Crypto | undefined,
): Promise<number> {
  let unchecked = 0;
  for (const approval of entries.filter((entry) => entry.kind === "approval")) {
    if (!isOfRelease(approval, entries)) {
      throw invalid(approval, "is not over the release that it names");
    }
    const devices = devicesOf(approval, entries);
    if (devices.length > 0 && crypto === undefined) {
      unchecked++;
    } else if (!(await isSigned(approval, devices, crypto))) {
      throw invalid(approval, "is not signed by the registered device");
    }
  }
  return unchecked;
}

function invalid(approval: Entry, why: string): PassportError {
  return new PassportError("APPROVAL_INVALID", `entry ${approval.index}: the approval ${why}`);
}

/** Whether both have the same text in a field, and have it. */
function agree(one: Entry, name: string, other: Entry, otherName = name): boolean {
  const text = textOf(one.fields, name);
  return text !== undefined && text === textOf(other.fields, otherName);
}

function isOfRelease(approval: Entry, entries: readonly Entry[]): boolean {
  return entries.some(
    (entry) =>
      entry.kind === "release" &&
      agree(approval, "release", entry, "id") &&
      agree(approval, "fund", entry) &&
      textOf(approval.fields, "hash") === releaseHash(entry),
  );
}

/** What a release's approvals are over: the whole entry, without its place in an earlier log. */
export function releaseHash(release: Entry): string {
  const fields = new Map(release.fields);
  fields.delete("moved");
  return toHex(hashOf(toUtf8("lepta/release/v1\n"), toUtf8(canonical(fields))));
}

function devicesOf(approval: Entry, entries: readonly Entry[]): Entry[] {
  return entries.filter(
    (entry) =>
      entry.kind === "device" &&
      agree(approval, "device", entry, "id") &&
      agree(approval, "person", entry),
  );
}

async function isSigned(
  approval: Entry,
  devices: readonly Entry[],
  crypto: Crypto | undefined,
): Promise<boolean> {
  const [data, client, signature] = ["authenticatorData", "clientData", "signature"].map((name) =>
    base64UrlDigits(textOf(approval.fields, name) ?? "?"),
  );
  const raw = signature && rawSignature(signature);
  if (!data || !client || !raw || !crypto || !asksFor(client, textOf(approval.fields, "hash"))) {
    return false;
  }
  const message = joined(data, hashOf(client));
  for (const device of devices) {
    if (isOurs(data, device) && (await verifies(device, message, raw, crypto))) {
      return true;
    }
  }
  return false;
}

/** The device's own relying party, and a person who was present and verified. */
function isOurs(data: Bytes, device: Entry): boolean {
  const relyingParty = fromHex(textOf(device.fields, "relyingParty") ?? "?");
  return (
    data.length >= MIN_AUTHENTICATOR_DATA &&
    relyingParty !== undefined &&
    same(data.subarray(0, FLAGS_AT), relyingParty) &&
    ((data[FLAGS_AT] ?? 0) & PRESENT_AND_VERIFIED) === PRESENT_AND_VERIFIED
  );
}

function asksFor(client: Bytes, hash: string | undefined): boolean {
  const challenge = fromHex(hash ?? "?");
  let data: Json;
  try {
    data = parseJson(fromUtf8(client) ?? "");
  } catch {
    return false;
  }
  return (
    challenge !== undefined &&
    isObject(data) &&
    data.get("type") === "webauthn.get" &&
    data.get("challenge") === toBase64Url(challenge)
  );
}

async function verifies(
  device: Entry,
  message: Bytes,
  raw: Bytes,
  crypto: Crypto,
): Promise<boolean> {
  const key = base64UrlDigits(textOf(device.fields, "publicKey") ?? "?");
  if (key?.length !== P256_KEY_BYTES || !toHex(key).startsWith(P256_PREFIX)) {
    return false;
  }
  try {
    const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
    const imported = await crypto.importKey("spki", key, algorithm, false, ["verify"]);
    return await crypto.verify(algorithm, imported, raw, message);
  } catch {
    // A point that is not on the curve.
    return false;
  }
}

/** The two numbers of a DER signature (RFC 3279 section 2.2.3), 32 bytes each, as WebCrypto asks. */
export function rawSignature(der: Uint8Array): Bytes | undefined {
  const first = derNumber(der, 2);
  const second = first && derNumber(der, first.end);
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || !first || second?.end !== der.length) {
    return undefined;
  }
  return joined(first.number, second.number);
}

/** A positive integer in its shortest form, as 32 bytes. */
function derNumber(der: Uint8Array, at: number): { number: Bytes; end: number } | undefined {
  const length = der[at + 1] ?? 0;
  const bytes = der.subarray(at + 2, at + 2 + length);
  const [first = 0x80, second = 0] = bytes;
  const isShortest = first !== 0 || (length > 1 && second >= 0x80);
  const digits = first === 0 ? bytes.subarray(1) : bytes;
  if (der[at] !== 0x02 || bytes.length !== length || first >= 0x80 || !isShortest) {
    return undefined;
  }
  const number = new Uint8Array(32);
  if (digits.length > 32) {
    return undefined;
  }
  number.set(digits, 32 - digits.length);
  return { number, end: at + 2 + length };
}
