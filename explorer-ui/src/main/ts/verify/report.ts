import { toBase64 } from "../bytes/base64.ts";
import { fromUtf8 } from "../bytes/text.ts";
import type { VerifiedSignature, VerifierKey } from "../proof/key.ts";
import type { Holds, Outcome, Subject, Trust } from "./check.ts";
import { button, type Content, fields, h } from "./dom.ts";
import type { Memory } from "./memory.ts";
import type { Key, Words } from "./words.ts";

const SIGNS = { pass: "✓", fail: "✗", cannot: "?" } as const;
const TRUST: Record<Trust, Key> = {
  given: "trustGiven",
  known: "trustKnown",
  offered: "trustOffered",
};

/** What came of one thing: the state in words and sign first, then what, by whom and since when. */
export async function report(
  outcome: Outcome,
  words: Words,
  accept: (keys: readonly VerifierKey[]) => void,
): Promise<HTMLElement> {
  const { state, name } = outcome;
  return h(
    "article",
    { class: `outcome ${state}` },
    h(
      "h3",
      { tabindex: "-1" },
      h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[state]),
      h("span", {}, words.say(state)),
      name !== "" && h("span", { class: "quiet" }, name),
    ),
    ...(await body(outcome, words, accept)),
  );
}

async function body(
  outcome: Outcome,
  words: Words,
  accept: (keys: readonly VerifierKey[]) => void,
): Promise<Content[]> {
  if ("signed" in outcome) {
    return holds(outcome, await told(outcome.subject, words), words, accept);
  }
  if (outcome.state === "fail") {
    return "notes" in outcome ? histories(outcome.notes, words) : refused(outcome, words);
  }
  switch (outcome.why) {
    case "origin":
      return [
        h("p", {}, words.say("unknownOrigin", outcome.origin)),
        ...outcome.otherKeys.map((key) =>
          h("p", { class: "alert" }, words.say("otherKey", key.vkey)),
        ),
      ];
    case "no-entry":
      return [h("p", {}, words.say("noEntry"))];
    case "no-proof":
      return [h("p", {}, words.say("noProof"))];
    case "unreadable":
      return [h("p", {}, words.say("unreadable"))];
  }
}

function refused(outcome: { code: string; line: number; detail: string }, words: Words): Content[] {
  const line = outcome.line > 0 ? words.say("failLine", `${outcome.line}`) : "";
  const place = [outcome.code, line, outcome.detail].filter((each) => each !== "").join(" · ");
  return [
    h("p", {}, words.say("failSaid", words.meaning(outcome.code))),
    h("p", { class: "quiet" }, h("code", {}, place)),
  ];
}

function histories(notes: readonly [string, string], words: Words): Content[] {
  const texts = notes.map((note) => h("pre", { class: "raw", tabindex: "0" }, note));
  return [h("p", { class: "alert" }, words.say("twoHistories")), ...texts];
}

/** The story of a passport; what tells it is fetched for the first one. */
async function told(subject: Subject, words: Words): Promise<Content> {
  if (subject.kind === "receipt") {
    return undefined;
  }
  const { story } = await import("./passports.ts");
  return story(subject.proven, words);
}

function holds(
  outcome: Holds,
  story: Content,
  words: Words,
  accept: (keys: readonly VerifierKey[]) => void,
): Content[] {
  const { subject, signed, trust } = outcome;
  const { origin, size } = signed.checkpoint;
  const unchecked = subject.kind === "passport" ? subject.proven.uncheckedApprovals : 0;
  const keys = [signed.log, ...signed.witnesses].map((signature) => signature.key);
  return [
    trust === "offered"
      ? h(
          "div",
          { class: "alert" },
          h("p", {}, words.say("offered")),
          h("code", { class: "hash" }, signed.log.key.vkey),
          button(words.say("accept"), () => {
            accept(keys);
          }),
        )
      : h("p", { class: "lead" }, proven(outcome, words, origin)),
    unchecked > 0 && h("p", { class: "alert" }, words.say("approvalsUnchecked", `${unchecked}`)),
    story,
    h("h4", {}, words.say(trust === "offered" ? "whatOffered" : "what")),
    evidence(outcome, words),
    subject.kind === "receipt" && entryText(subject.entry, words),
    h("h4", {}, words.say("not")),
    limits(outcome, words.count(size), words),
  ];
}

function proven({ subject }: Holds, words: Words, origin: string): string {
  return subject.kind === "receipt"
    ? words.say("passReceipt", words.count(subject.index), origin)
    : words.say("passPassport", words.count(subject.proven.entries.size), origin);
}

function evidence({ signed, trust, opinion, memory }: Holds, words: Words): HTMLElement {
  const { checkpoint } = signed;
  const witnesses = signed.witnesses.map(
    (witness) => [words.say("witness"), witnessText(witness, words)] as const,
  );
  return fields([
    [words.say("log"), checkpoint.origin],
    [
      words.say("asOf"),
      words.say("asOfSize", words.count(checkpoint.size), toBase64(checkpoint.root)),
    ],
    [words.say("signedBy"), h("code", { class: "hash" }, signed.log.key.vkey)],
    [words.say("believed"), words.say(TRUST[trust])],
    ...(witnesses.length > 0
      ? witnesses
      : [[words.say("witness"), words.say("noWitness")] as const]),
    ...signed.unknown.map((line) => [words.say("unknownLine"), `${line.name}+${line.id}`] as const),
    [words.say("second"), words.say(opinion === "agrees" ? "secondAgrees" : "secondAbsent")],
    [words.say("memory"), memoryText(memory, words)],
  ]);
}

function witnessText({ key, seconds }: VerifiedSignature, words: Words): string {
  return words.say("witnessAt", key.vkey, words.moment(seconds ?? 0));
}

function memoryText(memory: Memory, words: Words): string {
  switch (memory.kind) {
    case "absent":
      return words.say("memoryAbsent");
    case "first":
      return words.say("memoryFirst");
    case "same":
      return words.say("memorySame", words.count(memory.size));
    case "extends":
      return words.say("memoryExtends", words.count(memory.size));
    case "within":
      return words.say("memoryWithin", words.count(memory.size));
    case "unchecked":
      return words.say("memoryUnchecked", words.count(memory.size));
    case "contradicts":
      return words.say("twoHistories");
  }
}

function entryText(entry: Uint8Array, words: Words): HTMLElement {
  const text = fromUtf8(entry) ?? "";
  return h(
    "details",
    {},
    h("summary", {}, words.say("entry")),
    h("pre", { class: "raw", tabindex: "0" }, text),
  );
}

function limits({ subject }: Holds, size: string, words: Words): HTMLElement {
  const keys: Key[] = ["notMoney", "notLater", "notLeftOut", "notSame"];
  if (subject.kind === "passport") {
    keys.push("notShared");
  }
  return h("ul", { class: "limits" }, ...keys.map((key) => h("li", {}, words.say(key, size))));
}
