import type { Command } from "commander";
import { seedReference } from "#commands/seed-reference.ts";
import { workQueue } from "#server/work-queue.ts";
import { readConfig } from "#server/config.ts";
import { serve } from "#server/serve.ts";
import { examine } from "./doctor.ts";
import { prepareFirstStart } from "./first-start.ts";
import { Refusal } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";
import { withInstallation } from "./with-installation.ts";

/** Commands that run and look after the installation itself. */
export function addInstallationCommands(musubi: Command): void {
  musubi
    .command("serve")
    .description("画面とAPIを動かす / serve pages and API on one port, and take jobs")
    .action(runServer);
  musubi
    .command("work")
    .description("待っている仕事だけを引き受ける / take jobs from the queue only")
    .action(runWorker);
  musubi
    .command("migrate")
    .description("データベースを最新の形にする / bring the database up to date")
    .action(() => withDatabase(async (ownerUrl) => void (await seedReference(ownerUrl))));
  musubi
    .command("doctor")
    .description("設置の状態を調べる / check the installation")
    .option("--json", "JSON で出力する / print one JSON document")
    .action(runDoctor);
}

function done(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function runServer(): Promise<void> {
  await withInstallation(async (installation) => {
    const greeting = await prepareFirstStart(installation);
    const server = await serve(installation);
    // Listened for before anyone can know that it is ready: a signal sent at once must not end it unheard.
    const stopped = stopSignal();
    done(`${greeting}ready ${server.url}`);
    installation.matching.warmUp();
    await stopped;
    await server.stop();
  });
}

async function runWorker(): Promise<void> {
  await withInstallation(async (installation) => {
    const worker = await workQueue(installation);
    const stopped = stopSignal();
    done("working");
    installation.matching.warmUp();
    await stopped;
    await worker.stop();
  });
}

async function runDoctor(options: { readonly json?: boolean }): Promise<void> {
  const findings = await examine(readConfig(process.env));
  if (options.json) done(JSON.stringify({ findings }));
  else for (const { ok, what, remedy } of findings) done(`${ok ? "ok  " : "FAIL"} ${what}${ok ? "" : ` — ${remedy}`}`);
  if (findings.some(({ ok }) => !ok)) throw new Refusal("直すところがあります。 / Something needs repair.");
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
