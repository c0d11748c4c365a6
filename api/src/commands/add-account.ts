import { requireAccess } from "#domain/access/decide.ts";
import {
  decideAddAccount,
  foldEmail,
  type AddAccountProblem,
  type AddAccountRequest,
} from "#domain/access/add-account.ts";
import type { Decision } from "#domain/decision.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { actingFor } from "#persistence/acting-for.ts";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { CommandContext } from "./context.ts";

/** An account to add, and how its password is hashed. */
export interface AddAccountInput extends AddAccountRequest {
  readonly demo: boolean;
  hashPassword(password: string): Promise<string>;
}

/** Adds a person who may sign in for the viewer's federation. The e-mail is unique in the whole installation. */
export async function addAccount(
  ctx: CommandContext,
  orm: MikroORM,
  input: AddAccountInput,
): Promise<Decision<{ accountId: string }, AddAccountProblem>> {
  const federation = requireAccess(ctx.viewer, "account.add");
  const email = foldEmail(input.email);
  const taken = await actingFor(orm, { signInEmail: email }).count(AccountRecord, { email });
  const decision = decideAddAccount(input, { federation, taken: taken > 0 });
  if (!decision.accepted) return decision;

  const accountId = ctx.newId();
  const { name, role } = decision.change;
  await ctx.em.insert(AccountRecord, {
    ...{ id: accountId, federationCode: federation, email, name, role, demo: input.demo, disabledAt: null },
    ...{ passwordHash: await input.hashPassword(input.password), createdAt: ctx.now() },
  });
  return { accepted: true, change: { accountId } };
}
