import { expect, it } from "vitest";
import { toBase64Url } from "../bytes/base64.ts";
import { toHex } from "../bytes/hex.ts";
import { toUtf8 } from "../bytes/text.ts";
import { hashOf } from "./hash.ts";
import { commitmentOf, readOpening } from "./opening.ts";

const SALT = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const fragment = (opening: unknown): string => toBase64Url(toUtf8(JSON.stringify(opening)));

it("computes the commitment over salt and record in canonical form", () => {
  const opening = readOpening(fragment({ record: { name: "Анна", amount: "10" }, salt: SALT }));
  const salt = Uint8Array.from({ length: 32 }, (_, at) => at);
  const expected = hashOf(
    toUtf8("lepta/donor/v1\0"),
    salt,
    toUtf8('{"amount":"10","name":"Анна"}'),
  );
  expect(opening && commitmentOf(opening)).toBe(toHex(expected));
});

it("reads nothing else as an opening", () => {
  for (const other of [
    { record: {}, salt: SALT.slice(2) },
    { record: {}, salt: SALT, more: 1 },
    { record: [], salt: SALT },
    { salt: SALT },
    [],
  ]) {
    expect(readOpening(fragment(other))).toBeUndefined();
  }
  expect(readOpening("")).toBeUndefined();
  expect(readOpening("%7B%7D")).toBeUndefined();
  expect(readOpening("a".repeat(100_000))).toBeUndefined();
});
