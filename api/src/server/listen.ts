import { once } from "node:events";
import type { Server } from "node:http";
import { ConfigError, type Config } from "./config.ts";
import { noteDefect } from "./log.ts";

/** What Node says of an address that is not this machine's, or of a name it cannot look up. */
const NOT_OURS: ReadonlySet<string> = new Set(["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EAFNOSUPPORT"]);

/** Why an address cannot be listened on, in words; undefined where it is no matter of the settings. */
function faultOf(code: string | undefined, { host, port }: Pick<Config, "host" | "port">): string | undefined {
  if (code === "EADDRINUSE")
    return `ポート${port}はほかのプログラムが使っています。それを止めるか、PORT に別の番号を指定してください。 / Port ${port} is in use by another program. Stop it, or choose another with PORT.`;
  if (code === "EACCES")
    return `ポート${port}を使う権限がありません。PORT に1024以上の番号を指定してください。 / Port ${port} may not be used by this account. Choose 1024 or above with PORT.`;
  if (code !== undefined && NOT_OURS.has(code))
    return `HOST の「${host}」はこのコンピューターのアドレスではありません。 / HOST is "${host}", which is no address of this machine.`;
  return undefined;
}

/**
 * Listens where the settings say; what goes wrong later is written down.
 * @throws ConfigError where the port is taken or the address is none of this machine
 */
export async function listen(http: Server, address: Pick<Config, "host" | "port">): Promise<void> {
  try {
    const listening = once(http, "listening");
    http.listen(address.port, address.host);
    await listening;
  } catch (error) {
    const fault = faultOf((error as NodeJS.ErrnoException).code, address);
    throw fault === undefined ? error : new ConfigError(fault);
  }
  http.on("error", noteDefect);
}
