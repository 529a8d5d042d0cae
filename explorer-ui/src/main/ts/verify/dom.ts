/** What an element holds: text is set as text, never as markup. */
export type Content = Node | string | false | undefined;

/** Makes an element. Attributes are texts; listeners are added by the caller. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...content.filter((each) => each !== undefined && each !== false));
  return element;
}

/** A button that does something. */
export function button(
  label: string,
  act: () => void,
  attributes: Record<string, string> = {},
): HTMLButtonElement {
  const element = h("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", act);
  return element;
}

/** A list of pairs, in the form of the explorer's pages. */
export function fields(pairs: readonly (readonly [string, Content])[]): HTMLElement {
  return h(
    "dl",
    { class: "fields" },
    ...pairs.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}
