import { must } from "./difference.ts";

/** An object of canonical JSON: any printable key, so no JavaScript object. */
export type JsonObject = ReadonlyMap<string, Json>;
export type Json = string | number | boolean | readonly Json[] | JsonObject;

const MAX_DEPTH = 16;
const MAX_TEXT = 65_536;
const KEY = /^[\x20-\x7e]{1,64}$/;
const INTEGER = /-?\d+/y;
const ONE_FORM = /^(0|-?[1-9]\d{0,14})$/;
// One literal piece of a string: everything up to a quote, a backslash or a control character.
const PLAIN = /[^"\\\u0000-\u001f]*/y;

/** Reads the one form of docs/reference/leaf-format.md#canonical-json; any other is malformed. */
export function readCanonical(bytes: Uint8Array): Json {
  return new Reader(utf8(bytes)).whole();
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return malformed("not UTF-8");
  }
}

function malformed(detail: string): never {
  must(false, "LEAF_MALFORMED", detail);
}

class Reader {
  private place = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Json {
    const value = this.value(0);
    return this.place === this.text.length ? value : malformed("something follows the value");
  }

  private value(depth: number): Json {
    must(depth <= MAX_DEPTH, "LEAF_MALFORMED", "nested too deep");
    switch (this.text[this.place]) {
      case "{":
        return this.object(depth + 1);
      case "[":
        return this.list(depth + 1);
      case '"':
        return this.string();
      case "t":
        this.expect("true");
        return true;
      case "f":
        this.expect("false");
        return false;
      default:
        return this.integer();
    }
  }

  private object(depth: number): JsonObject {
    must(depth <= MAX_DEPTH, "LEAF_MALFORMED", "nested too deep");
    const fields = new Map<string, Json>();
    let last = "";
    this.separated("{", "}", () => {
      const key = this.string();
      must(KEY.test(key), "LEAF_MALFORMED", "a key that is too long or not printable");
      must(key > last, "LEAF_MALFORMED", `key out of order: ${key}`);
      last = key;
      this.expect(":");
      fields.set(key, present(key, this.value(depth)));
    });
    return fields;
  }

  private list(depth: number): readonly Json[] {
    must(depth <= MAX_DEPTH, "LEAF_MALFORMED", "nested too deep");
    const items: Json[] = [];
    this.separated("[", "]", () => {
      items.push(present("a list", this.value(depth)));
    });
    return items;
  }

  private separated(open: string, close: string, item: () => void): void {
    this.expect(open);
    if (this.text[this.place] !== close) {
      item();
      while (this.text[this.place] === ",") {
        this.expect(",");
        item();
      }
    }
    this.expect(close);
  }

  private string(): string {
    this.expect('"');
    let value = "";
    for (;;) {
      value += this.match(PLAIN);
      if (this.text[this.place] !== "\\") {
        break;
      }
      const escaped = this.text[this.place + 1];
      must(escaped === '"' || escaped === "\\", "LEAF_MALFORMED", "a needless escape");
      value += escaped;
      this.place += 2;
    }
    this.expect('"');
    must(value.length <= MAX_TEXT, "LEAF_MALFORMED", "a text that is too long");
    return value;
  }

  private integer(): number {
    const digits = this.match(INTEGER);
    must(ONE_FORM.test(digits), "LEAF_MALFORMED", "no value of canonical JSON");
    return Number(digits);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.place;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.place += found.length;
    return found;
  }

  private expect(token: string): void {
    must(this.text.startsWith(token, this.place), "LEAF_MALFORMED", `${token} is missing`);
    this.place += token.length;
  }
}

/** What is absent is left out, so an empty text or list is another spelling of nothing. */
function present(where: string, value: Json): Json {
  const empty = value === "" || (Array.isArray(value) && value.length === 0);
  must(!empty, "LEAF_MALFORMED", `${where} holds something empty`);
  return value;
}
