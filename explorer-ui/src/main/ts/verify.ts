import { Form } from "./verify/form.ts";
import { FORM } from "./verify/form-texts.ts";
import { type Language, pageLanguage } from "./verify/language.ts";
import type { Verifier } from "./verify/verifier.ts";

/** The script of /verify: the form. What checks is fetched once there is something to check. */
function start(root: HTMLElement, language: Language): void {
  const words = FORM[language];
  let opening: Promise<Verifier> | undefined;

  async function use(act: (verifier: Verifier) => void): Promise<void> {
    form.tell(words.loading);
    try {
      const verifier = await (opening ??= open(root, form, language));
      form.tell("");
      act(verifier);
    } catch {
      // A browser need not fetch again what failed once: only a new page surely does.
      form.tell(words.notLoaded);
    }
  }

  const form = new Form(words, {
    files: (files) =>
      void use((verifier) => {
        verifier.takeFiles(files);
      }),
    paste: (text) =>
      void use((verifier) => {
        verifier.takePasted(text);
      }),
    changed: () =>
      void use((verifier) => {
        verifier.again();
      }),
    opened: () => void use(() => undefined),
  });
  root.replaceChildren(form.element);
  // Links carry the code of a receipt or the number of an entry behind the `#`.
  const code = location.hash.slice(1);
  if (/^(?:[0-9]{1,19}|[0-9a-z]{32})$/.test(code)) {
    void use((verifier) => {
      verifier.takeCode(code);
    });
  }
}

async function open(root: HTMLElement, form: Form, language: Language): Promise<Verifier> {
  const [{ openOnServer }, { TEXTS }] = await Promise.all([
    import("./verify/on-server.ts"),
    language === "ru" ? import("./verify/texts-ru.ts") : import("./verify/texts-en.ts"),
    // Half of what the first needs: asked for now, it comes beside it and not after it.
    import("./proof/ed25519.ts"),
  ]);
  return openOnServer(root, form, language, TEXTS);
}

const root = document.getElementById("verifier");
if (root !== null) {
  start(root, pageLanguage());
}
