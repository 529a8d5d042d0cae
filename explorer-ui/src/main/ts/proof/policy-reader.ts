import { fromDecimal, fromLatin1, fromUtf8, hasNoControls } from "../bytes/text.ts";
import { FaultError, inLines } from "./fault.ts";
import { isSameKey, type KeyKind, parseKey, type VerifierKey } from "./key.ts";
import { type Group, NO_QUORUM, type Policy, type Witness } from "./policy.ts";

/** The longest policy file. */
export const MAX_POLICY_BYTES = 256 * 1024;

/** Reads a policy file (C2SP tlog-policy). */
export function parsePolicy(file: Uint8Array): Policy {
  if (file.length > MAX_POLICY_BYTES) {
    throw malformed(`a policy has at most ${MAX_POLICY_BYTES} bytes`);
  }
  const utf8 = fromUtf8(file);
  // The grammar takes bytes above ASCII as they are; names stay distinct either way.
  const text = utf8 ?? fromLatin1(file);
  if (text !== "" && !text.endsWith("\n")) {
    throw malformed("the last line has no newline, so the file may be cut off");
  }
  const reader = new PolicyReader(utf8 !== undefined);
  text.split("\n").forEach((line, at) => {
    inLines({ at: at + 1 }, () => {
      reader.line(line);
    });
  });
  return reader.policy();
}

function malformed(detail: string): FaultError {
  return new FaultError("POLICY_MALFORMED", detail);
}

class PolicyReader {
  readonly #logs: VerifierKey[] = [];
  readonly #witnesses: Witness[] = [];
  readonly #groups: Group[] = [];
  readonly #names = new Set([NO_QUORUM]);
  readonly #grouped = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #isUtf8: boolean;
  #quorum: string | undefined;

  constructor(isUtf8: boolean) {
    this.#isUtf8 = isUtf8;
  }

  policy(): Policy {
    if (this.#quorum === undefined) {
      throw malformed("no line says which quorum is enough");
    }
    const quorum = this.#quorum;
    return { logs: this.#logs, witnesses: this.#witnesses, groups: this.#groups, quorum };
  }

  line(line: string): void {
    if (!hasNoControls(line, "\t") || line.includes("\x7f")) {
      throw malformed("a policy has no control characters but tab and newline");
    }
    const [first, ...words] = line.split(/[ \t]+/).filter((word) => word !== "");
    if (first === undefined || first.startsWith("#")) {
      return;
    }
    switch (first) {
      case "log":
        this.#log(words);
        break;
      case "witness":
        this.#witness(words);
        break;
      case "group":
        this.#group(words);
        break;
      case "quorum":
        this.#setQuorum(words);
        break;
      default:
        throw malformed("a line begins with log, witness, group or quorum");
    }
  }

  #log([vkey, ...rest]: readonly string[]): void {
    if (vkey === undefined || rest.length > 1) {
      throw malformed("the form is: log <vkey> [<url>]");
    }
    const key = this.#key(vkey, "log");
    if (this.#logs.some((log) => isSameKey(log, key))) {
      throw malformed("the key of this log stands in an earlier line");
    }
    this.#logs.push(key);
  }

  #witness([name, vkey, ...rest]: readonly string[]): void {
    if (name === undefined || vkey === undefined || rest.length > 1) {
      throw malformed("the form is: witness <name> <vkey> [<url>]");
    }
    const key = this.#key(vkey, "witness");
    if (this.#witnesses.some((witness) => isSameKey(witness.key, key))) {
      throw malformed("the key of this witness stands in an earlier line");
    }
    this.#define(name);
    this.#witnesses.push({ name, key });
  }

  #group([name, enough, ...members]: readonly string[]): void {
    if (name === undefined || enough === undefined || members.length === 0) {
      throw malformed("the form is: group <name> <all, any or a number> <name>...");
    }
    for (const member of members) {
      this.#requireDefined(member);
      if (member === NO_QUORUM) {
        throw malformed("none is no member of a group");
      }
      if (this.#grouped.has(member)) {
        throw malformed("a name is a member of a group once only");
      }
      this.#grouped.add(member);
    }
    const threshold = thresholdOf(enough, members.length);
    this.#define(name);
    this.#groups.push({ name, threshold, members });
  }

  #setQuorum([name, ...rest]: readonly string[]): void {
    if (name === undefined || rest.length > 0) {
      throw malformed("the form is: quorum <name>");
    }
    if (this.#quorum !== undefined) {
      throw malformed("the quorum stands in an earlier line");
    }
    this.#requireDefined(name);
    this.#quorum = name;
  }

  #define(name: string): void {
    if (this.#names.has(name)) {
      throw malformed("the name is taken in an earlier line");
    }
    this.#names.add(name);
  }

  #requireDefined(name: string): void {
    if (!this.#names.has(name)) {
      throw malformed("the name is not defined in an earlier line");
    }
  }

  #key(word: string, kind: KeyKind): VerifierKey {
    const vkey = this.#isUtf8
      ? word
      : fromUtf8(Uint8Array.from(word, (char) => char.charCodeAt(0)));
    if (vkey === undefined) {
      throw malformed("a verifier key is UTF-8");
    }
    const key = parseKey(vkey);
    if (key.kind !== kind) {
      throw malformed(`the key is that of a ${key.kind}, not of a ${kind}`);
    }
    const id = `${key.name}+${key.id}`;
    if (this.#keys.has(id)) {
      throw malformed("another key of this file has the same name and key ID");
    }
    this.#keys.add(id);
    return key;
  }
}

function thresholdOf(word: string, members: number): number {
  if (word === "all") {
    return members;
  }
  const number = word === "any" ? 1n : fromDecimal(word);
  if (number === undefined || number < 1n || number > BigInt(members)) {
    throw malformed(`a group needs 1 to ${members} of its members`);
  }
  return Number(number);
}
