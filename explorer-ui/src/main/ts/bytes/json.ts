/** A JSON value. Whole numbers are bigint, others number: an amount is neither, but a string. */
export type Json = string | bigint | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

const MAX_DEPTH = 500;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const WORDS = new Map<string, Json>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Text that is not JSON, and where. */
export class JsonError extends Error {
  constructor(what: string, at: number) {
    super(`${what} at character ${at}`);
    this.name = "JsonError";
  }
}

/** Whether a value is an object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

/** Whether a value is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Reads one value of RFC 8259. Keys that stand twice are errors. */
export function parseJson(text: string): Json {
  return new Parser(text).all();
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): Json {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) {
      throw this.#error("something more stands");
    }
    return value;
  }

  #value(depth: number): Json {
    if (depth > MAX_DEPTH) {
      throw this.#error("too deep");
    }
    this.#space();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#list(depth);
      case '"':
        return this.#string();
      default:
        return this.#word();
    }
  }

  #object(depth: number): JsonObject {
    const object = new Map<string, Json>();
    this.#items("}", () => {
      const name = this.#string();
      if (object.has(name)) {
        throw this.#error("a name stands twice");
      }
      this.#space();
      this.#take(":");
      object.set(name, this.#value(depth + 1));
    });
    return object;
  }

  #list(depth: number): readonly Json[] {
    const list: Json[] = [];
    this.#items("]", () => list.push(this.#value(depth + 1)));
    return list;
  }

  /** What stands between brackets, the opening one being next. */
  #items(end: string, item: () => void): void {
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === end) {
      this.#at++;
      return;
    }
    for (;;) {
      this.#space();
      item();
      this.#space();
      if (this.#text[this.#at] === end) {
        this.#at++;
        return;
      }
      this.#take(",");
    }
  }

  #string(): string {
    const start = this.#at;
    this.#take('"');
    for (let char = this.#text[this.#at]; char !== '"'; char = this.#text[this.#at]) {
      if (char === undefined) {
        throw this.#error("a string does not end");
      }
      this.#at += char === "\\" ? 2 : 1;
    }
    this.#at++;
    return this.#unescaped(this.#text.slice(start, this.#at));
  }

  /** The string of a literal; the platform's reader refuses control characters and wrong escapes. */
  #unescaped(literal: string): string {
    try {
      return JSON.parse(literal) as string;
    } catch {
      throw this.#error("no string");
    }
  }

  #word(): Json {
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#number();
  }

  #number(): bigint | number {
    const match = this.#match(NUMBER);
    if (match === null) {
      throw this.#error("no value");
    }
    const isWhole = match[1] === undefined && match[2] === undefined;
    if (match[0].length > 1000) {
      throw this.#error("too long a number");
    }
    return isWhole ? BigInt(match[0]) : Number(match[0]);
  }

  #take(char: string): void {
    if (this.#text[this.#at] !== char) {
      throw this.#error(`no ${char}`);
    }
    this.#at++;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    this.#at += match?.[0].length ?? 0;
    return match;
  }

  #error(what: string): JsonError {
    return new JsonError(what, this.#at);
  }
}
