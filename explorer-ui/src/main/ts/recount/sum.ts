/** Decimals of the ledger's amounts. */
const DECIMALS = 4;

/** An amount in ten-thousandths; undefined for what is no amount of the ledger. */
export function tenThousandths(decimal: string): bigint | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(decimal);
  if (parts === null) {
    return undefined;
  }
  const [, sign, units = "", fraction = ""] = parts;
  const digits = BigInt(units + fraction.padEnd(DECIMALS, "0"));
  return sign === "-" ? -digits : digits;
}

/** What the rows of a recount add up to. */
export interface Recounted {
  readonly rows: number;
  readonly sum: bigint;
}

/**
 * Adds up the last cells of a table of rows: amounts, which are never quoted. Ids before them may
 * hold commas, but no line ends.
 *
 * @throws Error if a row does not end with an amount, or the table is cut off
 */
export function recount(csv: string): Recounted {
  const lines = csv.split("\r\n");
  if (lines.pop() !== "" || lines.length === 0) {
    throw new Error("the table is cut off");
  }
  let sum = 0n;
  for (const line of lines.slice(1)) {
    const amount = tenThousandths(line.slice(line.lastIndexOf(",") + 1));
    if (amount === undefined) {
      throw new Error("a row without an amount");
    }
    sum += amount;
  }
  return { rows: lines.length - 1, sum };
}
