import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataDirectory, runMusubi } from "../served-installation.ts";

const directory = dataDirectory();
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const env = { MUSUBI_DATA: join(directory, "data") };
const musubi = (...args: string[]) => runMusubi(args, env);
const file = (name: string, text: string) => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};

/** Six workshops within a kilometre that share the want of hands. */
const SNAPSHOT = Array.from({ length: 6 }, (_, index) =>
  JSON.stringify({
    id: `b${index}`,
    lat: 34.34 + index / 1000,
    lon: 134.05,
    needs: [["K02", 3]],
    leader: index % 4,
    employees: 5,
  }),
).join("\n");

describe("the command line", () => {
  it.each([["--help"], ["discover", "--help"], ["import", "businesses", "--help"], ["seed", "--help"]])(
    "explains itself: musubi %s %s",
    async (...args) => {
      const { code, stdout } = await musubi(...args.filter((arg) => arg !== undefined));
      expect([code, stdout.includes("Usage: musubi")]).toEqual([0, true]);
    },
  );

  it.each([
    ["a command that is not there", ["dance"]],
    ["an option that is not there", ["discover", "--purpose", "COOPERATIVE", "--loudly"]],
    ["a missing option", ["discover"]],
    ["neither snapshot nor federation", ["discover", "--purpose", "COOPERATIVE"]],
    ["a purpose that is none", ["discover", "--purpose", "PARTY", "--snapshot", "irrelevant"]],
    ["a group that is none", ["complete", "--purpose", "COOPERATIVE", "--snapshot", "package.json", "--group", "a,,b"]],
    ["a number that is none", ["discover", "--purpose", "COOPERATIVE", "--snapshot", "package.json", "--top", "many"]],
    ["no thread", ["discover", "--purpose", "COOPERATIVE", "--snapshot", "nowhere.jsonl", "--threads", "0"]],
    ["a mode that is none", ["discover", "--purpose", "COOPERATIVE", "--snapshot", "nowhere.jsonl", "--mode", "slow"]],
    [
      "two forms of output at once",
      [
        "score",
        "--purpose",
        "COOPERATIVE",
        "--snapshot",
        "package.json",
        "--groups",
        "package.json",
        "--json",
        "--jsonl",
      ],
    ],
    [
      "a district that is none",
      ["discover", "--purpose", "COOPERATIVE", "--snapshot", "package.json", "--district", "xyz"],
    ],
  ])("answers %s with exit code 2", async (_, args) => {
    const { code, stdout, stderr } = await musubi(...args);
    expect([code, stdout, stderr.length > 0]).toEqual([2, "", true]);
  });

  it("refuses a setting it does not know, by its name", async () => {
    const { code, stderr } = await runMusubi(["doctor"], { ...env, MUSUBI_COLOUR: "red" });
    expect([code, stderr.includes("MUSUBI_COLOUR"), stderr.includes("    at ")]).toEqual([1, true, false]);
  });
});

describe("musubi complete", () => {
  const complete = (group: string) =>
    musubi(
      "complete",
      "--purpose",
      "COOPERATIVE",
      "--snapshot",
      file("snapshot.jsonl", SNAPSHOT),
      "--group",
      group,
      "--json",
    );

  it("says how many are missing and who, the best first", async () => {
    const { code, stdout } = await complete("b0,b1,b2");
    const { missing, completions } = JSON.parse(stdout) as {
      missing: { members: number };
      completions: { rank: number; added: string[]; members: string[]; lower: number }[];
    };
    expect([code, missing.members]).toEqual([0, 1]);
    expect(completions.map(({ added }) => added)).toEqual([["b3"], ["b4"], ["b5"]]);
    expect(completions[0]?.members).toEqual(["b0", "b1", "b2", "b3"]);
  });

  it("prints both bounds for the eye, and a dash in their place where too little is known for a number", async () => {
    const asked = ["complete", "--purpose", "COOPERATIVE", "--group", "b0,b1,b2", "--snapshot"];
    const known = await musubi(...asked, file("snapshot.jsonl", SNAPSHOT));
    expect(known.stdout).toMatch(/^1\t\+ b3\t\d+–\d+\t8\d\d‰\t/m);
    const places = SNAPSHOT.replaceAll(/,"needs":.*?(?=\})/g, "");
    const unknown = await musubi(...asked, file("places.jsonl", places));
    expect(unknown.stdout).toMatch(/^1\t\+ b3\t–\t\d+‰\t/m);
  });

  it("refuses a business that is not there, by its id", async () => {
    const { code, stderr } = await complete("b0,x");
    expect([code, stderr.includes("「x」")]).toEqual([1, true]);
  });
});

describe("musubi discover", () => {
  const discover = async (...args: string[]) => {
    const snapshot = file("snapshot.jsonl", SNAPSHOT);
    return musubi("discover", "--purpose", "COOPERATIVE", "--snapshot", snapshot, "--json", ...args);
  };

  it("prints one document with the contract's keys in the contract's order", async () => {
    const { code, stdout } = await discover();
    const document = JSON.parse(stdout) as Record<string, unknown> & { proposals: Record<string, unknown>[] };
    expect(code).toBe(0);
    expect(Object.keys(document).filter((key) => key !== "unplaced")).toEqual([
      ...["purpose", "engine", "terms", "snapshot", "examined", "elapsedMs", "cutShort", "proposals"],
    ]);
    expect(Object.keys(document.proposals[0] ?? {})).toEqual([
      ...["rank", "members", "lower", "upper", "coverage", "band", "components", "rules"],
    ]);
  });

  it("does not depend on the order of lines", async () => {
    const reversed = file("reversed.jsonl", SNAPSHOT.split("\n").toReversed().join("\n"));
    const proposals = (text: string) => (JSON.parse(text) as { proposals: unknown }).proposals;
    const other = await musubi("discover", "--purpose", "COOPERATIVE", "--snapshot", reversed, "--json");
    expect(proposals(other.stdout)).toEqual(proposals((await discover()).stdout));
  });

  it("keeps to what must be in, must not be in and must not meet", async () => {
    const { stdout } = await discover("--with", "b0", "--without", "b5", "--apart", "b1,b2");
    const { proposals } = JSON.parse(stdout) as { proposals: { members: string[] }[] };
    expect(proposals.length).toBeGreaterThan(0);
    for (const { members } of proposals) {
      expect([
        members.includes("b0"),
        members.includes("b5"),
        members.includes("b1") && members.includes("b2"),
      ]).toEqual([true, false, false]);
    }
  });

  it("names every faulty line of a snapshot and prints nothing else", async () => {
    const broken = file("broken.jsonl", '{"id":"a"}\nnot json\n{"id":"a"}\n{"id":"c","employees":-1}\n');
    const { code, stdout, stderr } = await musubi(
      "discover",
      "--purpose",
      "COOPERATIVE",
      "--snapshot",
      broken,
      "--json",
    );
    expect([code, stdout]).toEqual([1, ""]);
    for (const line of [2, 3, 4]) expect(stderr).toContain(`${line}行目`);
  });
});

describe("musubi score", () => {
  const score = async (groups: string, ...args: string[]) => {
    const snapshot = file("snapshot.jsonl", SNAPSHOT);
    return musubi(
      "score",
      "--purpose",
      "COOPERATIVE",
      "--snapshot",
      snapshot,
      "--groups",
      file("groups.jsonl", groups),
      ...args,
    );
  };

  it("analyses groups in their order, without a rank, failing rules included", async () => {
    const { code, stdout } = await score('["b3","b1"]\n["b0","b1","b2","b3"]\n', "--jsonl");
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { members: string[]; rules: { id: string; verdict: string }[] });
    expect(code).toBe(0);
    expect(lines.map(({ members }) => members)).toEqual([
      ["b1", "b3"],
      ["b0", "b1", "b2", "b3"],
    ]);
    expect(lines.map(({ rules }) => rules.find(({ id }) => id === "H1")?.verdict)).toEqual(["fail", "pass"]);
    expect(lines[0]).not.toHaveProperty("rank");
  });

  it("refuses an unknown id with its line", async () => {
    const { code, stderr } = await score('["b0","b1"]\n["b0","b99"]\n', "--json");
    expect([code, stderr.includes("2行目"), stderr.includes("b99")]).toEqual([1, true, true]);
  });
});

describe("musubi import, user and doctor", () => {
  beforeAll(async () => void (await musubi("migrate")));

  it("imports a list, tells what it did as JSON, and finds groups in it", async () => {
    const list = file(
      "list.csv",
      "管理番号,事業者名,緯度,経度,課題,謎の列\n1,甲,34.34,134.05,K02,\n2,乙,34.34,134.05,K02,\n",
    );
    const imported = await musubi("import", "businesses", list, "--federation", "37", "--json");
    expect(JSON.parse(imported.stdout)).toEqual({
      ...{ new: 2, changed: 0, unchanged: 0, refused: 0, setAside: 0, problems: [] },
      notices: [expect.objectContaining({ column: "謎の列" })],
    });
    const found = await musubi("discover", "--purpose", "CROSS_INDUSTRY", "--federation", "37", "--json");
    const { proposals } = JSON.parse(found.stdout) as { proposals: { members: string[] }[] };
    expect([found.code, proposals.map(({ members }) => members.length)]).toEqual([0, [2]]);
  });

  it("writes nothing and exits with 1 where a row is faulty, telling the row, and the counts as JSON all the same", async () => {
    const list = file("faulty.csv", "管理番号,事業者名,従業員数\n8,丙,たくさん\n9,丁,3\n");
    const refused = await musubi("import", "businesses", list, "--federation", "37", "--json");
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      new: 1,
      refused: 1,
      problems: [{ row: 2, column: "従業員数" }],
    });
    const skipped = await musubi("import", "businesses", list, "--federation", "37", "--skip-refused", "--json");
    expect(skipped.code).toBe(0);
  });

  it("refuses a federation that is not there and a file that is not there", async () => {
    const list = file("list.csv", "事業者名\n甲\n");
    expect((await musubi("import", "businesses", list, "--federation", "48")).code).toBe(1);
    const { code, stderr } = await musubi("import", "businesses", "nowhere.csv", "--federation", "37");
    expect([code, stderr.includes("    at ")]).toEqual([1, false]);
  });

  it("adds an account whose password is long enough, once, and lets it act only as its role may", async () => {
    const add = (password: string, ...more: string[]) =>
      runMusubi(
        ["user", "add", "kikan@example.jp", "--role", "operator", "--federation", "37", ...more],
        env,
        `${password}\n`,
      );
    expect((await add("short")).stderr).toContain("12文字以上");
    expect((await add("long enough for all")).code).toBe(0);
    expect((await add("long enough for all")).stderr).toContain("すでに使われています");
    const list = file("list.csv", "事業者名\n甲\n");
    const acted = await musubi("import", "businesses", list, "--federation", "37", "--as", "kikan@example.jp");
    expect([acted.code, acted.stderr.includes("表示できません")]).toEqual([1, true]);
  });

  it("finds the installation sound", async () => {
    const { code, stdout } = await musubi("doctor", "--json");
    const { findings } = JSON.parse(stdout) as { findings: { ok: boolean; what: string }[] };
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(code).toBe(0);
  });
});
