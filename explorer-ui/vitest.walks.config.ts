import { defineConfig } from "vitest/config";

// The walks over a running service (LEPTA_WALK_URL); scripts/walks starts one and runs them.
export default defineConfig({
  test: {
    include: ["src/main/ts/walks/**/*.test.ts"],
    // A machine that is busy with other things makes no test fail.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    maxConcurrency: 2,
    reporters: ["default", "junit"],
    outputFile: { junit: "target/npm-reports/TEST-walks.xml" },
  },
});
