import type { IncomingMessage } from "node:http";
import type { Config } from "./config.ts";

/** The address a person sees in the browser, as far as this process can know it. */
export interface Origin {
  readonly protocol: "http" | "https";
  /** With the port where it is not the protocol's own. */
  readonly host: string;
}

/** Names that browsers treat as safe without encryption: the machine itself. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Behind an https proxy the public address is the configured one: no header of a request is believed. Else it is
 * plain http at whatever host the request names.
 */
export function originOf(request: Pick<IncomingMessage, "headers">, config: Config): Origin {
  if (config.publicOrigin === undefined) return { protocol: "http", host: request.headers.host ?? "" };
  return { protocol: "https", host: new URL(config.publicOrigin).host };
}

/** Whether a browser keeps and sends a secure cookie here: over https, or over http on the machine itself. */
export function keepsSecureCookies({ protocol, host }: Origin): boolean {
  return protocol === "https" || LOOPBACK.test(host);
}

/**
 * The network address a request comes from: the last one the https proxy noted, as the proxy writes that itself;
 * without a proxy, the connection's.
 */
export function clientAddressOf(request: IncomingMessage, config: Config): string {
  const noted = config.publicOrigin === undefined ? undefined : request.headers["x-forwarded-for"];
  const last = [noted].flat().join(",").split(",").at(-1)?.trim();
  return last || (request.socket.remoteAddress ?? "");
}

/** The address of a request whose `x-musubi-*` headers this process has set itself. */
export function seenOrigin({ headers }: Pick<IncomingMessage, "headers">): Origin {
  const protocol = headers["x-musubi-proto"] === "https" ? "https" : "http";
  return { protocol, host: String(headers["x-musubi-host"] ?? "") };
}
