import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import tseslint from "typescript-eslint";

const here = dirname(fileURLToPath(import.meta.url));

/** Folders that hold pure functions: no browser, no Node, no other folder than those named. */
function pure(folder, ...others) {
  const allowed = [folder, ...others].join("|");
  return {
    files: [`src/main/ts/${folder}/**/*.ts`],
    ignores: ["**/*.test.ts", "**/testing/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: "^node:", message: "Pure code runs in every browser." },
            { regex: `^\\.\\./(?!(${allowed})/)`, message: "See the table in eslint.config.js." },
          ],
        },
      ],
      "no-restricted-globals": ["error", "window", "document", "fetch", "process", "localStorage"],
    },
  };
}

export default tseslint.config(
  { ignores: ["target/", "lighthouse/", "eslint.config.js", "build.js", "src/main/resources/"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: here } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allow: [{ name: "bigint", from: "lib" }] },
      ],
      eqeqeq: "error",
    },
  },
  {
    // What a test breaks on purpose has no type.
    files: ["**/testing/**/*.ts"],
    rules: Object.fromEntries(
      ["assignment", "call", "member-access", "return"].map((what) => [
        `@typescript-eslint/no-unsafe-${what}`,
        "off",
      ]),
    ),
  },
  pure("bytes"),
  pure("proof", "bytes"),
  pure("passport", "bytes", "proof"),
  pure("recount"),
  // The second auditor shares nothing with the verifier of receipts, so that neither hides the other's mistake.
  pure("audit", "bytes"),
);
