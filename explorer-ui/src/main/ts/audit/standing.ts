import { must } from "./difference.ts";
import type { JsonObject } from "./canonical-json.ts";
import { isFlow } from "./entry-fields.ts";
import type { Leaf } from "./leaf.ts";
import { bodyOf, textOf } from "./postings.ts";

/** What the registration of a fund says. */
export interface Fund {
  readonly id: string;
  readonly owner: string;
  readonly isManaged: boolean;
  /** Days within which facts, and decisions, are to be recorded. */
  readonly factLimitDays: number;
  readonly decisionLimitDays: number;
}

const ALWAYS_BATCH = ["opening", "donation", "income", "return", "pass-on"];

/** Members and funds, and what is void by docs/reference/leaf-format.md#what-is-void. */
export class Standing {
  private readonly mspOf = new Map<string, string>();
  private readonly funds = new Map<string, Fund>();
  private firstMember: string | undefined;

  /** The fund that a flow touches; of other entries nothing. */
  check(leaf: Leaf): Fund | undefined {
    const kind = textOf(leaf.entry, "kind") ?? "";
    const isFirst = this.firstMember === undefined;
    must(
      isFirst === (leaf.through === "start"),
      "VOID",
      "the start is the first entry and no other",
    );
    must(isFirst === (kind === "genesis"), "VOID", "genesis is the start and nothing else");
    if (isFirst) {
      this.admit(textOf(leaf.entry, "organisation") ?? "", textOf(leaf.entry, "msp") ?? "");
    }
    must(this.mspOf.has(leaf.recordedBy), "VOID", "recorded by no member");
    this.checkRegistration(kind, leaf);
    return isFlow(kind) ? this.checkFlow(kind, leaf) : undefined;
  }

  private admit(organisation: string, msp: string): void {
    const isBound = this.mspOf.has(organisation) || [...this.mspOf.values()].includes(msp);
    must(!isBound, "VOID", "a member or MSP id that is bound already");
    this.mspOf.set(organisation, msp);
    this.firstMember ??= organisation;
  }

  private checkRegistration(kind: string, { entry, recordedBy }: Leaf): void {
    if (kind === "member" || kind === "epoch") {
      must(recordedBy === this.firstMember, "VOID", `a ${kind} not by the first member`);
    }
    if (kind === "member") {
      this.admit(textOf(entry, "id") ?? "", textOf(entry, "msp") ?? "");
    }
    if (kind === "fund") {
      this.register(fundOf(entry), recordedBy);
    }
  }

  private register(fund: Fund, recordedBy: string): void {
    must(!fund.isManaged || fund.owner === recordedBy, "VOID", "a managed fund not by its owner");
    must(!this.funds.has(fund.id), "VOID", "a fund that is registered already");
    this.funds.set(fund.id, fund);
  }

  private checkFlow(kind: string, { entry, recordedBy, through }: Leaf): Fund {
    const body = bodyOf(entry);
    const fund = this.funds.get(textOf(body, "fund") ?? "");
    must(fund !== undefined, "VOID", "a flow of an unknown fund");
    const way = fund.isManaged && !isFactOfBatch(kind, body) ? "lane" : "batch";
    must(through === way, "VOID", `a flow that belongs in a ${way}`);
    must(!fund.isManaged || fund.owner === recordedBy, "VOID", "a flow not by the fund's owner");
    return fund;
  }
}

/** The table of docs/reference/postings.md#placement, for managed funds. */
function isFactOfBatch(kind: string, body: JsonObject): boolean {
  const of = textOf(body, "kind") ?? "";
  const isOfGrantee = of === "pass-on" || (of === "expenditure" && body.has("grant"));
  return isOfGrantee || (kind !== "correction" && ALWAYS_BATCH.includes(of));
}

function fundOf(entry: JsonObject): Fund {
  return {
    id: textOf(entry, "id") ?? "",
    owner: textOf(entry, "owner") ?? "",
    isManaged: entry.get("mode") === "managed",
    factLimitDays: (entry.get("factLimitDays") as number | undefined) ?? 7,
    decisionLimitDays: (entry.get("decisionLimitDays") as number | undefined) ?? 5,
  };
}
