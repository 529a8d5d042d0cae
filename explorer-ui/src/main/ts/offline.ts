import { toUtf8 } from "./bytes/text.ts";
import { readOffered } from "./verify/belief.ts";
import { button, h } from "./verify/dom.ts";
import { Form } from "./verify/form.ts";
import { FORM } from "./verify/form-texts.ts";
import type { Language } from "./verify/language.ts";
import { OFFLINE } from "./verify/offline-texts.ts";
import type { Source } from "./verify/sources.ts";
import { openStore } from "./verify/store.ts";
import { Verifier } from "./verify/verifier.ts";
import { TEXTS as EN } from "./verify/texts-en.ts";
import { TEXTS as RU } from "./verify/texts-ru.ts";
import { Words } from "./verify/words.ts";

/** What the server put into the file, or nothing. */
function inside(id: string): Uint8Array | undefined {
  const text = document.getElementById(id)?.textContent ?? "";
  return text.trim() === "" ? undefined : toUtf8(text);
}

/** The script of the file that works without network. */
function start(language: Language): void {
  const words = OFFLINE[language];
  const root = h("div");
  document.documentElement.lang = language;
  document.title = words.title;
  const other = language === "ru" ? "en" : "ru";
  const main = h(
    "main",
    { class: "wrap" },
    h(
      "p",
      { class: "langs" },
      button(
        words.language,
        () => {
          start(other);
        },
        { class: "plain", lang: other },
      ),
    ),
    h("h1", {}, words.title),
    h("p", { class: "lead" }, words.lead),
    root,
    h("p", { class: "note" }, words.offline),
  );
  document.querySelector("main")?.replaceWith(main);
  const policy = inside("policy");
  const passport = inside("passport");
  const form = new Form(FORM[language], {
    files: (files) => {
      verifier.takeFiles(files);
    },
    paste: (text) => {
      verifier.takePasted(text);
    },
    changed: () => {
      verifier.again();
    },
    opened: () => undefined,
  });
  root.append(form.element);
  const verifier = new Verifier({
    root,
    form,
    words: new Words(language, language === "ru" ? RU : EN),
    store: openStore(),
    offered: policy && readOffered(policy),
    server: undefined,
    hasSource: passport !== undefined,
  });
  if (passport !== undefined) {
    const source: Source = { kind: "passport", name: "", bytes: passport };
    verifier.take([source]);
  }
}

start(navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en");
