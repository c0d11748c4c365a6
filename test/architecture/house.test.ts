import { globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

const skipped = (name: string) => /node_modules|\.svelte-kit|build|generated|paraglide|\.data/.test(name);
const files = (pattern: string) => globSync(pattern, { cwd: ROOT, exclude: skipped });

describe("the house", () => {
  it("has at its top the five folders and root files, nothing else", () => {
    const folders = readdirSync(ROOT).filter(
      (name) => !name.startsWith(".") && statSync(join(ROOT, name)).isDirectory(),
    );
    expect(folders.filter((name) => name !== "node_modules").sort()).toEqual(["api", "schema", "seeds", "test", "web"]);
  });

  it("names no file and no folder by a word that says nothing", () => {
    const empty = /(^|[-.])(manager|service|helpers?|utils?|handler|processor|base|impl|dto|info|temp)([-.]|$)/;
    const names = files("{api,web,schema,test}/**/*.{ts,svelte}").map((path) => basename(path).toLowerCase());
    expect(names.filter((name) => empty.test(name))).toEqual([]);
  });

  it("names files in kebab-case and components in PascalCase", () => {
    const wrong = [
      ...files("{api,schema,test}/**/*.ts").filter(
        (path) => !/^([a-z0-9]+([-.][a-z0-9]+)*|Migration\d+)\.ts$/.test(basename(path)),
      ),
      ...files("web/src/lib/**/*.svelte").filter((path) => !/^[A-Z][A-Za-z]*\.svelte$/.test(basename(path))),
    ];
    expect(wrong).toEqual([]);
  });

  it("exports nothing by default and has no barrel", () => {
    expect(files("{api,schema}/**/index.ts")).toEqual([]);
  });

  it("writes a box of several lines in one place, which fills it in the page the server sends too", () => {
    const boxes = files("web/src/**/*.svelte").filter((path) =>
      readFileSync(join(ROOT, path), "utf8").includes("<textarea"),
    );
    expect(boxes).toEqual(["web/src/lib/ui/TextBox.svelte"]);
  });

  it("asks of a link only what SvelteKit knows: of what it no longer knows it says nothing, and jumps", () => {
    const known = ["preload-code", "preload-data", "reload", "replacestate", "reset"];
    const asked = files("web/src/**/*.{svelte,html}").flatMap((path) =>
      [...readFileSync(join(ROOT, path), "utf8").matchAll(/data-sveltekit-([a-z-]+)/g)].map(([, name = ""]) => name),
    );
    expect(asked).toContain("reset");
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("has no file of more than 350 lines, pages included", () => {
    const long = files("{api,web,test}/**/*.{ts,svelte}").filter(
      (path) => readFileSync(join(ROOT, path), "utf8").split("\n").length > 350,
    );
    expect(long).toEqual([]);
  });
});
