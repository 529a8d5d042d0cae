import { type APIRequestContext, request } from "playwright-core";

/** The address of a running service with the sample in it; without one nothing is walked. */
export const WALK_URL = process.env["LEPTA_WALK_URL"];

/** With the operator's key a donor's link can be made. */
const KEY = process.env["LEPTA_API_KEY"];

export const LANGUAGES = ["ru", "en"] as const;

export type Language = (typeof LANGUAGES)[number];

/** What the sample holds for certain: the things that the demo names at its start. */
export const GIFT = "XI-LEPTA-DEMO-03-gift-00001";
export const FUND = "XI-LEPTA-DEMO-02-schools";

/** Kinds of pages whose address is known beforehand, without the language. */
const FIXED: Readonly<Record<string, string>> = {
  overview: "/",
  funds: "/funds",
  grants: "/grants",
  donations: "/donations",
  "donations-filtered": "/donations?unit=RUB&from=2025-01-01",
  disbursements: "/disbursements",
  organisations: "/organisations",
  entries: "/entries",
  flows: "/flows",
  analytics: "/analytics",
  exceptions: "/exceptions",
  "exceptions-rule": "/exceptions?rule=unconfirmed",
  changes: "/changes",
  data: "/data",
  search: "/search",
  "search-hits": "/search?q=fond",
  "search-nothing": "/search?q=zzzzzz",
  verify: "/verify",
  about: "/about",
  "not-found": "/no-such-page",
  donation: `/donations/${GIFT}`,
  fund: `/funds/${FUND}`,
  embed: `/funds/${FUND}/embed`,
};

/** Pages that hold a script. */
export const WITH_SCRIPT: ReadonlySet<string> = new Set(["verify", "recount", "donor"]);

/** Kinds of pages that are found by a link on another one: that page, and how the link begins. */
const LINKED: readonly (readonly [string, string, string])[] = [
  ["organisation", "fund", "/organisations/"],
  ["grant", "grants", "/grants/"],
  ["entry", "entries", "/entries/"],
  ["flows-fund", "fund", "/flows?fund="],
  ["flows-organisation", "organisation", "/flows?organisation="],
  ["ranking", "flows", "&side="],
  ["recount", "fund", "/recount?"],
  ["day", "changes", "/changes/2"],
];

/** Addresses of one page of each kind, without the server. */
export async function addresses(language: Language): Promise<ReadonlyMap<string, string>> {
  const asking = await request.newContext({ baseURL: WALK_URL ?? "" });
  try {
    const found = new Map<string, string>();
    for (const [name, path] of Object.entries(FIXED)) {
      found.set(name, `/${language}${path}`);
    }
    for (const [name, on, begin] of LINKED) {
      found.set(name, await linkOn(asking, found.get(on) ?? "", begin));
    }
    if (KEY !== undefined) {
      found.set("donor", `/${language}${await donorsLink(asking, found.get("donation") ?? "")}`);
    }
    return found;
  } finally {
    await asking.dispose();
  }
}

async function linkOn(asking: APIRequestContext, page: string, begin: string): Promise<string> {
  const html = await (await asking.get(page)).text();
  const links = [...html.matchAll(/href="([^"]+)"/g)].map((match) =>
    (match[1] ?? "").replaceAll("&amp;", "&"),
  );
  const link = links.find((each) => each.includes(begin));
  if (link === undefined) {
    throw new Error(`${page} has no link to ${begin}`);
  }
  return link;
}

/** The page of the code that the service gives out for a donation. */
async function donorsLink(asking: APIRequestContext, donation: string): Promise<string> {
  const entry = await linkOn(asking, donation, "/api/v1/receipts/");
  const key = /receipts\/(\d+)/.exec(entry)?.[1] ?? "";
  const answer = await asking.post(`/api/v1/receipts/${key}`, {
    headers: { Authorization: `Bearer ${KEY ?? ""}`, "Content-Type": "application/json" },
  });
  const { code } = (await answer.json()) as { code: string };
  return `/r/${code}`;
}
