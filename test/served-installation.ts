import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/** A whole installation as people run it: the command line in a process of its own, with its own embedded database. */
export interface ServedInstallation {
  readonly url: string;
  /** Everything it printed until it was ready. */
  readonly greeting: string;
  /** Milliseconds from starting the process to its "ready". */
  readonly readyMs: number;
  /** Number of its process. */
  readonly pid: number;
  /** Runs another command on the same installation. @returns its exit code and output */
  musubi(args: readonly string[], input?: string): Promise<CommandResult>;
  stop(): Promise<void>;
}

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A directory that PostgreSQL, which does not run as root, can enter. */
export function dataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "musubi-"));
  chmodSync(directory, 0o755);
  return directory;
}

/** A server process that answers. */
export interface StartedServer {
  readonly process: ChildProcess;
  readonly url: string;
  readonly greeting: string;
  /** The process of the embedded PostgreSQL in a data directory. */
  postmasterPid(directory: string): number;
}

/** Starts a server process with these settings and waits until it answers. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<StartedServer> {
  const server = start(["serve"], settings);
  const greeting = await untilReady(server);
  return {
    process: server,
    url: /ready (\S+)/.exec(greeting)?.[1] ?? "",
    greeting,
    postmasterPid: (directory) =>
      Number(readFileSync(join(directory, "postgres/postmaster.pid"), "utf8").split("\n")[0]),
  };
}

/** Starts an installation on a free port. */
export async function serveInstallation(env: Readonly<Record<string, string>> = {}): Promise<ServedInstallation> {
  const directory = dataDirectory();
  const settings = { ...env, MUSUBI_DATA: directory, PORT: "0" };
  const begun = performance.now();
  const { process: server, url, greeting } = await startServer(settings);
  return {
    ...{ url, greeting },
    readyMs: performance.now() - begun,
    pid: server.pid ?? 0,
    musubi: (args, input) => runMusubi(args, settings, input),
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Runs one command of the command line to its end. */
export async function runMusubi(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = "",
): Promise<CommandResult> {
  const command = start(args, env);
  const output = { stdout: "", stderr: "" };
  command.stdout?.on("data", (part: Buffer) => void (output.stdout += part));
  command.stderr?.on("data", (part: Buffer) => void (output.stderr += part));
  command.stdin?.end(input);
  const code = await new Promise<number>((resolve) => command.once("close", (status) => resolve(status ?? 1)));
  return { code, ...output };
}

/** The command line as `pnpm musubi` starts it: "node", its options, the file. */
function commandLine(): string[] {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: { musubi: string } };
  return manifest.scripts.musubi.split(" ").slice(1);
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const { DATABASE_URL: _server, NODE_ENV: _mode, ...inherited } = process.env;
  return spawn(process.execPath, [...commandLine(), ...args], {
    cwd: ROOT,
    env: { ...inherited, ...env },
    stdio: "pipe",
  });
}

function untilReady(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    let errors = "";
    server.stderr?.on("data", (part: Buffer) => void (errors += part));
    server.stdout?.on("data", (part: Buffer) => {
      printed += part;
      if (/^ready \S+$/m.test(printed)) resolve(printed);
    });
    // "close", not "exit": by then all it said has been read.
    server.once("close", (code, signal) => {
      reject(new Error(`The server ended with ${code ?? signal}:\n${printed}${errors}`));
    });
  });
}
