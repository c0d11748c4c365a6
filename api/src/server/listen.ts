import type { Server } from "node:http";
import { ConfigError, type Config } from "./config.ts";

/** Why an address cannot be listened on, in words; undefined where it is no matter of the settings. */
function faultOf(code: string | undefined, { host, port }: Pick<Config, "host" | "port">): string | undefined {
  if (code === "EADDRINUSE")
    return `ポート${port}はほかのプログラムが使っています。それを止めるか、PORT に別の番号を指定してください。 / Port ${port} is in use by another program. Stop it, or choose another with PORT.`;
  if (code === "EACCES")
    return `ポート${port}を使う権限がありません。PORT に1024以上の番号を指定してください。 / Port ${port} may not be used by this account. Choose 1024 or above with PORT.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST の「${host}」はこの機械のアドレスではありません。 / HOST is "${host}", which is no address of this machine.`;
  return undefined;
}

/** Listens where the settings say. @throws ConfigError where the port is taken or the address is none of this machine */
export async function listen(http: Server, address: Pick<Config, "host" | "port">): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      const fault = faultOf(error.code, address);
      reject(fault === undefined ? error : new ConfigError(fault));
    });
    http.listen(address.port, address.host, resolve);
  });
}
