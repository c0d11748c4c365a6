import "reflect-metadata";
import { CommanderError } from "commander";
import { AccessError } from "#domain/errors.ts";
import { UnfitDatabaseError } from "#persistence/migrate.ts";
import { ConfigError } from "#server/config.ts";
import { refusalText } from "#words/access.ts";
import { program } from "./program.ts";
import { Refusal, UsageError } from "./refusal.ts";

// Whoever reads us may stop early (`| head`): that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

/** Exit codes: 0 done; 1 refused or failed, with the reason on standard error; 2 wrong usage. */
try {
  await program().parseAsync(process.argv);
} catch (error) {
  process.exitCode = error instanceof CommanderError ? usageCode(error) : error instanceof UsageError ? 2 : 1;
  if (!(error instanceof CommanderError)) process.stderr.write(`${reasonOf(error)}\n`);
}

/** Help that was asked for is no fault; commander has written its words already. */
function usageCode({ exitCode }: CommanderError): number {
  return exitCode === 0 ? 0 : 2;
}

function reasonOf(error: unknown): string {
  if (error instanceof AccessError) return `${refusalText(error.code, "ja")} / ${refusalText(error.code, "en")}`;
  if (
    error instanceof Refusal ||
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof UnfitDatabaseError
  ) {
    return error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
