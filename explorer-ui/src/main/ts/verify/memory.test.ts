import { beforeEach, expect, it } from "vitest";
import { parseCheckpoint } from "../proof/checkpoint.ts";
import { joined } from "../bytes/bytes.ts";
import { leafHash } from "../proof/hash.ts";
import { parseKey } from "../proof/key.ts";
import type { ReadTile } from "../proof/tiles.ts";
import { SampleLog, VKEY } from "../testing/sample-log.ts";
import { compare, type Memory } from "./memory.ts";
import { Store } from "./store.ts";

class MapStorage implements Storage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  clear(): void {
    this.#items.clear();
  }
  key(): null {
    return null;
  }
  getItem(name: string): string | null {
    return this.#items.get(name) ?? null;
  }
  removeItem(name: string): void {
    this.#items.delete(name);
  }
  setItem(name: string, value: string): void {
    this.#items.set(name, value);
  }
}

let store = new Store(undefined);

beforeEach(() => {
  store = new Store(new MapStorage());
});

function logOf(...ids: readonly string[]): SampleLog {
  const log = new SampleLog();
  ids.forEach((id) => log.add({ kind: "donation", id }));
  return log;
}

/** The only tile of a small log. */
function tilesOf(log: SampleLog): ReadTile {
  return (path) =>
    Promise.resolve(
      path === `tile/0/000.p/${log.leaves.length}`
        ? joined(...log.leaves.map(leafHash))
        : undefined,
    );
}

function meet(log: SampleLog, read?: ReadTile): Promise<Memory> {
  const note = log.checkpoint();
  return compare(store, note, parseCheckpoint(`${note.split("\n\n")[0] ?? ""}\n`), read);
}

it("remembers the first state, and knows it again", async () => {
  expect(await meet(logOf("a"))).toEqual({ kind: "first" });
  expect(await meet(logOf("a"))).toEqual({ kind: "same", size: 1n });
});

it("checks by the log's tiles that it grew, and that an older state is part of it", async () => {
  const grown = logOf("a", "b", "c");
  await meet(logOf("a", "b"));
  expect(await meet(grown)).toEqual({ kind: "unchecked", size: 2n });
  expect(await meet(logOf("a"), tilesOf(grown))).toEqual({ kind: "within", size: 3n });
  const more = logOf("a", "b", "c", "d");
  expect(await meet(more, tilesOf(more))).toEqual({ kind: "extends", size: 3n });
});

it("finds two roots of one size, and tiles that do not lead from one state to the other", async () => {
  const [one, other] = [logOf("a", "b"), logOf("a", "x")];
  await meet(one);
  expect(await meet(other)).toEqual({
    kind: "contradicts",
    notes: [one.checkpoint(), other.checkpoint()],
  });
  expect(await meet(one)).toMatchObject({ kind: "contradicts" });
  store = new Store(new MapStorage());
  await meet(one);
  const forked = logOf("a", "x", "c");
  expect(await meet(forked, tilesOf(forked))).toMatchObject({ kind: "contradicts" });
});

it("cannot say anything where nothing is remembered, or the tiles are missing", async () => {
  await meet(logOf("a"));
  expect(await meet(logOf("a", "b"), () => Promise.resolve(undefined))).toMatchObject({
    kind: "unchecked",
  });
  store = new Store(undefined);
  expect(await meet(logOf("a"))).toEqual({ kind: "absent" });
});

it("keeps accepted keys, and overlooks what is not one", () => {
  const storage = new MapStorage();
  storage.setItem("lepta.known-logs", '["nonsense",1]');
  store = new Store(storage);
  expect(store.keys()).toEqual([]);
  store.accept([parseKey(VKEY)]);
  expect(store.keys().map((key) => key.vkey)).toEqual([VKEY]);
  store.forget(parseKey(VKEY));
  expect(store.keys()).toEqual([]);
});
