import { isSafePoint } from "./ed25519.ts";
import { parseVerifierKey, type VerifierKey } from "./note.ts";
import { Refused, refuse } from "./refused.ts";

/** Whom to believe: https://c2sp.org/tlog-policy. */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  /** Whether cosignatures of these witnesses, by key id, are enough. */
  readonly isEnough: (cosigned: ReadonlySet<string>) => boolean;
}

type Rule = Policy["isEnough"];

const NOTE_KIND = 1;
const COSIGNATURE_KIND = 4;

/** Reads a policy file; its last line ends in a newline. */
export function parsePolicy(text: string): Policy {
  const builder = new PolicyBuilder();
  refuse(!text.endsWith("\n"), "POLICY_MALFORMED");
  for (const line of text.split("\n")) {
    const words = line.split(/[ \t]+/).filter((word) => word !== "");
    if (words[0]?.startsWith("#") === false) {
      builder.take(words);
    }
  }
  return builder.done();
}

class PolicyBuilder {
  private readonly logs: VerifierKey[] = [];
  private readonly witnesses: VerifierKey[] = [];
  private readonly rules = new Map<string, Rule>();
  private quorum: Rule | undefined;

  take([word, ...rest]: readonly string[]): void {
    const [first = "", second = ""] = rest;
    switch (word) {
      case "log":
        refuse(rest.length < 1 || rest.length > 2, "POLICY_MALFORMED");
        this.logs.push(this.newKey(first, NOTE_KIND, this.logs));
        break;
      case "witness":
        refuse(rest.length < 2 || rest.length > 3, "POLICY_MALFORMED");
        this.witness(first, this.newKey(second, COSIGNATURE_KIND, this.witnesses));
        break;
      case "group":
        this.define(first, this.group(second, rest.slice(2)));
        break;
      case "quorum":
        refuse(rest.length !== 1 || this.quorum !== undefined, "POLICY_MALFORMED");
        this.quorum = first === "none" ? () => true : this.rule(first);
        break;
      default:
        throw new Refused("POLICY_MALFORMED");
    }
  }

  done(): Policy {
    if (this.quorum === undefined) {
      throw new Refused("POLICY_MALFORMED");
    }
    return { logs: this.logs, witnesses: this.witnesses, isEnough: this.quorum };
  }

  private newKey(vkey: string, kind: number, others: readonly VerifierKey[]): VerifierKey {
    const key = parseVerifierKey(vkey);
    refuse(key.kind !== kind || key.key.length !== 32, "KEY_UNSUPPORTED");
    refuse(!isSafePoint(key.key), "KEY_UNSAFE");
    refuse(
      others.some((other) => other.key.join() === key.key.join()),
      "POLICY_MALFORMED",
    );
    return key;
  }

  private witness(name: string, key: VerifierKey): void {
    this.witnesses.push(key);
    this.define(name, (cosigned) => cosigned.has(key.id));
  }

  private group(threshold: string, names: readonly string[]): Rule {
    const members = names.map((name) => this.rule(name));
    const atLeast =
      threshold === "all" ? names.length : threshold === "any" ? 1 : Number(threshold);
    refuse(!/^(all|any|[1-9]\d{0,3})$/.test(threshold), "POLICY_MALFORMED");
    refuse(atLeast < 1 || atLeast > names.length, "POLICY_MALFORMED");
    return (cosigned) => members.filter((member) => member(cosigned)).length >= atLeast;
  }

  private define(name: string, rule: Rule): void {
    refuse(name === "none" || this.rules.has(name), "POLICY_MALFORMED");
    this.rules.set(name, rule);
  }

  private rule(name: string): Rule {
    const rule = this.rules.get(name);
    if (rule === undefined) {
      throw new Refused("POLICY_MALFORMED");
    }
    return rule;
  }
}
