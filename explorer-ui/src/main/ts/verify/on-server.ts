import type { Form } from "./form.ts";
import type { Language } from "./language.ts";
import { openServer } from "./server.ts";
import { openStore } from "./store.ts";
import type { TEXTS } from "./texts-en.ts";
import { Verifier } from "./verifier.ts";
import { Words } from "./words.ts";

/** Everything behind the form of a server's page, which it is fetched for once there is something to check. */
export async function openOnServer(
  root: HTMLElement,
  form: Form,
  language: Language,
  texts: typeof TEXTS,
): Promise<Verifier> {
  return new Verifier({
    root,
    form,
    words: new Words(language, texts),
    store: openStore(),
    offered: undefined,
    server: await openServer(),
    hasSource: false,
  });
}
