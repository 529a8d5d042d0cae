import type { Policy } from "../proof/policy.ts";
import { FaultError } from "../proof/fault.ts";
import type { VerifierKey } from "../proof/key.ts";
import { readBelief } from "./belief.ts";
import { check, type Outcome, type Setting } from "./check.ts";
import { button, h } from "./dom.ts";
import type { Form } from "./form.ts";
import { report } from "./report.ts";
import type { Server } from "./server.ts";
import { type NamedFile, readFiles, readPasted, type Source } from "./sources.ts";
import type { Store } from "./store.ts";
import type { Words } from "./words.ts";

/** What a verifier is shown with. */
export interface Place {
  /** Where results stand, beside the form. */
  readonly root: HTMLElement;
  readonly form: Form;
  readonly words: Words;
  readonly store: Store;
  /** What came inside the file: believed by nobody yet. */
  readonly offered: Policy | undefined;
  /** Absent in the file that works without network. */
  readonly server: Server | undefined;
  /** Whether something is there to be checked already, so that its result comes first. */
  readonly hasSource: boolean;
}

/** The verifier on a page: takes what the reader hands over and says what came of it. */
export class Verifier {
  readonly #place: Place;
  readonly #results = h("div", { class: "results" });
  readonly #live = h("p", { class: "vh", role: "status" });
  readonly #belief = h("div");
  #sources: readonly Source[] = [];
  #runs = 0;
  #given: Policy | undefined;

  constructor(place: Place) {
    this.#place = place;
    if (place.hasSource) {
      place.root.prepend(this.#results, this.#live);
    } else {
      place.root.append(this.#live, this.#results);
    }
    place.form.options.append(this.#belief);
    this.#showBelief();
  }

  /** No earlier result stays beside something that could not be read. */
  async #guarded(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch {
      this.#results.replaceChildren();
      this.#live.textContent = "";
      this.#place.form.tell(this.#place.words.say("unreadable"));
    }
  }

  /** Checks files; policies among them are believed from now on. */
  takeFiles(files: readonly NamedFile[]): void {
    void this.#guarded(this.#takeFiles(files));
  }

  /** Checks what a text holds or names. */
  takePasted(text: string): void {
    void this.#guarded(this.#takePasted(text));
  }

  /** Checks the receipt of a code or of an entry's number. */
  takeCode(code: string): void {
    void this.#guarded(this.#takeCode(code));
  }

  /** Checks what was read. */
  take(sources: readonly Source[]): void {
    void this.#guarded(this.#take(sources));
  }

  /** Checks the same again, after something about whom to believe has changed. */
  again(): void {
    void this.#guarded(this.#run());
  }

  async #takeFiles(files: readonly NamedFile[]): Promise<void> {
    if (files.length > 0) {
      await this.#take(await readFiles(files));
    }
  }

  async #take(sources: readonly Source[]): Promise<void> {
    const others: Source[] = [];
    let trouble: FaultError | undefined;
    for (const source of sources) {
      if (source.kind === "policy") {
        trouble ??= this.#believe(source.bytes);
      } else {
        others.push(source);
      }
    }
    if (others.length > 0) {
      this.#sources = others;
    }
    this.#showBelief();
    await this.#run();
    if (trouble !== undefined) {
      const reason = this.#place.words.meaning(trouble.code);
      this.#place.form.tell(
        this.#place.words.say("failSaid", `${reason} (${trouble.code}, ${trouble.line})`),
      );
    }
  }

  async #takeCode(code: string): Promise<void> {
    await this.#takeReceipt(await this.#place.server?.receipt(code));
  }

  #believe(bytes: Uint8Array): FaultError | undefined {
    try {
      this.#given = readBelief(bytes);
      return undefined;
    } catch (error) {
      if (error instanceof FaultError) {
        return error;
      }
      throw error;
    }
  }

  async #takePasted(text: string): Promise<void> {
    const { words, server } = this.#place;
    const pasted = readPasted(text);
    if (pasted.kind === "files") {
      await this.#takeFiles(pasted.files);
    } else if (server === undefined) {
      this.#place.form.tell(words.say("cannotFetch"));
    } else if (pasted.host !== undefined && pasted.host !== location.host) {
      this.#place.form.tell(words.say("otherServer", pasted.host));
    } else {
      await this.#takeCode(pasted.code);
    }
  }

  async #takeReceipt(receipt: Source | undefined): Promise<void> {
    if (receipt === undefined) {
      this.#place.form.tell(this.#place.words.say("notFound"));
    } else {
      await this.#take([receipt]);
    }
  }

  async #run(): Promise<void> {
    const { words } = this.#place;
    if (this.#sources.length === 0) {
      return;
    }
    this.#live.textContent = words.say("working");
    const run = ++this.#runs;
    const outcomes: Outcome[] = [];
    for (const source of this.#sources) {
      outcomes.push(await check(source, this.#setting()));
    }
    const accept = (keys: readonly VerifierKey[]): void => {
      this.#accept(keys);
    };
    const reports = await Promise.all(outcomes.map((outcome) => report(outcome, words, accept)));
    if (run !== this.#runs) {
      // What was handed over meanwhile is what the reader waits for.
      return;
    }
    this.#results.replaceChildren(...reports);
    this.#live.textContent = outcomes
      .map(({ state, name }) => (name === "" ? words.say(state) : `${name}: ${words.say(state)}`))
      .join("; ");
    this.#results.querySelector("h3")?.focus();
  }

  #setting(): Setting {
    const { store, server, offered } = this.#place;
    const offer = server?.policy ?? offered;
    const serves = (origin: string): boolean =>
      server?.policy?.logs.some((key) => key.name === origin) ?? false;
    return {
      store,
      given: this.#given,
      offered: offer,
      allowUnknownSignatures: this.#place.form.allowsUnknown,
      crypto: isSecureContext ? crypto.subtle : undefined,
      tilesOf: (origin) => (serves(origin) ? server?.readTile : undefined),
    };
  }

  #accept(keys: readonly VerifierKey[]): void {
    // Where nothing can be remembered, the keys are believed until the page is closed.
    if (!this.#place.store.remembers) {
      this.#believe(new TextEncoder().encode(keys.map((key) => key.vkey).join("\n")));
    }
    this.#place.store.accept(keys);
    this.#showBelief();
    this.again();
  }

  #showBelief(): void {
    const { words, store } = this.#place;
    const keys = store.keys().map((key) =>
      h(
        "li",
        {},
        h("code", { class: "hash" }, key.vkey),
        button(
          words.say("forget"),
          () => {
            store.forget(key);
            this.#showBelief();
            this.again();
          },
          { class: "plain" },
        ),
      ),
    );
    this.#belief.replaceChildren(
      ...(this.#given === undefined ? [] : [this.#givenNotice()]),
      h("h3", {}, words.say("known")),
      keys.length > 0
        ? h("ul", { class: "keys" }, ...keys)
        : h("p", { class: "quiet" }, words.say(store.remembers ? "knownNone" : "noStore")),
    );
  }

  #givenNotice(): HTMLElement {
    const { words } = this.#place;
    const drop = button(
      words.say("givenDrop"),
      () => {
        this.#given = undefined;
        this.#showBelief();
        this.again();
      },
      { class: "plain" },
    );
    return h("div", { class: "alert" }, h("p", {}, words.say("given")), drop);
  }
}
