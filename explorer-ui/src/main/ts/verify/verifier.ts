import type { Policy } from "../proof/policy.ts";
import { FaultError } from "../proof/fault.ts";
import type { VerifierKey } from "../proof/key.ts";
import { readBelief } from "./belief.ts";
import { check, type Outcome, type Setting } from "./check.ts";
import { meaning } from "./codes.ts";
import { button, h } from "./dom.ts";
import { Form } from "./form.ts";
import { report } from "./report.ts";
import type { Server } from "./server.ts";
import { type NamedFile, readFiles, readPasted, type Source } from "./sources.ts";
import type { Store } from "./store.ts";
import type { Words } from "./words.ts";

/** What a verifier is shown with. */
export interface Place {
  readonly root: HTMLElement;
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
  readonly #form: Form;
  readonly #results = h("div", { class: "results" });
  readonly #live = h("p", { class: "vh", role: "status" });
  readonly #belief = h("div");
  #sources: readonly Source[] = [];
  #runs = 0;
  #given: Policy | undefined;

  constructor(place: Place) {
    this.#place = place;
    this.#form = new Form(place.words, {
      files: (files) => void this.#guarded(this.takeFiles(files)),
      paste: (text) => void this.#guarded(this.#takePasted(text)),
      changed: () => void this.#guarded(this.#run()),
    });
    const parts = [this.#form.element, this.#live, this.#results];
    place.root.replaceChildren(...(place.hasSource ? parts.reverse() : parts));
    this.#form.options.append(this.#belief);
    this.#showBelief();
  }

  /** No earlier result stays beside something that could not be read. */
  async #guarded(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch {
      this.#results.replaceChildren();
      this.#live.textContent = "";
      this.#form.tell(this.#place.words.say("unreadable"));
    }
  }

  /** Checks files; policies among them are believed from now on. */
  async takeFiles(files: readonly NamedFile[]): Promise<void> {
    if (files.length > 0) {
      await this.take(await readFiles(files));
    }
  }

  /** Checks what was read. */
  async take(sources: readonly Source[]): Promise<void> {
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
      const reason = meaning(trouble.code, this.#place.words.language);
      this.#form.tell(
        this.#place.words.say("failSaid", `${reason} (${trouble.code}, ${trouble.line})`),
      );
    }
  }

  /** Checks the receipt of a code or of an entry's number, which links carry behind the `#`. */
  async takeCode(code: string): Promise<void> {
    if (/^(?:[0-9]{1,19}|[0-9a-z]{32})$/.test(code)) {
      await this.#takeReceipt(await this.#place.server?.receipt(code));
    }
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
      await this.takeFiles(pasted.files);
    } else if (server === undefined) {
      this.#form.tell(words.say("cannotFetch"));
    } else if (pasted.host !== undefined && pasted.host !== location.host) {
      this.#form.tell(words.say("otherServer", pasted.host));
    } else {
      await this.#takeReceipt(await server.receipt(pasted.code));
    }
  }

  async #takeReceipt(receipt: Source | undefined): Promise<void> {
    if (receipt === undefined) {
      this.#form.tell(this.#place.words.say("notFound"));
    } else {
      await this.take([receipt]);
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
    if (run !== this.#runs) {
      // What was handed over meanwhile is what the reader waits for.
      return;
    }
    const accept = (keys: readonly VerifierKey[]): void => {
      this.#accept(keys);
    };
    this.#results.replaceChildren(...outcomes.map((outcome) => report(outcome, words, accept)));
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
      allowUnknownSignatures: this.#form.allowsUnknown,
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
    void this.#guarded(this.#run());
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
            void this.#guarded(this.#run());
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
        void this.#guarded(this.#run());
      },
      { class: "plain" },
    );
    return h("div", { class: "alert" }, h("p", {}, words.say("given")), drop);
  }
}
