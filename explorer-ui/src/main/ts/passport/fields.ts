import { isList, isObject, type Json, type JsonObject } from "../bytes/json.ts";
import { PassportError } from "./fault.ts";

const LARGEST = 2n ** 63n - 1n;

/** Reads the fields of one object strictly, and says where one is not what it should be. */
export class Fields {
  readonly #object: JsonObject;
  readonly #path: string;
  readonly #read = new Set<string>();

  constructor(value: Json, path: string) {
    if (!isObject(value)) {
      throw malformed(path, "is no object");
    }
    this.#object = value;
    this.#path = path;
  }

  /** A refusal that names a field. */
  malformed(name: string): PassportError {
    return malformed(this.#path + name, "is not of its form");
  }

  #value(name: string): Json {
    this.#read.add(name);
    const value = this.#object.get(name);
    if (value === undefined) {
      throw malformed(this.#path + name, "is missing");
    }
    return value;
  }

  text(name: string): string {
    const value = this.#value(name);
    if (typeof value !== "string") {
      throw malformed(this.#path + name, "is no text");
    }
    return value;
  }

  textOrNull(name: string): string | null {
    return this.#value(name) === null ? null : this.text(name);
  }

  textIfThere(name: string): string | undefined {
    this.#read.add(name);
    return this.#object.has(name) ? this.text(name) : undefined;
  }

  /** A whole number from 0. */
  number(name: string): bigint {
    const value = this.#value(name);
    if (typeof value !== "bigint" || value < 0n || value > LARGEST) {
      throw malformed(this.#path + name, "is no whole number from 0");
    }
    return value;
  }

  flag(name: string): boolean {
    const value = this.#value(name);
    if (typeof value !== "boolean") {
      throw malformed(this.#path + name, "is neither true nor false");
    }
    return value;
  }

  object(name: string): Fields {
    return new Fields(this.#value(name), `${this.#path}${name}.`);
  }

  objectOrNull(name: string): Fields | null {
    return this.#value(name) === null ? null : this.object(name);
  }

  objects(name: string): Fields[] {
    return this.#list(name).map((each, at) => new Fields(each, `${this.#path}${name}[${at}].`));
  }

  texts(name: string): string[] {
    return this.#list(name).map((each, at) => {
      if (typeof each !== "string") {
        throw malformed(`${this.#path}${name}[${at}]`, "is no text");
      }
      return each;
    });
  }

  #list(name: string): readonly Json[] {
    const value = this.#value(name);
    if (!isList(value)) {
      throw malformed(this.#path + name, "is no list");
    }
    return value;
  }

  /** Requires that there is nothing that was not read. */
  requireNothingElse(): void {
    for (const name of this.#object.keys()) {
      if (!this.#read.has(name)) {
        throw malformed(this.#path + name, "does not belong there");
      }
    }
  }
}

function malformed(path: string, what: string): PassportError {
  return new PassportError("PASSPORT_MALFORMED", `${path === "" ? "the file" : path} ${what}`);
}
