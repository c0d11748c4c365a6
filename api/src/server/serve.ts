import type { RequestHandler } from "express";
import { existsSync } from "node:fs";
import { workQueue } from "./work-queue.ts";
import { createApp } from "./app.ts";
import { listen } from "./listen.ts";
import { log } from "./log.ts";
import type { OpenInstallation } from "./installation.ts";

/** A running server: where it answers, and how to stop it once what it is doing is done. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves pages and GraphQL and takes jobs from the queue, in this one process. */
export async function serve(installation: OpenInstallation): Promise<RunningServer> {
  const { host, port } = installation.config;
  const { http, apollo } = await createApp(installation, await loadPages(installation));
  await listen(http, { host, port });
  const address = http.address();
  const openPort = typeof address === "object" && address ? address.port : port;
  const url = `http://${host}:${openPort}`;
  process.env["MUSUBI_INTERNAL_API"] = `${url}/graphql`;
  const worker = await workQueue(installation);
  return {
    url,
    async stop() {
      await worker.stop();
      await apollo.stop();
      http.closeAllConnections();
    },
  };
}

/**
 * The built pages. They are told through the environment, before they are loaded, which headers of ours to believe:
 * the adapter would else take every address for https and refuse all forms on plain http.
 */
async function loadPages({ internalKey }: OpenInstallation): Promise<RequestHandler | undefined> {
  const file = new URL("../../../web/build/handler.js", import.meta.url);
  if (!existsSync(file)) {
    log.warn("web/build is missing: only /graphql is served. `pnpm build` makes it.");
    return undefined;
  }
  process.env["PROTOCOL_HEADER"] = "x-musubi-proto";
  process.env["HOST_HEADER"] = "x-musubi-host";
  process.env["ADDRESS_HEADER"] = "x-musubi-address";
  process.env["MUSUBI_INTERNAL_KEY"] = internalKey;
  // A list of 20 MB and the form around it; the adapter alone would stop at 512 kB. The pages bound all other forms.
  process.env["BODY_SIZE_LIMIT"] = "21M";
  const { handler } = (await import(file.href)) as { handler: RequestHandler };
  return handler;
}
