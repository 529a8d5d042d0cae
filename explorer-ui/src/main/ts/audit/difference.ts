/** What an audit can find, in the words of docs/reference/audit.md, in the order of checks. */
export type Code =
  | "CHECKPOINT_REFUSED"
  | "BUNDLE_DAMAGED"
  | "ROOT_DIFFERS"
  | "LEAF_MALFORMED"
  | "LEAF_VERSION"
  | "ORDER"
  | "POSITION"
  | "ORG_SEQ"
  | "VOID"
  | "FUND_SEQ"
  | "REPEAT_OF"
  | "POSTINGS"
  | "BALANCES"
  | "FLAGS"
  | "SEALED"
  | "IDENTITY"
  | "COUNT"
  | "FIGURE";

/** Something in the log, or in the figures given with it, is not as the pages say. */
export class Difference extends Error {
  readonly code: Code;
  /** Index of the leaf that differs, where it is one. */
  readonly leaf: number | undefined;

  constructor(code: Code, detail: string, leaf?: number) {
    super(detail);
    this.code = code;
    this.leaf = leaf;
  }

  /** The same difference, at this leaf. */
  at(leaf: number): Difference {
    return new Difference(this.code, this.message, leaf);
  }

  override toString(): string {
    const place = this.leaf === undefined ? "" : ` at entry ${this.leaf}`;
    return `${this.code}${place}: ${this.message}`;
  }
}

/** Throws the difference unless the condition holds. */
export function must(holds: boolean, code: Code, detail: string): asserts holds {
  if (!holds) {
    throw new Difference(code, detail);
  }
}
