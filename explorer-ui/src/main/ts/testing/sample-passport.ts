import { toBase64Url } from "../bytes/base64.ts";
import { joined } from "../bytes/bytes.ts";
import { toHex } from "../bytes/hex.ts";
import { toUtf8 } from "../bytes/text.ts";
import { type Bytes, hashOf } from "../proof/hash.ts";
import { readEntry } from "../passport/leaf.ts";
import { releaseHash } from "../passport/approval.ts";
import { SampleLog, textHash } from "./sample-log.ts";

const FUND = "XM-LEPTA-1/school";
const RUB = { fund: FUND, unit: "RUB" };
const SALT = hashOf(toUtf8("salt"));
const TITLE = "Книги для школы </script><img src=x onerror=alert(1)>";
const DONOR = "07a7c43357c379b3ae9ef43ef042d2a9741be1bed49fbc735d4a00a6c2fcdabb";

/** A passport as it stands in JSON; tests change parts of it. */
export interface PassportFile {
  format: string;
  checkpoint: string;
  gift: number;
  leaves: { index: number; entry: string; path: string[] }[];
  texts: { hash: string; salt: string; text: string; lang?: string }[];
  trail: Record<string, unknown> & { hops: Record<string, unknown>[] };
  leftOut: number;
}

/** A passport and the log that its entries stand in. */
export interface PassportSample {
  readonly log: SampleLog;
  readonly passport: PassportFile;
}

/** A gift of 1,000.50 roubles: 600.25 paid under a grant, approved and confirmed, 100 passed on. */
export async function samplePassport(): Promise<PassportSample> {
  const log = new SampleLog();
  log.add({ kind: "organisation", id: "XM-LEPTA-1" });
  log.add({ kind: "fund", id: FUND, owner: "XM-LEPTA-1", mode: "managed" });
  const gift = log.add({
    ...{ kind: "donation", id: "donation-0001", ...RUB, amount: "1000.5" },
    ...{ happenedOn: "2026-03-01", donor: { commitment: DONOR } },
  });
  const grant = log.add({
    ...{ kind: "grant", id: "grant-0001", ...RUB, amount: "5000", decidedOn: "2026-03-02" },
    recipient: { org: "XM-LEPTA-2" },
    texts: [{ role: "title", hash: textHash(SALT, TITLE) }],
  });
  const keys = await crypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
  const device = await addDevice(log, keys);
  const release = log.add({
    ...{ kind: "release", id: "release-0001", ...RUB, amount: "800", grant: "grant-0001" },
    ...{ decidedOn: "2026-03-03", payee: toHex(hashOf(toUtf8("account"))) },
  });
  const approval = await addApproval(log, release, keys);
  const payment = log.add({
    ...{ kind: "disbursement", id: "payment-0001", ...RUB, amount: "800", grant: "grant-0001" },
    ...{ release: "release-0001", happenedOn: "2026-03-04", receiver: { org: "XM-LEPTA-2" } },
  });
  const confirmation = log.add(
    {
      ...{ kind: "confirmation", id: "confirmation-0001", ...RUB, amount: "800" },
      ...{ of: "disbursement:payment-0001", grant: "grant-0001", by: { org: "XM-LEPTA-2" } },
      happenedOn: "2026-03-05",
    },
    "XM-LEPTA-2",
  );
  const passOn = log.add(
    {
      ...{ kind: "pass-on", id: "pass-on-0001", ...RUB, amount: "100", grant: "grant-0001" },
      ...{ receiver: { org: "XM-LEPTA-3" }, happenedOn: "2026-03-06" },
    },
    "XM-LEPTA-2",
  );
  for (let other = 0; other < 5; other++) {
    log.add({ kind: "donation", id: `other-${other}`, ...RUB, amount: "10" });
  }
  const named = [0, 1, gift, grant, device, release, approval, payment, confirmation, passOn];
  return { log, passport: passportOf(log, gift, named, trailOf(log, gift, payment, passOn)) };
}

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

async function addDevice(log: SampleLog, keys: CryptoKeyPair): Promise<number> {
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", keys.publicKey));
  return log.add({
    ...{ kind: "device", id: "device-0001", person: "person-0001", organisation: "XM-LEPTA-1" },
    ...{ publicKey: toBase64Url(spki), relyingParty: toHex(hashOf(toUtf8("desk.example"))) },
  });
}

async function addApproval(log: SampleLog, release: number, keys: CryptoKeyPair): Promise<number> {
  const entry = readEntry({ index: BigInt(release), bytes: leaf(log, release), path: [] });
  const hash = releaseHash(entry);
  const challenge = toBase64Url(
    Uint8Array.from(hash.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
  );
  const client = toUtf8(
    JSON.stringify({ type: "webauthn.get", challenge, origin: "https://desk.example" }),
  );
  const data = joined(hashOf(toUtf8("desk.example")), Uint8Array.of(0x05, 0, 0, 0, 9));
  const raw = await crypto.subtle.sign(ECDSA, keys.privateKey, joined(data, hashOf(client)));
  return log.add({
    ...{ kind: "approval", id: "approval-0001", fund: FUND, release: "release-0001", hash },
    ...{ person: "person-0001", device: "device-0001", authenticatorData: toBase64Url(data) },
    ...{ clientData: toBase64Url(client), signature: toBase64Url(der(new Uint8Array(raw))) },
  });
}

function leaf(log: SampleLog, index: number): Bytes {
  return log.leaves[index] ?? new Uint8Array();
}

/** The signature in DER, as devices write it. */
export function der(raw: Uint8Array): Bytes {
  const numbers = [raw.subarray(0, 32), raw.subarray(32)].map((number) => {
    const digits = number.subarray(number.findIndex((byte) => byte !== 0));
    const bytes = (digits[0] ?? 0) >= 0x80 ? joined(Uint8Array.of(0), digits) : digits;
    return joined(Uint8Array.of(2, bytes.length), bytes);
  });
  const both = joined(...numbers);
  return joined(Uint8Array.of(0x30, both.length), both);
}

function named(log: SampleLog, index: number): Record<string, unknown> {
  const entry = log.entry(index);
  const [kind, id] = [entry.get("kind"), entry.get("id")];
  const date = entry.get("happenedOn") ?? entry.get("decidedOn") ?? null;
  return { leafIndex: index, kind, id, key: "k", date };
}

function trailOf(
  log: SampleLog,
  gift: number,
  payment: number,
  passOn: number,
): PassportFile["trail"] {
  const piece = {
    payment: {
      ...named(log, payment),
      ...{ amount: "800", receiver: "XM-LEPTA-2", otherFund: null, grant: "grant-0001" },
    },
    ...{ amount: "600.25", share: "0.599950", evidence: "confirmed", lineFrom: "0" },
    origin: { leafIndex: gift, from: "0", to: "600.25", again: false },
    ...{ since: payment, coveredLater: false, cameBack: "0" },
  };
  const act = {
    ...named(log, passOn),
    ...{ unit: "RUB", amount: "100", receiver: "XM-LEPTA-3", otherFund: null, corrects: null },
  };
  const hop = {
    ...{ number: 0, reachedBy: null, origin: named(log, gift), ...RUB, earmarked: false },
    ...{ amount: "1000.5", from: "0", to: "1000.5", unspent: "400.25", voided: "0" },
    ...{ spent: "600.25", cameBack: "0", pieces: [piece], spentLeftOut: "0", piecesLeftOut: false },
    grants: [{ grant: "grant-0001", acts: [act], actsLeftOut: false }],
  };
  return {
    donation: { ...named(log, gift), ...RUB, amount: "1000.5" },
    asOf: { size: log.leaves.length },
    ...{ lens: "first-in-first-out", hops: [hop], hopsLeftOut: false },
  };
}

function passportOf(
  log: SampleLog,
  gift: number,
  indices: readonly number[],
  trail: PassportFile["trail"],
): PassportFile {
  return {
    format: "lepta-passport/v1",
    checkpoint: log.checkpoint(),
    gift,
    leaves: indices.map((index) => ({
      index,
      entry: new TextDecoder().decode(log.leaves[index]),
      path: log.path(index),
    })),
    texts: [{ hash: textHash(SALT, TITLE), salt: toHex(SALT), text: TITLE, lang: "ru" }],
    trail,
    leftOut: 0,
  };
}
