import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { ConfigError } from "./config.ts";
import { listen } from "./listen.ts";

const HOST = "127.0.0.1";
const open: Server[] = [];

function server(): Server {
  const http = createServer();
  open.push(http);
  return http;
}

afterEach(() => {
  for (const http of open.splice(0)) http.close();
});

describe("a server that cannot listen where it was told to", () => {
  it("says which port is taken and what to do, in both languages", async () => {
    const first = server();
    await listen(first, { host: HOST, port: 0 });
    const { port } = first.address() as AddressInfo;
    const failing = listen(server(), { host: HOST, port });
    await expect(failing).rejects.toThrow(ConfigError);
    await expect(failing).rejects.toThrow(`ポート${port}はほかのプログラムが使っています。`);
    await expect(failing).rejects.toThrow(`Port ${port} is in use`);
  });

  it("goes on when something goes wrong later", async () => {
    const http = server();
    await listen(http, { host: HOST, port: 0 });
    expect(http.emit("error", new Error("accept EMFILE"))).toBe(true);
    expect(http.emit("error", new Error("accept EMFILE"))).toBe(true);
    expect(http.listening).toBe(true);
  });

  it("says that an address is none of this machine", async () => {
    // TEST-NET-1 (RFC 5737) belongs to nobody.
    const failing = listen(server(), { host: "192.0.2.1", port: 0 });
    await expect(failing).rejects.toThrow("HOST の「192.0.2.1」はこのコンピューターのアドレスではありません。");
  });
});
