import { rmSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { expect, it } from "vitest";
import { dataDirectory } from "../../../test/served-installation.ts";
import { openEmbeddedDatabase } from "./embedded-database.ts";

async function listening(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

it("is started on another port where the one that was free has been taken meanwhile", async () => {
  const taken = await listening();
  const free = async () => {
    const server = await listening();
    const port = portOf(server);
    await new Promise((resolve) => server.close(resolve));
    return port;
  };
  const ports = [portOf(taken), await free()];

  const directory = dataDirectory();
  const database = await openEmbeddedDatabase(join(directory, "postgres"), async () => ports.shift() ?? free());
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query("select current_setting('port')::int as port");
  await client.end();
  await database.stop();
  rmSync(directory, { recursive: true, force: true });
  expect(database.origin).toBe("started");
  expect(rows[0].port).not.toBe(portOf(taken));
  expect(ports.length).toBeLessThan(2);
  taken.close();
});
