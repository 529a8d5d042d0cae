import { expect, it } from "vitest";
import { toHex } from "./hex.ts";

it("writes each byte as two lower-case digits", () => {
  expect(toHex(Uint8Array.of(0, 10, 255))).toBe("000aff");
});
