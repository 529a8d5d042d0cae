import {
  of,
  edit,
  entries,
  appended,
  SECOND_HALF,
  isFlow,
  isNote,
  isManaged,
  isReported,
  isLane,
  alone,
  type Tampering,
} from "./tampering.ts";
import type { Editable } from "./log.ts";

/** What leaves say about money, repeats and seals. */
export const FLOWS: readonly Tampering[] = [
  edit("FUND_SEQ", "a number too high", isFlow, (leaf) => leaf["fundSeq"]++),
  edit("FUND_SEQ", "neither fund nor number", isFlow, (leaf) => {
    delete leaf["fund"];
    delete leaf["fundSeq"];
  }),
  edit("FUND_SEQ", "another fund", of("donation", isReported), (leaf) => (leaf["fund"] = "r2")),
  entries("FUND_SEQ", "a flow is left out", (log) => {
    log.remove(log.find(alone(isReported), SECOND_HALF));
  }),
  edit("REPEAT_OF", "a first entry that says it is a repeat", of("donation"), (leaf) => {
    leaf["repeatOf"] = 20;
  }),
  edit(
    "REPEAT_OF",
    "a repeat that does not say so",
    (leaf) => "repeatOf" in leaf,
    (leaf) => {
      delete leaf["repeatOf"];
    },
  ),
  edit(
    "REPEAT_OF",
    "a repeat of another entry",
    (leaf) => "repeatOf" in leaf,
    (leaf) => {
      leaf["repeatOf"]--;
    },
  ),
  appended("REPEAT_OF", "an entry put in again", isNote, () => undefined),
  edit("POSTINGS", "a changed amount of the entry", of("donation"), (leaf) => {
    leaf["entry"].amount = "123456";
  }),
  edit("POSTINGS", "a changed posting", of("fee"), (leaf) => (leaf["postings"][1].amount = "9")),
  edit("POSTINGS", "another account", of("income"), (leaf) => {
    leaf["postings"][0].account = "X:donors";
  }),
  edit("POSTINGS", "another unit", of("return"), (leaf) => (leaf["postings"][1].unit = "CHF")),
  edit("POSTINGS", "the other way round", of("grant"), (leaf) => leaf["postings"].reverse()),
  edit("POSTINGS", "the other sign", of("correction"), (leaf) => {
    for (const posting of leaf["postings"] as Editable[]) {
      posting["amount"] = `-${String(posting["amount"])}`.replace("--", "");
    }
  }),
  edit("POSTINGS", "one half only", of("release"), (leaf) => leaf["postings"].pop()),
  edit("POSTINGS", "none", of("refund"), (leaf) => delete leaf["postings"]),
  edit("POSTINGS", "money held under another grant", of("pass-on"), (leaf) => {
    leaf["postings"][0].grant = "other";
  }),
  edit(
    "POSTINGS",
    "a managed payment without its release",
    of("disbursement", isManaged),
    (leaf) => {
      leaf["postings"][0].account = "F:released";
    },
  ),
  edit("POSTINGS", "a note that posts", isNote, (leaf) => {
    leaf["postings"] = [{ account: "F:free", amount: "1", unit: "RUB" }];
  }),
  edit("POSTINGS", "another class of spending", of("expenditure"), (leaf) => {
    leaf["postings"][1].account = "X:spent(fee)";
  }),
  edit("BALANCES", "a balance that is 0.0001 too high", of("opening"), (leaf) => {
    const balance = leaf["balances"][0] as Editable;
    balance["amount"] = balance["amount"].includes(".") ? "1.0001" : "0.0001";
  }),
  edit("BALANCES", "none", of("donation"), (leaf) => delete leaf["balances"]),
  edit("BALANCES", "one is left out", of("amendment"), (leaf) => leaf["balances"].pop()),
  edit("BALANCES", "out of order", of("release"), (leaf) => leaf["balances"].reverse()),
  edit("BALANCES", "one too many", of("income"), (leaf) =>
    leaf["balances"].push(leaf["balances"][0]),
  ),
  edit(
    "FLAGS",
    "late and not said",
    (leaf, next) => isManaged(leaf, next) && leaf["flags"]?.length === 1,
    (leaf) => {
      delete leaf["flags"];
    },
  ),
  edit("FLAGS", "said to be late in a reported fund", of("donation", isReported), (leaf) => {
    leaf["flags"] = ["late"];
  }),
  edit(
    "FLAGS",
    "said to be late although it was moved",
    (leaf) => leaf["entry"].moved,
    (leaf) => {
      leaf["flags"] = ["late"];
    },
    0,
  ),
  edit(
    "FLAGS",
    "zero and not so",
    of("donation", isReported),
    (leaf) => (leaf["flags"] = ["zero"]),
  ),
  edit("FLAGS", "a payment without release, not said", of("disbursement", isManaged), (leaf) => {
    leaf["flags"] = ["late"];
  }),
  edit(
    "FLAGS",
    "a repeat without its flag",
    (leaf) => "repeatOf" in leaf,
    (leaf) => {
      delete leaf["flags"];
    },
  ),
  edit("SEALED", "a lane that tells no seal", alone(isLane), (leaf) => delete leaf["sealedUpTo"]),
  edit("SEALED", "a seal that goes back", alone(isLane), (leaf) => (leaf["sealedUpTo"] = 1)),
  entries("SEALED", "a batch behind its seal", (log) => {
    const lane = log.find(isLane, SECOND_HALF);
    const { at } = log.leaf(lane);
    for (let i = lane; log.leaf(i)["at"].block === at.block; i++) {
      log.edit(i, (leaf) => (leaf["sealedUpTo"] = 9999));
    }
  }),
];
