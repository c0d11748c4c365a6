import type { CommandContext } from "#commands/context.ts";
import { foldEmail } from "#domain/access/add-account.ts";
import { requireAccess } from "#domain/access/decide.ts";
import type { Action } from "#domain/access/access-table.ts";
import type { Viewer } from "#domain/access/viewer.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { FederationRecord } from "#persistence/federation-record.ts";
import { clock } from "#server/clock.ts";
import { readConfig } from "#server/config.ts";
import { openInstallation, type OpenInstallation } from "#server/installation.ts";
import { viewerOf } from "#server/sessions.ts";
import { Refusal } from "./refusal.ts";

/** Who the command line acts as: the installation for a federation, or a person. */
export interface ActingOptions {
  readonly federation?: string;
  readonly as?: string;
}

/** Opens the installation, does the work and closes it again, whatever came of it. */
export async function withInstallation<T>(work: (installation: OpenInstallation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(readConfig(process.env));
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** The context of a command that acts for a federation. @throws Refusal where federation or person is not there */
export async function actingContext(
  installation: OpenInstallation,
  options: ActingOptions,
  action: Action,
): Promise<CommandContext & { readonly federation: string }> {
  const viewer = options.as
    ? await personOf(installation, options.as)
    : await systemFor(installation, options.federation);
  const federation = requireAccess(viewer, action, options.federation ? { federation: options.federation } : {});
  return { ...clock, em: actingFor(installation.orm, { federation }), viewer, federation };
}

async function systemFor({ orm }: OpenInstallation, code: string | undefined): Promise<Viewer> {
  const known = code === undefined ? 0 : await actingFor(orm, {}).count(FederationRecord, { code });
  if (code === undefined || known === 0) {
    throw new Refusal(
      `--federation には 00〜47 の番号を指定してください（例: 香川県は 37）。「${code ?? ""}」はありません。\n` +
        `--federation takes a code 00 to 47 (Kagawa is 37); there is no "${code ?? ""}".`,
    );
  }
  return { kind: "system", federation: code };
}

async function personOf({ orm }: OpenInstallation, text: string): Promise<Viewer> {
  const email = foldEmail(text);
  const account = await actingFor(orm, { signInEmail: email }).findOne(AccountRecord, { email, disabledAt: null });
  if (!account) throw new Refusal(`${email} というアカウントはありません。 / There is no account ${email}.`);
  return viewerOf(account);
}
