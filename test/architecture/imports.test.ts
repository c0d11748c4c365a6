import { globSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

interface Rule {
  /** Layers of ours it may import. */
  readonly ours: readonly string[];
  /** Layers whose types it may import. */
  readonly types?: readonly string[];
  /** Packages it may import; `any`: what package.json names. */
  readonly packages: "none" | "any" | RegExp;
}

const ORM = /^@mikro-orm\//;

/** Layer of api/src → the imports it may make besides its own files. Anything else is refused, packages included. */
const MAY_IMPORT: Readonly<Record<string, Rule>> = {
  domain: { ours: [], packages: "none" },
  matching: { ours: ["domain"], packages: "none" },
  words: { ours: ["domain"], types: ["matching"], packages: "none" },
  files: {
    ours: ["domain", "matching", "words"],
    packages:
      /^(node:|csv-parse|exceljs|@e965\/xlsx|encoding-japanese|jp-|topojson-client|yaml|@myriaddreamin\/typst|docx$|uqr$)/,
  },
  persistence: { ours: ["domain"], types: ["matching"], packages: /^(@mikro-orm\/|pg$|graphile-worker$|node:crypto$)/ },
  queries: { ours: ["domain", "matching", "words", "files", "persistence", "jobs"], packages: ORM },
  commands: {
    ours: ["domain", "matching", "files", "persistence", "queries", "jobs"],
    packages: /^(@mikro-orm\/|pg$)/,
  },
  jobs: {
    ours: ["domain", "matching", "files", "persistence", "queries"],
    packages: /^(@mikro-orm\/|graphile-worker$|node:(worker_threads|events|os)$|pg$)/,
  },
  graphql: {
    ours: ["domain", "commands", "queries", "words"],
    types: ["matching", "persistence", "files", "jobs"],
    packages: /^(type-graphql|graphql|reflect-metadata|@apollo\/|@escape\.tech\/|@mikro-orm\/)/,
  },
  server: {
    ours: ["domain", "matching", "words", "files", "persistence", "queries", "commands", "jobs", "graphql"],
    packages: "any",
  },
  cli: {
    ours: ["domain", "matching", "words", "files", "persistence", "queries", "commands", "jobs", "graphql", "server"],
    packages: "any",
  },
};

const IMPORT =
  /^(?:import|export)(\s+type)?\b[^"']*?\bfrom\s+["']([^"']+)["']|^import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

interface Import {
  readonly name: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  return [...readFileSync(join(ROOT, file), "utf8").matchAll(IMPORT)].map(([, type, from, bare, dynamic]) => ({
    name: from ?? bare ?? dynamic ?? "",
    typeOnly: type !== undefined,
  }));
}

function isAllowed({ name, typeOnly }: Import, rule: Rule, { file, home }: { file: string; home: string }): boolean {
  if (name.startsWith(".")) return `${join(dirname(file), name)}${sep}`.startsWith(home);
  if (name.startsWith("#")) {
    const layer = name.slice(1).split("/")[0] ?? "";
    return rule.ours.includes(layer) || (typeOnly && (rule.types ?? []).includes(layer));
  }
  if (rule.packages === "any") return true;
  return rule.packages !== "none" && rule.packages.test(name);
}

const sources = globSync("api/src/**/*.ts", { cwd: ROOT }).filter((name) => !name.endsWith(".test.ts"));

describe("what each layer of the api imports", () => {
  it("is written down for every layer", () => {
    const layers = new Set(sources.map((file) => file.split(sep)[2]));
    expect([...layers].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(Object.keys(MAY_IMPORT))("%s imports only what it may", (layer) => {
    const rule = MAY_IMPORT[layer] as Rule;
    const home = join("api", "src", layer) + sep;
    const strangers = sources
      .filter((file) => file.startsWith(home))
      .flatMap((file) => importsOf(file).map((one) => ({ file, ...one })))
      .filter((one) => !isAllowed(one, rule, { file: one.file, home }))
      .map(({ file, name }) => `${file} imports ${name}`);
    expect(strangers).toEqual([]);
  });
});

describe("the packages of the workspace", () => {
  const named = (folder: string, pattern: string) =>
    globSync(`${folder}/**/*.{ts,svelte}`, {
      cwd: ROOT,
      exclude: (name) => /node_modules|\.svelte-kit|build/.test(name),
    })
      .flatMap((file) => importsOf(file).map(({ name }) => `${file} imports ${name}`))
      .filter((line) => line.includes(` imports ${pattern}`));

  it("keep web apart from api and seeds: it knows the schema alone", () => {
    expect([...named("web/src", "@musubi/api"), ...named("web/src", "@musubi/seeds")]).toEqual([]);
  });

  it("keep api apart from the schema it is the source of", () => {
    expect(named("api/src", "@musubi/schema")).toEqual([]);
  });

  it("leave no code in seeds, which is data", () => {
    expect(globSync("seeds/**/*.{ts,js}", { cwd: ROOT })).toEqual([]);
  });
});
