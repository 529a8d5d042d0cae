import { defineConfig } from "vitest/config";

// Reports lie where scripts/TestReport.java looks for those of every module.
export default defineConfig({
  test: {
    include: ["src/main/ts/**/*.test.ts"],
    reporters: ["default", "junit"],
    outputFile: { junit: "target/npm-reports/TEST-vitest.xml" },
  },
});
