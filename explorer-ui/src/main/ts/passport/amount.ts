const AMOUNT = /^(-?)(0|[1-9][0-9]{0,29})(?:\.([0-9]{0,3}[1-9]))?$/;
const PLACES = 4;

/** Reads a decimal as 1/10,000 units; undefined for any but its one spelling. */
export function readAmount(text: string): bigint | undefined {
  const [, sign, whole, fraction = ""] = AMOUNT.exec(text) ?? [];
  if (whole === undefined || text === "-0") {
    return undefined;
  }
  const value = BigInt(whole + fraction.padEnd(PLACES, "0"));
  return sign === "-" ? -value : value;
}
