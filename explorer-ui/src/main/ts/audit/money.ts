import { must } from "./difference.ts";

const AMOUNT = /^-?(0|[1-9]\d{0,14})(\.\d{0,3}[1-9])?$/;
const PER_UNIT = 10_000n;
const LIMIT = 2n ** 63n - 1n;

/** An amount in whole 1/10,000 of its unit, from its one spelling. */
export function parseAmount(text: string): bigint {
  must(AMOUNT.test(text) && text !== "-0", "LEAF_MALFORMED", "an amount in another spelling");
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const value = BigInt(whole) * PER_UNIT + BigInt(fraction.padEnd(4, "0"));
  must(inRange(value), "LEAF_MALFORMED", "an amount out of range");
  return text.startsWith("-") ? -value : value;
}

/** The one spelling of an amount. */
export function formatAmount(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = (size % PER_UNIT).toString().padStart(4, "0").replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${size / PER_UNIT}${fraction && "."}${fraction}`;
}

/** Whether a sum stays among the exact amounts. */
export function inRange(value: bigint): boolean {
  return value <= LIMIT && value >= -LIMIT;
}
