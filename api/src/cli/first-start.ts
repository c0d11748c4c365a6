import { seedDemo } from "#commands/seed-demo.ts";
import { DEMO_FEDERATION, loadDemo } from "#files/seeds/demo.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { FederationRecord } from "#persistence/federation-record.ts";
import { clock } from "#server/clock.ts";
import type { OpenInstallation } from "#server/installation.ts";
import { hashPassword } from "#server/password.ts";
import { Refusal } from "./refusal.ts";

/**
 * What a server does before it answers: the demo where it is wanted, and a refusal to serve the
 * public with demo accounts, whose passwords everyone knows.
 * @returns the demo's sign-ins to print; empty without a demo
 */
export async function prepareFirstStart(installation: OpenInstallation): Promise<string> {
  if (installation.config.demo) {
    await loadDemoInto(installation);
    return demoSignIns();
  }
  if (installation.config.production && (await hasDemoAccounts(installation))) {
    throw new Refusal(
      "見本のアカウントが残っているため、公開のアドレスでは動かせません。新しいデータの置き場所（MUSUBI_DATA）で始めてください。\n" +
        "Demo accounts are in this database, so it cannot serve a public address. Start with a fresh MUSUBI_DATA.",
    );
  }
  return "";
}

/** `musubi seed demo`. @returns a line on what was done */
export async function seedDemoHere(installation: OpenInstallation): Promise<string> {
  if (installation.config.production) {
    throw new Refusal("公開の設置には見本を入れられません。 / The demo is refused in production.");
  }
  const loaded = await loadDemoInto(installation);
  return loaded
    ? `見本を読み込みました。 / The demo is loaded.\n${demoSignIns()}`
    : "見本はすでにあります。 / The demo is there already.";
}

function loadDemoInto({ orm, reference }: OpenInstallation): Promise<boolean> {
  const viewer = { kind: "system", federation: DEMO_FEDERATION } as const;
  const ctx = { ...clock, viewer, em: actingFor(orm, { federation: DEMO_FEDERATION }) };
  return seedDemo(ctx, { orm, reference, hashPassword }, loadDemo());
}

function demoSignIns(): string {
  const lines = loadDemo().accounts.map(({ email, password, role, federation }) => {
    return `  ${email}  ${password}  ${role} (${federation})`;
  });
  return `見本のアカウント / demo sign-ins:\n${lines.join("\n")}\n`;
}

/** Row-level security shows one federation at a time, so each is looked at. */
async function hasDemoAccounts({ orm }: OpenInstallation): Promise<boolean> {
  const federations = await actingFor(orm, {}).find(FederationRecord, {});
  for (const { code } of federations) {
    if ((await actingFor(orm, { federation: code }).count(AccountRecord, { demo: true })) > 0) return true;
  }
  return false;
}
