import { describe, expect, it } from "vitest";
import { audit } from "./audit.ts";
import { Difference } from "./difference.ts";
import { LogForTests, testPolicy } from "./testing/log.ts";
import { FILES } from "./testing/tampered-files.ts";
import { FLOWS } from "./testing/tampered-flows.ts";
import { FORMS } from "./testing/tampered-forms.ts";
import { PLACES } from "./testing/tampered-places.ts";
import { conformanceLog } from "./testing/vectors.ts";

const original = LogForTests.of(conformanceLog(), 2000);

function found(log: LogForTests): string | undefined {
  try {
    return audit(log.read, testPolicy()).difference?.code;
  } catch (error) {
    if (error instanceof Difference) {
      return error.code;
    }
    throw error;
  }
}

describe("a tampered log, signed again, is refused", () => {
  it.each([...FILES, ...FORMS, ...PLACES, ...FLOWS])("$code: $name", ({ code, entries, files }) => {
    const log = new LogForTests(original.entries);
    entries?.(log);
    log.publish();
    files?.(log);

    expect(found(log)).toBe(code);
  });
});

it("finds nothing in the untouched log, signed again", () => {
  const log = new LogForTests(original.entries);
  log.publish();

  expect(found(log)).toBeUndefined();
});
