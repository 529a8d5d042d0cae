import { expect, it } from "vitest";
import { parseKey } from "../proof/key.ts";
import { policyOfKeys } from "../proof/policy.ts";
import { toUtf8 } from "../bytes/text.ts";
import { vector } from "../testing/files.ts";
import { SampleLog, VKEY } from "../testing/sample-log.ts";
import { readBelief, readOffered } from "./belief.ts";
import { check, type Outcome, type Setting } from "./check.ts";
import { Store } from "./store.ts";

const log = new SampleLog();
log.add({ kind: "donation", id: "d" });
const entry = log.leaves[0] ?? new Uint8Array();
const source = { kind: "receipt", name: "a", entry, proof: toUtf8(log.proof(0)) } as const;
const ours = policyOfKeys([parseKey(VKEY)]);
const others = policyOfKeys(readBelief(vector("receipts/policy")).witnesses.map(({ key }) => key));

function checked(setting: Partial<Setting>, known: readonly string[] = []): Promise<Outcome> {
  const items = new Map([["lepta.known-logs", JSON.stringify(known)]]);
  const storage = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => items.set(name, value),
  } as unknown as Storage;
  return check(source, {
    store: new Store(storage),
    given: undefined,
    offered: undefined,
    allowUnknownSignatures: false,
    crypto: crypto.subtle,
    tilesOf: () => undefined,
    ...setting,
  });
}

it("passes under the reader's policy or an accepted key, whichever knows the log", async () => {
  expect(await checked({ given: ours })).toMatchObject({ state: "pass", trust: "given" });
  expect(await checked({}, [VKEY])).toMatchObject({ state: "pass", trust: "known" });
  expect(await checked({ given: others }, [VKEY])).toMatchObject({ state: "pass", trust: "known" });
});

it("passes under no key that was only offered", async () => {
  expect(await checked({ offered: ours })).toMatchObject({ state: "cannot", trust: "offered" });
  expect(await checked({ offered: others })).toMatchObject({ state: "cannot", why: "origin" });
  expect(await checked({})).toMatchObject({ state: "cannot", why: "origin", otherKeys: [] });
});

it("fails closed when the browser's own Ed25519 refuses or anything throws", async () => {
  const verify = (): Promise<boolean> => Promise.resolve(false);
  const [bound, broken] = [
    { verify, importKey: crypto.subtle.importKey.bind(crypto.subtle) },
    { verify, importKey: () => Promise.reject(new TypeError("broken")) },
  ] as unknown as SubtleCrypto[];
  expect(await checked({ given: ours, crypto: bound ?? crypto.subtle })).toMatchObject({
    ...{ state: "fail", code: "SIGNATURE_INVALID" },
  });
  expect(await checked({ given: ours, crypto: broken ?? crypto.subtle })).toMatchObject({
    state: "fail",
  });
  const tilesOf = (): never => {
    throw new RangeError("unforeseen");
  };
  expect(await checked({ given: ours, tilesOf })).toMatchObject({ why: "unreadable" });
});

it("reads policies and lists of keys, and offers nothing that is neither", () => {
  expect(readBelief(toUtf8(`# a key\n${VKEY}\n\n`)).logs.map((key) => key.vkey)).toEqual([VKEY]);
  expect(readBelief(toUtf8(`log ${VKEY}\nquorum none\n`)).logs).toHaveLength(1);
  expect(readOffered(toUtf8("nonsense of words\n"))).toBeUndefined();
  expect(() => readBelief(toUtf8(VKEY.replace("f569", "f560")))).toThrow("key ID");
});
