import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { decide } from "#domain/access/decide.ts";
import { OPERATIONS } from "#domain/access/operations.ts";
import { AccessError } from "#domain/errors.ts";
import { ROLES, type Role } from "#domain/access/viewer.ts";
import { KAGAWA, TOKUSHIMA } from "../../test/acting.ts";
import { openTestServer, type TestServer } from "../../test/test-server.ts";
import { program } from "./program.ts";

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), "musubi-cli-"));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

beforeAll(async () => {
  server = await openTestServer();
  vi.stubEnv("DATABASE_URL", server.database.ownerUrl);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await server.close();
});

/** How each command that acts for a federation is called; what comes by standard input is tried with a real process. */
const CALLS: Readonly<Record<string, () => readonly string[]>> = {
  "musubi import businesses": () => ["import", "businesses", file("list.csv", "事業者名\n甲\n"), "--dry-run"],
  "musubi import responses": () => ["import", "responses", file("answers.csv", "事業者名,課題\n甲,人手不足\n")],
  "musubi discover": () => ["discover", "--purpose", "COOPERATIVE"],
  "musubi score": () => ["score", "--purpose", "COOPERATIVE", "--groups", file("groups.jsonl", "")],
};

async function outcome(args: readonly string[]): Promise<string> {
  try {
    await program().parseAsync(["node", "musubi", ...args]);
    return "allow";
  } catch (error) {
    if (error instanceof AccessError) return "deny";
    throw error;
  }
}

describe("a command of the command line", () => {
  it.each(ROLES.flatMap((role) => Object.keys(CALLS).map((command) => [command, role] as const)))(
    "%s obeys the access table when %s acts, in the own federation and in another's",
    async (command, role: Role) => {
      const home = role === "national" ? "00" : KAGAWA;
      const email = await server.addAccount(role, home);
      const viewer = { kind: "account", accountId: "", name: "", email, role, federation: home } as const;
      const action = OPERATIONS[command];
      if (!action) throw new Error(`${command} has no row`);
      for (const federation of [home, TOKUSHIMA]) {
        const args = [...(CALLS[command]?.() ?? []), "--federation", federation, "--as", email];
        expect([federation, await outcome(args)]).toEqual([federation, decide(viewer, action, { federation })]);
      }
    },
  );

  it.each(Object.keys(CALLS))("%s acts as the installation for the federation named", async (command) => {
    expect(await outcome([...(CALLS[command]?.() ?? []), "--federation", KAGAWA])).toBe("allow");
  });
});
