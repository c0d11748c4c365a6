import { Command } from "commander";
import { addAccountCommands } from "./account-commands.ts";
import { addExportCommands } from "./export-commands.ts";
import { addImportCommands } from "./import-commands.ts";
import { addInstallationCommands } from "./installation-commands.ts";
import { addMatchingCommands } from "./matching-commands.ts";
import { addPrintCommand } from "./print-command.ts";
import { addSeedCommands } from "./seed-commands.ts";

/** The whole command line. It is used on the server itself and obeys the same access table as GraphQL. */
export function program(): Command {
  const musubi = new Command("musubi")
    .description(
      "Musubi（結び）: 連携候補の発見と組合設立の支援 / finds groups that could work, and walks them to registration",
    )
    .helpCommand(false);
  addInstallationCommands(musubi);
  addSeedCommands(musubi);
  addAccountCommands(musubi);
  addImportCommands(musubi);
  addExportCommands(musubi);
  addMatchingCommands(musubi);
  addPrintCommand(musubi);
  throwInsteadOfExit(musubi);
  return musubi;
}

/** So that the exit code is decided in one place. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) throwInsteadOfExit(child);
}

/** The full names of all commands: "musubi seed demo". */
export function commandNames(command: Command = program(), before = ""): string[] {
  const name = `${before}${command.name()}`;
  if (command.commands.length === 0) return [name];
  return command.commands.flatMap((child) => commandNames(child, `${name} `));
}
