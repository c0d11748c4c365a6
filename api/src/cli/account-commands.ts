import { createInterface } from "node:readline";
import type { Command } from "commander";
import { addAccount } from "#commands/add-account.ts";
import { hashPassword } from "#server/password.ts";
import { problemText } from "#words/problem.ts";
import { Refusal } from "./refusal.ts";
import { actingContext, withInstallation, type ActingOptions } from "./with-installation.ts";

interface AddOptions extends ActingOptions {
  readonly role: string;
  readonly name?: string;
}

/** Commands about accounts. */
export function addAccountCommands(musubi: Command): void {
  const user = musubi.command("user").description("利用者の登録 / accounts");
  user
    .command("add <email>")
    .description(
      "利用者を加える。パスワードは標準入力から読む / add an account; its password is read from standard input",
    )
    .requiredOption("--role <role>", "coordinator, manager, national, operator")
    .requiredOption("--federation <code>", "00〜47")
    .option("--name <name>", "氏名 / the person's name")
    .option("--as <email>", "この人として行う / act as this person")
    .action(addUser);
}

async function addUser(email: string, options: AddOptions): Promise<void> {
  const password = await firstLine();
  await withInstallation(async (installation) => {
    const ctx = await actingContext(installation, options, "account.add");
    const { role, name = "" } = options;
    const decision = await addAccount(ctx, installation.orm, {
      email,
      name,
      role,
      password,
      demo: false,
      hashPassword,
    });
    if (!decision.accepted) {
      throw new Refusal(
        decision.problems.map((one) => `${problemText(one, "ja")} / ${problemText(one, "en")}`).join("\n"),
      );
    }
    process.stdout.write(`${email}\n`);
  });
}

/** A password on the command line would stand in the process list and in the shell's history. */
async function firstLine(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("パスワード / password: ");
  for await (const line of createInterface({ input: process.stdin })) return line;
  return "";
}
