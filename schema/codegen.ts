import type { CodegenConfig } from "@graphql-codegen/cli";

/** Typed documents from the printed schema and the committed operations: what web and test send. */
const config: CodegenConfig = {
  schema: "./schema.graphql",
  documents: ["./operations/**/*.graphql"],
  ignoreNoDocuments: true,
  generates: {
    "./generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { ID: "string", PlainDate: "string", DateTime: "string" },
      },
    },
  },
};
export default config;
