import { migrate } from "#persistence/migrate.ts";
import { readConfig } from "#server/config.ts";
import { openDatabase } from "#server/installation.ts";

/** Opens the database, brings it up to date, does the work as its owner and lets it go again. */
export async function withDatabase(work: (ownerUrl: string) => Promise<void>): Promise<void> {
  const database = await openDatabase(readConfig(process.env));
  try {
    await migrate(database.ownerUrl);
    await work(database.ownerUrl);
  } finally {
    await database.stop();
  }
}
