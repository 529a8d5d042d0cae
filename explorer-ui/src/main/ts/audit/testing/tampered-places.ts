import {
  of,
  edit,
  entries,
  appended,
  SECOND_HALF,
  EPOCH,
  isFlow,
  isManaged,
  isReported,
  isLane,
  isBatch,
  alone,
  isFirstOfTwo,
  type Where,
  type Tampering,
} from "./tampering.ts";
import type { Editable } from "./log.ts";

/** Places, numbers and who may record. */
export const PLACES: readonly Tampering[] = [
  edit(
    "LEAF_VERSION",
    "version 2 before the epoch",
    alone(isFlow),
    (leaf) => {
      leaf["v"] = 2;
      leaf["at"].on = "2026-03-01";
    },
    100,
  ),
  edit("LEAF_VERSION", "version 1 behind the epoch", alone(isFlow), (leaf) => {
    leaf["v"] = 1;
    delete leaf["at"].on;
  }),
  edit("LEAF_VERSION", "no day in version 2", alone(isFlow), (leaf) => delete leaf["at"].on),
  edit("LEAF_VERSION", "a batch with a seal", alone(isBatch), (leaf) => (leaf["sealedUpTo"] = 1)),
  edit(
    "LEAF_VERSION",
    "an epoch that says another version",
    of("epoch"),
    (leaf) => {
      leaf["entry"].leafVersion = 1;
    },
    EPOCH,
  ),
  entries("POSITION", "two entries of a transaction are swapped", (log) => {
    const first = isFirstOfTwo(log, SECOND_HALF);
    log.entries.splice(first, 2, ...log.entries.slice(first, first + 2).reverse());
  }),
  entries("ORDER", "two transactions are swapped", (log) => {
    const isOneOfTwo: Where = (leaf, next) =>
      alone(isFlow)(leaf, next) && next["through"] !== leaf["through"];
    const index = log.find(isOneOfTwo, SECOND_HALF);
    log.entries.splice(index, 2, ...log.entries.slice(index, index + 2).reverse());
  }),
  entries("ORDER", "an entry stands twice", (log) => {
    log.insert(SECOND_HALF, log.leaf(SECOND_HALF));
  }),
  edit("ORDER", "a block before the one before", alone(isFlow), (leaf) => (leaf["at"].block = 7)),
  entries("ORDER", "a transaction of two members", (log) => {
    log.edit(isFirstOfTwo(log, SECOND_HALF) + 1, (leaf) => (leaf["recordedBy"] = "XI-TEST-SECOND"));
  }),
  entries("ORDER", "a transaction with two numbers", (log) => {
    log.edit(isFirstOfTwo(log, SECOND_HALF) + 1, (leaf) => leaf["orgSeq"]++);
  }),
  entries("ORDER", "a transaction of two days", (log) => {
    log.edit(isFirstOfTwo(log, SECOND_HALF) + 1, (leaf) => (leaf["at"].on = "2026-01-01"));
  }),
  entries("POSITION", "the first entry of a transaction is left out", (log) => {
    log.remove(isFirstOfTwo(log, SECOND_HALF));
  }),
  entries("POSITION", "an entry inside a transaction is left out", (log) => {
    log.remove(log.find((leaf) => leaf["at"].position === 2, SECOND_HALF + 3) - 1);
  }),
  appended("ORG_SEQ", "a number that was there", of("donation"), (leaf) => (leaf["orgSeq"] = 3)),
  edit("ORG_SEQ", "number zero", alone(isLane), (leaf) => (leaf["orgSeq"] = 0)),
  edit("ORG_SEQ", "a start with a number", of("genesis"), (leaf) => (leaf["orgSeq"] = 1), 0),
  appended("VOID", "recorded by no member", of("donation", isReported), (leaf) => {
    leaf["recordedBy"] = "XI-TEST-GRANTEE";
  }),
  appended("VOID", "a flow of somebody else's managed fund", of("donation", isManaged), (leaf) => {
    leaf["recordedBy"] = "XI-TEST-SECOND";
  }),
  edit("VOID", "a flow of an unknown fund", of("donation"), (leaf) => {
    leaf["fund"] = "nowhere";
    leaf["entry"].fund = "nowhere";
  }),
  appended("VOID", "a gift of a managed fund in a lane", of("donation", isManaged), (leaf) => {
    Object.assign(leaf, { through: "lane", sealedUpTo: 9998 });
    leaf["entry"].id = "other";
  }),
  appended("VOID", "a grant of a managed fund in a batch", of("grant", isManaged), (leaf) => {
    leaf["through"] = "batch";
    delete leaf["sealedUpTo"];
    leaf["entry"].id = "other";
  }),
  appended("VOID", "a fee of a reported fund in a lane", of("fee", isReported), (leaf) => {
    Object.assign(leaf, { through: "lane", sealedUpTo: 9998 });
    leaf["entry"].id = "other";
  }),
  appended("VOID", "an epoch of another member", isLane, (leaf) => {
    register(leaf, { id: "rules-2", kind: "epoch", leafVersion: 2, rulesVersion: 2 });
    leaf["recordedBy"] = "XI-TEST-SECOND";
  }),
  appended("VOID", "a member admitted by another", isLane, (leaf) => {
    register(leaf, { id: "XI-TEST-THIRD", kind: "member", msp: "ThirdMSP" });
    leaf["recordedBy"] = "XI-TEST-SECOND";
  }),
  appended("VOID", "a member that is one already", isLane, (leaf) => {
    register(leaf, { id: "XI-TEST-SECOND", kind: "member", msp: "OtherMSP" });
  }),
  appended("VOID", "an MSP id that is bound already", isLane, (leaf) => {
    register(leaf, { id: "XI-TEST-THIRD", kind: "member", msp: "SecondMSP" });
  }),
  appended("VOID", "a fund that is registered already", isLane, (leaf) => {
    register(leaf, {
      id: "m1",
      kind: "fund",
      mode: "managed",
      owner: "XI-TEST-KEEPER",
      units: ["EUR"],
    });
  }),
  appended("VOID", "a managed fund not by its owner", isLane, (leaf) => {
    register(leaf, {
      id: "m9",
      kind: "fund",
      mode: "managed",
      owner: "XI-TEST-SECOND",
      units: ["EUR"],
    });
  }),
  appended("VOID", "a second start", of("donation"), (leaf) => {
    Object.assign(leaf, { through: "start", orgSeq: 0 });
  }),
];

/** The fields of a registration instead of those of a flow. */
function register(leaf: Editable, entry: Editable): void {
  for (const field of ["fund", "fundSeq", "postings", "balances", "flags"]) {
    delete leaf[field]; // eslint-disable-line @typescript-eslint/no-dynamic-delete -- a test
  }
  leaf["entry"] = { ...entry, statedBy: "XI-TEST-KEEPER" };
}
