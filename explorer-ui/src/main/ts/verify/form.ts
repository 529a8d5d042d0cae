import { detector, scan } from "./camera.ts";
import { button, h } from "./dom.ts";
import type { NamedFile } from "./sources.ts";
import type { FORM } from "./form-texts.ts";

/** What the reader can do. */
export interface Actions {
  readonly files: (files: readonly NamedFile[]) => void;
  readonly paste: (text: string) => void;
  /** Something about whom to believe has changed. */
  readonly changed: () => void;
  /** The reader looks at whom to believe. */
  readonly opened: () => void;
}

type FormWords = typeof FORM.en;

/** Where the reader hands over files, text or a code. */
export class Form {
  readonly element: HTMLElement;
  readonly options: HTMLElement;
  readonly #words: FormWords;
  readonly #actions: Actions;
  readonly #allow = h("input", { type: "checkbox", id: "allow" });
  readonly #note = h("p", { class: "tell", role: "status" });

  constructor(words: FormWords, actions: Actions) {
    this.#words = words;
    this.#actions = actions;
    this.options = h(
      "details",
      { class: "options" },
      h("summary", {}, words.options),
      this.#allowing(),
    );
    this.options.addEventListener("toggle", actions.opened);
    this.element = h(
      "div",
      { class: "handing" },
      this.#dropping(),
      this.#pasting(),
      this.#note,
      this.options,
    );
  }

  /** Whether signature lines of unknown keys are overlooked. */
  get allowsUnknown(): boolean {
    return this.#allow.checked;
  }

  /** Says something about what was handed over. */
  tell(text: string): void {
    this.#note.textContent = text;
  }

  #dropping(): HTMLElement {
    const input = h("input", { type: "file", multiple: "", id: "files", class: "vh" });
    const place = h(
      "div",
      { class: "drop" },
      input,
      h("label", { for: "files", class: "button" }, this.#words.choose),
      h("p", {}, this.#words.drop),
    );
    input.addEventListener("change", () => {
      this.#hand([...(input.files ?? [])]);
      input.value = "";
    });
    place.addEventListener("dragover", (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
    place.addEventListener("dragleave", () => {
      place.classList.remove("over");
    });
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      place.classList.remove("over");
      this.#hand([...(event.dataTransfer?.files ?? [])]);
    });
    return place;
  }

  #hand(files: readonly NamedFile[]): void {
    this.tell("");
    this.#actions.files(files);
  }

  #pasting(): HTMLElement {
    const area = h("textarea", {
      id: "paste",
      rows: "3",
      spellcheck: "false",
      "aria-describedby": "paste-help",
    });
    const form = h(
      "form",
      { class: "pasting" },
      h("label", { for: "paste" }, this.#words.paste),
      area,
      h("p", { id: "paste-help", class: "quiet" }, this.#words.pasteHelp),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "submit" }, this.#words.check),
        this.#scanning(area),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.tell("");
      if (area.value.trim() !== "") {
        this.#actions.paste(area.value);
      }
    });
    return form;
  }

  #scanning(area: HTMLTextAreaElement): HTMLElement {
    const reader = detector();
    if (reader === undefined) {
      return h("p", { class: "quiet" }, this.#words.scanNot);
    }
    const video = h("video", { class: "camera", muted: "", playsinline: "", hidden: "" });
    let stopping: AbortController | undefined;
    const start = button(
      this.#words.scan,
      () => {
        if (stopping !== undefined) {
          stopping.abort();
          return;
        }
        stopping = new AbortController();
        start.textContent = this.#words.scanStop;
        video.hidden = false;
        void this.#scan(scan(reader, video, stopping.signal), area).finally(() => {
          stopping = undefined;
          video.hidden = true;
          start.textContent = this.#words.scan;
        });
      },
      { class: "plain" },
    );
    return h("div", {}, start, video);
  }

  async #scan(found: Promise<string | undefined>, area: HTMLTextAreaElement): Promise<void> {
    try {
      const text = await found;
      if (text !== undefined) {
        area.value = text;
        this.#actions.paste(text);
      }
    } catch {
      this.tell(this.#words.scanDenied);
    }
  }

  #allowing(): HTMLElement {
    this.#allow.addEventListener("change", this.#actions.changed);
    return h("p", { class: "tick" }, this.#allow, h("label", { for: "allow" }, this.#words.allow));
  }
}
