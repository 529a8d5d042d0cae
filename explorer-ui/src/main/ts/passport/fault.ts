import { type Fault, FaultError } from "../proof/fault.ts";

/** Why a passport does not hold (docs/reference/passports, "What is checked"). */
export type PassportFault =
  | Fault
  | "PASSPORT_TOO_LARGE"
  | "PASSPORT_MALFORMED"
  | "LEAF_MALFORMED"
  | "TEXT_DIFFERS"
  | "TRAIL_DIFFERS"
  | "APPROVAL_INVALID";

/** A passport was refused. */
export class PassportError extends FaultError<PassportFault> {}
