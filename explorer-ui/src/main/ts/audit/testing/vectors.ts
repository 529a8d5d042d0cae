import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Files } from "../bundles.ts";
import { parsePolicy, type Policy } from "../policy.ts";

/** The folder of vectors for the authors of other implementations. */
export const VECTORS = fileURLToPath(
  new URL("../../../../../../docs/reference/vectors", import.meta.url),
);

export function conformanceLog(): Files {
  return (path) => {
    const file = `${VECTORS}/audit/${path}`;
    return existsSync(file) ? readFileSync(file) : undefined;
  };
}

export function conformancePolicy(): Policy {
  return parsePolicy(readFileSync(`${VECTORS}/audit/policy`, "utf8"));
}
