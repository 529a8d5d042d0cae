import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../../../../", import.meta.url);

/** The path of a file of this project. */
export function projectPath(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}

/** The bytes of a vector below docs/reference/vectors. */
export function vector(path: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(projectPath(`docs/reference/vectors/${path}`)));
}

/** A vector that is JSON. */
export function jsonVector(path: string): unknown {
  return JSON.parse(new TextDecoder().decode(vector(path)));
}

/** A public vector handed over beside the project; undefined where that folder is missing. */
export function sharedVector(name: string): unknown {
  const path = projectPath(`../shared/vectors/${name}`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
