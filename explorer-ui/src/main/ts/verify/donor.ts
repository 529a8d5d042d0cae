import { isList, isObject, type Json } from "../bytes/json.ts";
import { commitmentOf, readOpening } from "../proof/opening.ts";
import { fields, h } from "./dom.ts";
import type { DONOR } from "./donor-texts.ts";

type DonorWords = typeof DONOR.en;

/**
 * Checks the opening behind the `#` of a donor's link against the commitment that the page shows in
 * an element's `data-donor-commitment`, takes it out of the address bar, and shows both beside it.
 */
export function showDonor(element: HTMLElement, words: DonorWords): void {
  const fragment = location.hash.slice(1);
  if (fragment !== "") {
    history.replaceState(null, "", location.pathname + location.search);
  }
  element.append(answer(fragment, element.dataset["donorCommitment"] ?? "", words));
}

function answer(fragment: string, commitment: string, words: DonorWords): HTMLElement {
  if (fragment === "") {
    return h("p", { class: "quiet" }, words.none);
  }
  const opening = readOpening(fragment);
  if (opening === undefined) {
    return state("cannot", "?", words.broken);
  }
  if (attempt(() => commitmentOf(opening)) !== commitment) {
    return state("fail", "✗", words.fails);
  }
  const shown = fields([...opening.record].map(([name, value]) => [name, plain(value)] as const));
  return state("pass", "✓", words.holds, shown);
}

/** A record that has no canonical form has no commitment. */
function attempt(compute: () => string): string | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}

function state(name: string, sign: string, text: string, ...more: readonly Node[]): HTMLElement {
  const head = h(
    "p",
    {},
    h("span", { class: "sign", "aria-hidden": "true" }, sign),
    h("b", {}, text),
  );
  return h("div", { class: `outcome ${name}`, role: "status" }, head, ...more);
}

function plain(value: Json): string {
  if (isObject(value)) {
    return [...value].map(([name, each]) => `${name}: ${plain(each)}`).join("; ");
  }
  return isList(value) ? value.map(plain).join(", ") : String(value);
}
