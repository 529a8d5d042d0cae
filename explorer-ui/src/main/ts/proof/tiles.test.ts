import { expect, it } from "vitest";
import { joined } from "../bytes/bytes.ts";
import { toBase64 } from "../bytes/base64.ts";
import { toUtf8 } from "../bytes/text.ts";
import { type Bytes, innerHash, leafHash } from "./hash.ts";
import { requireConsistency } from "./merkle.ts";
import { consistencyPath, tilePath } from "./tiles.ts";

const leaves = Array.from({ length: 70_000 }, (_, i) =>
  leafHash(toUtf8(`{"i":${i},"amt":"10.00"}`)),
);

function rootOf(first: number, end: number): Bytes {
  if (end - first === 1) {
    return leaves[first] ?? new Uint8Array();
  }
  const middle = first + 2 ** (Math.ceil(Math.log2(end - first)) - 1);
  return innerHash(rootOf(first, middle), rootOf(middle, end));
}

/** The files that a log of this size has published last: no other partial tiles are left. */
function published(size: number): (path: string) => Promise<Uint8Array | undefined> {
  return (path) => {
    const [, level = "0", ...groups] = path.split("/");
    const width = path.includes(".p/") ? Number(groups.pop()) : 256;
    const index = Number(groups.join("").replaceAll("x", "").replace(".p", ""));
    const step = 256 ** Number(level);
    const entries = Math.min(Math.floor(size / step) - 256 * index, 256);
    return Promise.resolve(
      entries === width
        ? joined(
            ...Array.from({ length: width }, (_, at) =>
              rootOf((256 * index + at) * step, (256 * index + at + 1) * step),
            ),
          )
        : undefined,
    );
  };
}

it("writes paths in groups of three digits", () => {
  expect(tilePath(0n, 0n, 256n)).toBe("tile/0/000");
  expect(tilePath(1n, 1234067n, 256n)).toBe("tile/1/x001/x234/067");
  expect(tilePath(0n, 273n, 112n)).toBe("tile/0/273.p/112");
});

it("has the roots that are written down", () => {
  expect(toBase64(rootOf(0, 257))).toBe("0QZyZq1Tm6Z3q18DcBB8vLjEuYJ0oKR/IdWRbkJjwZw=");
  expect(toBase64(rootOf(0, 70_000))).toBe("fcAEQy+weUMHTSLO2fF99tmj20IaxEH5fJTvqRHFCM8=");
});

it.each([
  ...[1, 2, 3, 255, 256].map((older) => [older, 257] as const),
  ...[1, 5, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 69_999].map(
    (older) => [older, 70_000] as const,
  ),
])("proves from the tiles that %i grew to %i", async (older, newer) => {
  const path = await consistencyPath(BigInt(older), BigInt(newer), published(newer));
  const tree = (size: number): { size: bigint; root: Bytes } => ({
    size: BigInt(size),
    root: rootOf(0, size),
  });
  requireConsistency(tree(older), tree(newer), path);
  const changed = { size: BigInt(older), root: leafHash(toUtf8("x")) };
  expect(() => {
    requireConsistency(changed, tree(newer), path);
  }).toThrow();
});

it("takes the full tile where the partial one is gone, and says what is missing", async () => {
  const read = published(512);
  expect(await consistencyPath(100n, 300n, read)).toHaveLength(
    (await consistencyPath(100n, 300n, published(300))).length,
  );
  await expect(consistencyPath(100n, 300n, () => Promise.resolve(undefined))).rejects.toThrow(
    "tile/0/000",
  );
});
