/** A checkpoint, key or policy does not hold, by a code of docs/reference/receipts.md. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Refuses by this code where the condition holds. */
export function refuse(condition: boolean, code: string): void {
  if (condition) {
    throw new Refused(code);
  }
}

/** Nothing is refused, and nothing can be checked either. */
export class Unchecked extends Error {}
