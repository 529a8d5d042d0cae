import type { Proven } from "../passport/passport.ts";
import { dateOf, type Entry, flowOf, textOf, textsOf } from "../passport/leaf.ts";
import type { Act, Hop, Piece } from "../passport/trail.ts";
import { isObject } from "../bytes/json.ts";
import { type Content, h } from "./dom.ts";
import type { Words } from "./words.ts";

/** Tells a passport that was proven: the gift, every hop, who approved and confirmed. */
export function story(proven: Proven, words: Words): HTMLElement {
  return new Story(proven, words).element();
}

class Story {
  readonly #proven: Proven;
  readonly #words: Words;
  readonly #entries: readonly Entry[];
  readonly #texts: ReadonlyMap<string, string>;

  constructor(proven: Proven, words: Words) {
    this.#proven = proven;
    this.#words = words;
    this.#entries = [...proven.entries.values()];
    this.#texts = new Map(proven.passport.texts.map((text) => [text.hash, text.text]));
  }

  element(): HTMLElement {
    const { trail, leftOut } = this.#proven.passport;
    const [gift] = trail.hops;
    return h(
      "div",
      { class: "story" },
      h("p", { class: "gift" }, h("b", {}, this.#words.money(gift.amount, gift.unit))),
      h(
        "p",
        { class: "facts" },
        h("span", {}, this.#words.date(gift.origin.date)),
        h("span", {}, this.#words.say("toFund", this.#name("fund", gift.fund))),
        this.#number(gift.origin.leafIndex),
        ...this.#corrections(gift.origin.kind, gift.origin.id),
      ),
      ...trail.hops.map((hop) => this.#hop(hop)),
      leftOut > 0n &&
        h("p", { class: "note" }, this.#words.say("leftOut", this.#words.count(leftOut))),
    );
  }

  #hop(hop: Hop): HTMLElement {
    const money = (text: string): string => this.#words.money(text, hop.unit);
    const facts = [hop.amount, hop.spent, hop.unspent, hop.voided].map(money);
    return h(
      "section",
      {},
      h("h3", {}, this.#words.say("hop", this.#name("fund", hop.fund))),
      h("p", {}, this.#words.say("hopFacts", ...facts)),
      h("ol", { class: "trail" }, ...hop.pieces.map((piece) => this.#piece(hop, piece))),
      (hop.piecesLeftOut || hop.spentLeftOut !== "0") &&
        h("p", { class: "note" }, this.#words.say("leftOutPieces")),
      hop.acts.length > 0 && h("h4", {}, this.#words.say("grantActs")),
      h("ul", { class: "acts" }, ...hop.acts.map((act) => this.#act(act))),
    );
  }

  #piece(hop: Hop, piece: Piece): HTMLElement {
    const { payment } = piece;
    const money = (text: string): string => this.#words.money(text, hop.unit);
    const facts = [
      h("span", {}, this.#words.date(payment.date)),
      payment.grant !== null &&
        h("span", {}, this.#words.say("underGrant", this.#name("grant", payment.grant))),
      piece.cameBack !== "0" && h("span", {}, this.#words.say("cameBack", money(piece.cameBack))),
      this.#number(payment.leafIndex),
    ];
    return h(
      "li",
      {},
      h("p", { class: "say" }, this.#action(payment.kind, payment.leafIndex)),
      h("p", {}, h("b", {}, this.#words.say("piece", money(piece.amount), money(payment.amount)))),
      h("p", { class: "facts" }, ...facts, ...this.#corrections(payment.kind, payment.id)),
      ...this.#approvals(payment.leafIndex),
      ...this.#confirmations(payment.kind, payment.id),
    );
  }

  #act(act: Act): HTMLElement {
    return h(
      "li",
      {},
      `${this.#action(act.kind, act.leafIndex, "act")}: `,
      h("b", {}, this.#words.money(act.amount, act.unit)),
      h(
        "span",
        { class: "facts" },
        h("span", {}, this.#words.date(act.date)),
        this.#number(act.leafIndex),
      ),
    );
  }

  /** What was done, in words, and to whom. */
  #action(kind: string, index: bigint, area = "kind"): string {
    const entry = this.#proven.entries.get(index);
    const receiver = entry && this.#party(entry, "receiver");
    if (kind === "disbursement") {
      return receiver ? this.#words.say("paidTo", receiver) : this.#words.say("paid");
    }
    const words = this.#words.find(`${area}.${kind}`) ?? this.#words.find(`kind.${kind}`) ?? kind;
    return words.replace("{0}", receiver ?? "?");
  }

  #approvals(payment: bigint): Content[] {
    const entry = this.#proven.entries.get(payment);
    const release = entry && textOf(entry.fields, "release");
    return this.#entries
      .filter(
        (each) =>
          release !== undefined &&
          each.kind === "approval" &&
          textOf(each.fields, "release") === release &&
          textOf(each.fields, "fund") === textOf(entry?.fields ?? new Map(), "fund"),
      )
      .map((approval) => {
        const person = this.#words.say("person", textOf(approval.fields, "person") ?? "");
        return h("p", { class: "mark-yes" }, this.#words.say("approvedBy", person));
      });
  }

  #confirmations(kind: string, id: string): Content[] {
    const all = this.#entries.filter(
      (each) => each.kind === "confirmation" && textOf(each.fields, "of") === `${kind}:${id}`,
    );
    if (all.length === 0) {
      return kind === "disbursement"
        ? [h("p", { class: "mark-open" }, this.#words.say("unconfirmed"))]
        : [];
    }
    return all.map((entry) => {
      const by = this.#party(entry, "by") ?? this.#name("organisation", entry.statedBy);
      const money = this.#words.money(
        textOf(entry.fields, "amount") ?? "",
        textOf(entry.fields, "unit") ?? "",
      );
      const said = this.#words.say("confirmedBy", by, money, this.#words.date(dateOf(entry)));
      return h("p", { class: "mark-yes" }, said);
    });
  }

  #corrections(kind: string, id: string): Content[] {
    return this.#entries
      .filter((each) => each.kind === "correction" && textOf(each.fields, "target") === id)
      .filter((each) => textOf(flowOf(each) ?? new Map(), "kind") === kind)
      .map((each) => h("span", {}, this.#words.say("correctedBy", `${each.index}`)));
  }

  #number(index: bigint): HTMLElement {
    return h("span", { class: "quiet" }, this.#words.say("entryNumber", this.#words.count(index)));
  }

  #party(entry: Entry, field: string): string | undefined {
    const party = (flowOf(entry) ?? entry.fields).get(field);
    const org = isObject(party) ? textOf(party, "org") : undefined;
    return org === undefined ? undefined : this.#name("organisation", org);
  }

  /** The name or title of what has an id, where the passport holds it; else the id. */
  #name(kind: string, id: string): string {
    const names = this.#entries
      .filter((entry) => entry.kind === kind && entry.id === id)
      .flatMap(textsOf)
      .filter(({ role }) => role === "name" || role === "title")
      .map(({ hash }) => this.#texts.get(hash));
    return names.find((name) => name !== undefined) ?? id;
  }
}
