import { toUtf8 } from "./bytes/text.ts";
import { readOffered } from "./verify/belief.ts";
import { button, h } from "./verify/dom.ts";
import type { Source } from "./verify/sources.ts";
import { openStore } from "./verify/store.ts";
import { Verifier } from "./verify/verifier.ts";
import { type Language, Words } from "./verify/words.ts";

/** What the server put into the file, or nothing. */
function inside(id: string): Uint8Array | undefined {
  const text = document.getElementById(id)?.textContent ?? "";
  return text.trim() === "" ? undefined : toUtf8(text);
}

/** The script of the file that works without network. */
function start(language: Language): void {
  const words = new Words(language);
  const root = h("div");
  document.documentElement.lang = language;
  document.title = words.say("title");
  const other = language === "ru" ? "en" : "ru";
  const main = h(
    "main",
    { class: "wrap" },
    h(
      "p",
      { class: "langs" },
      button(
        words.say("language"),
        () => {
          start(other);
        },
        { class: "plain", lang: other },
      ),
    ),
    h("h1", {}, words.say("title")),
    h("p", { class: "lead" }, words.say("lead")),
    root,
    h("p", { class: "note" }, words.say("offline")),
  );
  document.querySelector("main")?.replaceWith(main);
  const policy = inside("policy");
  const passport = inside("passport");
  const verifier = new Verifier({
    root,
    words,
    store: openStore(),
    offered: policy && readOffered(policy),
    server: undefined,
    hasSource: passport !== undefined,
  });
  if (passport !== undefined) {
    const source: Source = { kind: "passport", name: "", bytes: passport };
    void verifier.take([source]);
  }
}

start(navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en");
