import { defineConfig } from "vitest/config";

// Reports lie where scripts/TestReport.java looks for those of every module.
export default defineConfig({
  test: {
    include: ["src/main/ts/**/*.test.ts"],
    // These need a running service: npm run walks.
    exclude: ["src/main/ts/walks/**"],
    // A machine that is busy with other things makes no test fail.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", "junit"],
    outputFile: { junit: "target/npm-reports/TEST-vitest.xml" },
  },
});
