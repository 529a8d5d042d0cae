import { getPublicKey, sign } from "@noble/ed25519";
import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, it } from "vitest";
import { toHex } from "../bytes/hex.ts";
import { readCheckpoint } from "./checkpoint.ts";
import { isSafePoint, signatureHolds } from "./ed25519.ts";
import { parsePolicy } from "./policy.ts";
import { LogForTests, testPolicyText, toBase64 } from "./testing/log.ts";

const encoder = new TextEncoder();

/** A witness with a key of its own, by https://c2sp.org/tlog-cosignature. */
function witness(name: string, seed: number) {
  const secret = new Uint8Array(32).fill(seed);
  const key = Uint8Array.of(4, ...getPublicKey(secret));
  const id = sha256(Uint8Array.of(...encoder.encode(`${name}\n`), ...key)).subarray(0, 4);
  return {
    vkey: `${name}+${toHex(id)}+${toBase64(key)}`,
    cosign: (text: string) => {
      const seconds = 1_770_000_000;
      const message = encoder.encode(`cosignature/v1\ntime ${seconds}\n${text}`);
      const time = new Uint8Array(8);
      new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
      return `— ${name} ${toBase64(Uint8Array.of(...id, ...time, ...sign(message, secret)))}\n`;
    },
  };
}

const log = new LogForTests([encoder.encode("{}")]);
log.publish();
const note = log.checkpoint();
const body = note.slice(0, note.indexOf("\n\n") + 1);
const one = witness("one.example/w", 1);
const two = witness("two.example/w", 2);

function policy(quorum: string) {
  const logs = testPolicyText().replace("quorum none\n", "");
  const witnesses = `witness one ${one.vkey}\nwitness two ${two.vkey}\n`;
  return parsePolicy(`${logs}${witnesses}group all-of-them all one two\nquorum ${quorum}\n`);
}

describe("a checkpoint under a policy", () => {
  it("holds with the cosignatures that the policy asks for", () => {
    const cosigned = `${note}${one.cosign(body)}${two.cosign(body)}`;
    expect(readCheckpoint(encoder.encode(cosigned), policy("all-of-them")).size).toBe(1);
  });

  it("does not hold with fewer", () => {
    const cosigned = encoder.encode(`${note}${one.cosign(body)}`);
    expect(readCheckpoint(cosigned, policy("one")).size).toBe(1);
    expect(() => readCheckpoint(cosigned, policy("all-of-them"))).toThrow("QUORUM_NOT_MET");
  });

  it("does not hold with a cosignature of another text", () => {
    const cosigned = encoder.encode(`${note}${one.cosign(`${body}more\n`)}`);
    expect(() => readCheckpoint(cosigned, policy("none"))).toThrow("SIGNATURE_INVALID");
  });

  it("overlooks who is not known", () => {
    const cosigned = encoder.encode(`${note}${witness("who.example/w", 3).cosign(body)}`);
    expect(readCheckpoint(cosigned, policy("none")).size).toBe(1);
  });

  it("cannot be checked where the policy does not know the log", () => {
    expect(() => readCheckpoint(encoder.encode(note), parsePolicy("quorum none\n"))).toThrow(
      "no key is known",
    );
  });
});

it.each([
  ["no quorum", ""],
  ["two quorums", "quorum none\nquorum none\n"],
  ["an unknown word", "sign me\nquorum none\n"],
  ["a quorum of nobody", "quorum nobody\n"],
  ["a group that asks for more than it has", `witness a ${one.vkey}\ngroup g 2 a\nquorum g\n`],
  ["one witness twice", `witness a ${one.vkey}\nwitness b ${one.vkey}\nquorum a\n`],
  ["no newline at its end", "quorum none"],
])("a policy with %s is refused", (_, text) => {
  expect(() => parsePolicy(text)).toThrow("POLICY_MALFORMED");
});

it("refuses a verifier key whose id is that of another key", () => {
  expect(() => parsePolicy(`witness a ${one.vkey.replace("one", "two")}\nquorum a\n`)).toThrow(
    "KEY_MALFORMED",
  );
});

it("refuses points of small order and encodings that are not canonical", () => {
  const neutral = Uint8Array.of(1, ...new Uint8Array(31));
  const ofOrderTwo = Uint8Array.of(236, ...new Uint8Array(30).fill(255), 127);
  const notCanonical = Uint8Array.of(238, ...new Uint8Array(30).fill(255), 127);
  expect([neutral, ofOrderTwo, notCanonical].map(isSafePoint)).toEqual([false, false, false]);
  // With such a key and R anything would verify: S = 0 and [8][S]B = 0.
  const forged = Uint8Array.of(...neutral, ...new Uint8Array(32));
  expect(signatureHolds(forged, encoder.encode("anything"), neutral)).toBe(false);
});
