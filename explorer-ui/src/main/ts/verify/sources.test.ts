import { expect, it } from "vitest";
import { toUtf8 } from "../bytes/text.ts";
import { vector } from "../testing/files.ts";
import { type NamedFile, readFiles, readPasted } from "./sources.ts";

function file(name: string, bytes: Uint8Array<ArrayBuffer>): NamedFile {
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer) };
}

const proof = vector("receipts/sample.tlog-proof");
const entry = vector("receipts/sample.entry");

it("does not read what is too large", async () => {
  const large: NamedFile = {
    name: "x",
    size: 64 * 1024 * 1024,
    arrayBuffer: () => Promise.reject(new Error("was read")),
  };
  expect(await readFiles([large, { ...large, name: "x.entry" }])).toEqual([
    { kind: "too-large", name: "x", code: "PASSPORT_TOO_LARGE" },
    { kind: "too-large", name: "x.entry", code: "ENTRY_TOO_LARGE" },
  ]);
});

it("joins entry and proof by their name, or if there are only two", async () => {
  const receipt = { kind: "receipt", entry, proof };
  expect(await readFiles([file("a.entry", entry), file("a.tlog-proof", proof)])).toEqual([
    { ...receipt, name: "a" },
  ]);
  expect(await readFiles([file("e", entry), file("p", proof)])).toEqual([
    { ...receipt, name: "p" },
  ]);
  expect(await readFiles([file("e", entry)])).toMatchObject([{ kind: "half", missing: "proof" }]);
});

it("takes the passport out of a page", async () => {
  const page = '<!DOCTYPE html><script type="application/json" id="passport">{"a":1}</script>';
  const [source] = await readFiles([file("a.html", toUtf8(page))]);
  expect(source).toMatchObject({ kind: "passport", bytes: toUtf8('{"a":1}') });
});

it("recognises what is pasted", () => {
  const code = "0123456789abcdefghjkmnpqrstvwxyz";
  expect(readPasted(` ${code}\n`)).toEqual({ kind: "code", code, host: undefined });
  expect(readPasted(`https://lepta.example/ru/r/${code}#secret`)).toEqual({
    ...{ kind: "code", code, host: "lepta.example" },
  });
  expect(readPasted(`/r/${code}`)).toMatchObject({ kind: "code" });
  expect(readPasted("log a+00000000+AA\nquorum none")).toMatchObject({
    files: [{ name: "policy" }],
  });
  expect(readPasted("a+00000000+AA")).toMatchObject({ files: [{ name: "policy" }] });
  expect(readPasted('{"format":1}')).toMatchObject({ files: [{ name: "passport.json" }] });
});
