import { resolve } from "node:path";

/** What an installation is told from outside, read once at the start and checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Address of a PostgreSQL server, as its owner; undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Directory of everything an installation keeps on disk. */
  readonly dataDirectory: string;
  /** Whether demo data and its accounts are wanted. */
  readonly demo: boolean;
  /** The address people open, behind an https proxy; undefined: whatever address this process is reached by. */
  readonly publicOrigin: string | undefined;
  /** Serves people beyond this machine: no demo account may exist. */
  readonly production: boolean;
}

/** A setting is wrong; the message says which and what it takes. */
export class ConfigError extends Error {}

/** MUSUBI_INTERNAL_* are handed by this process to the web handler it loads, and never read as settings. */
const KNOWN = new Set(["MUSUBI_DATA", "MUSUBI_DEMO", "MUSUBI_ORIGIN", "MUSUBI_INTERNAL_API", "MUSUBI_INTERNAL_KEY"]);

/**
 * Reads the settings from the environment.
 * @throws ConfigError naming every wrong or unknown setting at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  for (const name of Object.keys(env).filter((key) => key.startsWith("MUSUBI_") && !KNOWN.has(key))) {
    faults.push(`${name} is not a setting of Musubi. Known: MUSUBI_DATA, MUSUBI_DEMO, MUSUBI_ORIGIN.`);
  }
  const port = readPort(env["PORT"], faults);
  const publicOrigin = readOrigin(env["MUSUBI_ORIGIN"], faults);
  const databaseUrl = readDatabaseUrl(env["DATABASE_URL"], faults);
  const demo = readSwitch(env["MUSUBI_DEMO"], faults);
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
  const host = env["HOST"] || "127.0.0.1";
  // Whoever can reach the port can write any Host header: beyond this machine the demo's known passwords are no secret.
  const production = publicOrigin !== undefined || env["NODE_ENV"] === "production" || !LOOPBACK_HOSTS.has(host);
  return {
    port,
    host,
    databaseUrl,
    dataDirectory: resolve(env["MUSUBI_DATA"] || new URL("../../../.data", import.meta.url).pathname),
    demo: demo && !production,
    publicOrigin,
    production,
  };
}

/** Addresses that only this machine reaches. */
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

/** Ports from 1024 on that browsers, and this process's own requests, refuse (WHATWG Fetch, port blocking). */
const BLOCKED_PORTS: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

function readPort(text: string | undefined, faults: string[]): number {
  if (!text) return 4100;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push(`PORT is "${text}"; it takes 0 to 65535.`);
  if (BLOCKED_PORTS.has(port))
    faults.push(`PORT is ${port}, which browsers refuse to open. Choose another, such as 4100.`);
  return port;
}

function readSwitch(text: string | undefined, faults: string[]): boolean {
  if (text !== undefined && !["", "0", "1"].includes(text)) faults.push(`MUSUBI_DEMO is "${text}"; it takes 0 or 1.`);
  return text !== "0";
}

function readOrigin(text: string | undefined, faults: string[]): string | undefined {
  if (!text) return undefined;
  const url = URL.parse(text);
  if (url?.protocol === "https:" && url.origin === text.replace(/\/$/, "")) return url.origin;
  faults.push(
    `MUSUBI_ORIGIN is "${text}"; it takes the public https address without a path: https://musubi.example.jp`,
  );
  return undefined;
}

function readDatabaseUrl(text: string | undefined, faults: string[]): string | undefined {
  if (!text) return undefined;
  if (["postgres:", "postgresql:"].includes(URL.parse(text)?.protocol ?? "")) return text;
  faults.push("DATABASE_URL is not a PostgreSQL address: postgres://owner:password@host:5432/database");
  return undefined;
}
