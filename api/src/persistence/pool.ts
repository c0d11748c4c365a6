import pg from "pg";

/**
 * Connections for what does not go through the ORM. The server may stop under one, idle or in use: that is told by the
 * statement that fails, and must not end the process.
 */
export function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  return pool;
}
