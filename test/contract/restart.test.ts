import { rmSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { dataDirectory, runMusubi, startServer } from "../served-installation.ts";

const directory = dataDirectory();
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const settings = { MUSUBI_DATA: directory, MUSUBI_DEMO: "0", PORT: "0" };
const isServing = async (url: string) => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok ?? false;

it("starts again beside the database that a killed server left running, and stops that database in the end", async () => {
  const killed = await startServer(settings);
  killed.process.kill("SIGKILL");
  const next = await startServer(settings);
  expect(await isServing(next.url)).toBe(true);
  const postmaster = next.postmasterPid(directory);
  next.process.kill("SIGTERM");
  await new Promise((resolve) => next.process.once("exit", resolve));
  expect(() => process.kill(postmaster, 0)).toThrow();
});

it("goes on serving when the process that started the database ends, and stops the database as the last one", async () => {
  const first = await startServer(settings);
  const second = await startServer(settings);
  const postmaster = second.postmasterPid(directory);
  first.process.kill("SIGTERM");
  await new Promise((resolve) => first.process.once("exit", resolve));
  expect(await isServing(second.url)).toBe(true);
  second.process.kill("SIGTERM");
  await new Promise((resolve) => second.process.once("exit", resolve));
  expect(() => process.kill(postmaster, 0)).toThrow();
});

it("is not started beyond this machine with demo accounts in its database, and says why", async () => {
  const folder = { MUSUBI_DATA: dataDirectory(), PORT: "0" };
  const { code: seeded } = await runMusubi(["seed", "demo"], folder);
  expect(seeded).toBe(0);
  for (const reached of [{ HOST: "0.0.0.0" }, { MUSUBI_ORIGIN: "https://musubi.example.jp" }]) {
    const { code, stdout, stderr } = await runMusubi(["serve"], { ...folder, ...reached });
    expect([code, stdout, stderr.includes("見本のアカウントが残っている")]).toEqual([1, "", true]);
  }
  rmSync(folder.MUSUBI_DATA, { recursive: true, force: true });
});

it("takes several commands at once on a fresh installation", async () => {
  const fresh = { MUSUBI_DATA: dataDirectory() };
  const results = await Promise.all(Array.from({ length: 3 }, () => runMusubi(["migrate"], fresh)));
  expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(Array(3).fill([0, ""]));
  rmSync(fresh.MUSUBI_DATA, { recursive: true, force: true });
});

it("ends with exit code 0 when it is asked to stop, its database stopped before it", async () => {
  const server = await startServer(settings);
  const postmaster = server.postmasterPid(directory);
  server.process.kill("SIGTERM");
  const code = await new Promise((resolve) => server.process.once("exit", resolve));
  expect(code).toBe(0);
  expect(() => process.kill(postmaster, 0)).toThrow();
});
