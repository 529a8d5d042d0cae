import { fromLatin1 } from "../bytes/text.ts";
import type { SplitMix } from "./split-mix.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Changes a file, given as one character a byte, perhaps with parts of another. */
type Mutation = (file: string, other: string, random: SplitMix) => string;

/** Ways to damage the file of a receipt; each draws the same numbers as its twin in Java. */
const MUTATIONS: readonly Mutation[] = [
  function flipABit(file, _, random) {
    const bit = random.below(file.length * 8);
    const at = Math.floor(bit / 8);
    return put(file, at, file.charCodeAt(at) ^ (1 << (bit % 8)));
  },
  function putAnotherByte(file, _, random) {
    return put(file, random.below(file.length), random.below(256));
  },
  function cutOut(file, _, random) {
    const from = random.below(file.length);
    const to = from + random.below(file.length - from) + 1;
    return file.slice(0, from) + file.slice(to);
  },
  function putIn(file, _, random) {
    const at = random.below(file.length + 1);
    const more = Array.from({ length: 1 + random.below(3) }, () => random.below(256));
    return file.slice(0, at) + String.fromCharCode(...more) + file.slice(at);
  },
  (file) => file.replaceAll("\n", "\r\n"),
  function endALineOtherwise(file, _, random) {
    const ends = [" ", "\t", "\r", "=", "\u00c2\u00a0", "\n"];
    return onLine(file, random, (line) => line + random.of(ends));
  },
  (file, _, random) => onLine(file, random, (line) => withSpareBits(line, random)),
  function noPadding(file, _, random) {
    return onLine(file, random, (line) => line.replace(/=+$/, ""));
  },
  function repeatALine(file, _, random) {
    return onLines(file, (lines) => {
      const line = random.of(lines);
      lines.splice(random.below(lines.length + 1), 0, line);
    });
  },
  function swapLines(file, _, random) {
    return onLines(file, (lines) => {
      const one = random.below(lines.length);
      const other = random.below(lines.length);
      [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
    });
  },
  function leaveALineOut(file, _, random) {
    return onLines(file, (lines) => {
      lines.splice(random.below(lines.length), 1);
    });
  },
  function takeALineOfAnotherReceipt(file, other, random) {
    return onLines(file, (lines) => {
      lines[random.below(lines.length)] = random.of(other.split("\n"));
    });
  },
  function takeTheRestOfAnotherReceipt(file, other) {
    const end = file.indexOf("\n\n");
    return end < 0 ? file : file.slice(0, end) + other.slice(other.indexOf("\n\n"));
  },
  function countOtherwise(file, _, random) {
    const index = random.below(40);
    return file.replace(/index [0-9]+/, `index ${index}`);
  },
  (file) => file.replace("\n", "\nextra AAAA\n"),
];

/** A changed copy, which may be equal by chance. */
export function mutated(
  file: Uint8Array,
  other: () => Uint8Array,
  random: SplitMix,
): Uint8Array<ArrayBuffer> {
  const mutation = random.of(MUTATIONS);
  const changed = mutation(fromLatin1(file), fromLatin1(other()), random);
  return Uint8Array.from(changed, (char) => char.charCodeAt(0));
}

function put(file: string, at: number, byte: number): string {
  return file.slice(0, at) + String.fromCharCode(byte) + file.slice(at + 1);
}

function onLines(file: string, change: (lines: string[]) => void): string {
  const lines = file.split("\n");
  change(lines);
  return lines.join("\n");
}

function onLine(file: string, random: SplitMix, change: (line: string) => string): string {
  return onLines(file, (lines) => {
    const at = random.below(lines.length);
    lines[at] = change(lines[at] ?? "");
  });
}

function withSpareBits(line: string, random: SplitMix): string {
  const digits = line.replace(/=+$/, "");
  const value = BASE64.indexOf(digits.slice(-1));
  if (digits === "" || digits === line || value < 0) {
    return line;
  }
  return (
    digits.slice(0, -1) + BASE64.charAt(value ^ (1 + random.below(3))) + line.slice(digits.length)
  );
}
