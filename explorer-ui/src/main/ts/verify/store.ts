import { parseCheckpoint, type Checkpoint } from "../proof/checkpoint.ts";
import { parseKey, type VerifierKey } from "../proof/key.ts";
import { parseNote } from "../proof/note.ts";
import { toUtf8 } from "../bytes/text.ts";

const KEYS = "lepta.known-logs";
const SEEN = "lepta.seen ";
const MAX_SEEN = 50;

/** A checkpoint that was verified here earlier, as it was signed. */
export interface Seen {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/**
 * What this browser remembers: keys that the reader accepted, and the checkpoints seen of each log.
 * What stands there and cannot be read is overlooked, as if it had never been met.
 */
export class Store {
  readonly #storage: Storage | undefined;

  constructor(storage: Storage | undefined) {
    this.#storage = storage;
  }

  /** Whether anything can be remembered. */
  get remembers(): boolean {
    return this.#storage !== undefined;
  }

  /** The keys of logs and witnesses that the reader accepted. */
  keys(): VerifierKey[] {
    return this.#lines(KEYS).flatMap((line) => attempt(() => parseKey(line)));
  }

  /** Remembers keys, unless they are known. */
  accept(keys: readonly VerifierKey[]): void {
    const known = new Set([...this.#lines(KEYS), ...keys.map((key) => key.vkey)]);
    this.#write(KEYS, [...known]);
  }

  /** Forgets one key. */
  forget(key: VerifierKey): void {
    this.#write(
      KEYS,
      this.#lines(KEYS).filter((line) => line !== key.vkey),
    );
  }

  /** The checkpoints seen of a log, the smallest first. */
  seen(origin: string): Seen[] {
    return this.#lines(SEEN + origin)
      .flatMap((note) =>
        attempt(() => ({ note, checkpoint: parseCheckpoint(parseNote(toUtf8(note)).text) })),
      )
      .filter((seen) => seen.checkpoint.origin === origin)
      .sort((one, other) => (one.checkpoint.size < other.checkpoint.size ? -1 : 1));
  }

  /** Remembers a checkpoint that was verified. Those that contradict each other are both kept. */
  remember(note: string, { origin }: Checkpoint): void {
    const notes = this.#lines(SEEN + origin);
    if (!notes.includes(note)) {
      this.#write(SEEN + origin, [...notes, note].slice(-MAX_SEEN));
    }
  }

  #lines(name: string): string[] {
    const [list] = attempt(() => JSON.parse(this.#storage?.getItem(name) ?? "[]") as unknown);
    return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
  }

  #write(name: string, lines: readonly string[]): void {
    attempt(() => this.#storage?.setItem(name, JSON.stringify(lines)));
  }
}

/** The browser's storage, or none where it is not allowed. */
export function openStore(): Store {
  const [storage] = attempt(() => {
    window.localStorage.getItem(KEYS);
    return window.localStorage;
  });
  return new Store(storage);
}

function attempt<T>(read: () => T): T[] {
  try {
    return [read()];
  } catch {
    return [];
  }
}
