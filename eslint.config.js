import eslint from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

export default ts.config(
  {
    ignores: ["**/node_modules/", "**/.svelte-kit/", "**/build/", "**/generated/", "web/src/lib/paraglide/", ".data/"],
  },
  eslint.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only: a name should be findable everywhere." },
      ],
      "max-depth": ["error", 3],
      "max-params": ["error", 3],
      "max-lines": ["error", { max: 350 }],
      "max-lines-per-function": ["error", { max: 60 }],
      eqeqeq: "error",
    },
  },
  // A test's `describe` is a chapter, not a function; a tool's configuration must export a default.
  { files: ["**/*.test.ts", "test/**"], rules: { "max-lines-per-function": "off" } },
  { files: ["**/*.config.{js,ts}", "schema/codegen.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { "svelte/no-at-html-tags": "error" },
  },
  // Pages lie at the root of their address: no path needs to be resolved.
  { files: ["web/**/*.{svelte,ts}"], rules: { "svelte/no-navigation-without-resolve": "off" } },
);
