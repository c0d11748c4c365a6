import type { MikroORM } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { addDays, type PlainDate } from "#domain/calendar.ts";
import type { Decision } from "#domain/decision.ts";
import { DEMO_FEDERATION, type Demo, type DemoAccount, type DemoGroup, type DemoProposal } from "#files/seeds/demo.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { addAccount } from "./add-account.ts";
import { advanceGroup } from "./advance-group.ts";
import { applyImport } from "./apply-import.ts";
import { changeGroupMember } from "./change-group-member.ts";
import type { CommandContext } from "./context.ts";
import { importBusinesses } from "./import-businesses.ts";
import { dismissProposal } from "./dismiss-proposal.ts";
import { noteApproach } from "./note-approach.ts";
import { recordVisit } from "./record-visit.ts";
import { saveProposal } from "./save-proposal.ts";
import { noteProposal } from "./work-on-proposal.ts";
import { settleNextStep } from "./settle-next-step.ts";
import { startGroup } from "./start-group.ts";

/** What loading the demo works with. */
export interface DemoOptions {
  readonly orm: MikroORM;
  readonly reference: Reference;
  hashPassword(password: string): Promise<string>;
}

/** The installation acting for one federation. */
type SystemContext = CommandContext & { readonly reference: Reference };

/**
 * Loads the invented town through the same commands people use: its list is imported, its groups are started and
 * moved on day by day, in one transaction; then its accounts, each unless it is there. Twice changes nothing.
 * @returns whether anything was loaded now
 */
export async function seedDemo(ctx: CommandContext, options: DemoOptions, demo: Demo): Promise<boolean> {
  requireAccess(ctx.viewer, "installation.run");
  const systemFor = (federation: string, em = actingFor(options.orm, { federation })): SystemContext => ({
    ...{ reference: options.reference, now: ctx.now, today: ctx.today, newId: ctx.newId },
    ...{ viewer: { kind: "system", federation }, em },
  });
  const { em } = systemFor(DEMO_FEDERATION);
  const isTownThere = (await em.count(BusinessRecord)) > 0;
  if (!isTownThere) await em.transactional((inside) => seedTown(systemFor(DEMO_FEDERATION, inside), demo));
  const added = [];
  for (const account of demo.accounts) {
    const there = await actingFor(options.orm, { signInEmail: account.email }).count(AccountRecord);
    if (there === 0) added.push(await addDemoAccount(systemFor(account.federation), options, account));
  }
  if (!isTownThere) {
    await em.transactional(async (inside) => {
      const visitor = await visitorOf(systemFor(DEMO_FEDERATION, inside), demo);
      await addVisits(visitor, demo);
      const ids = await idsByKey(visitor);
      for (const proposal of demo.proposals) await addDemoProposal(visitor, proposal, ids);
    });
  }
  return !isTownThere || added.length > 0;
}

async function seedTown(ctx: SystemContext, demo: Demo): Promise<void> {
  const { importId } = changeOf(await importBusinesses(ctx, demo.list));
  changeOf(await applyImport(ctx, importId, { skipRefused: false }));
  const ids = await idsByKey(ctx);
  for (const group of demo.groups) await addDemoGroup(ctx, group, ids);
}

async function addDemoAccount(
  ctx: SystemContext,
  { orm, hashPassword }: DemoOptions,
  account: DemoAccount,
): Promise<void> {
  changeOf(await addAccount(ctx, orm, { ...account, demo: true, hashPassword }));
}

async function idsByKey({ em }: SystemContext): Promise<ReadonlyMap<string, string>> {
  const businesses = await em.find(BusinessRecord, {}, { fields: ["id", "externalId"] });
  return new Map(businesses.map(({ id, externalId }) => [externalId ?? "", id]));
}

async function addDemoGroup(ctx: SystemContext, group: DemoGroup, ids: ReadonlyMap<string, string>): Promise<void> {
  const memberIds = group.members.map((key) => ids.get(key) ?? key);
  const { name, purpose, form, startedDaysAgo, steps = [], memberState } = group;
  const { groupId } = changeOf(await startGroup(onDay(ctx, startedDaysAgo), { name, purpose, form, memberIds }));
  for (const [index, { to, daysAgo, note }] of steps.entries()) {
    const then = onDay(ctx, daysAgo);
    const move = { toStage: to, evidenceNote: note, evidenceOn: then.today() };
    changeOf(await advanceGroup(then, { id: groupId, version: index + 1 }, move));
  }
  if (memberState === undefined) return;
  const lastDay = onDay(ctx, steps.at(-1)?.daysAgo ?? startedDaysAgo);
  for (const [index, businessId] of memberIds.entries()) {
    const seen = { id: groupId, version: 1 + steps.length + index };
    changeOf(await changeGroupMember(lastDay, seen, { businessId, state: memberState }));
  }
}

/** Visits and what is thought of candidates are somebody's own: one of the accounts notes them. */
async function visitorOf(system: SystemContext, { visitor }: Demo): Promise<SystemContext> {
  const account = await system.em.findOneOrFail(AccountRecord, { email: visitor });
  const { id: accountId, name, email, role, federationCode: federation } = account;
  return { ...system, viewer: { kind: "account", accountId, name, email, role, federation } };
}

/** A candidate that is kept, noted of, its businesses approached, or dismissed, each on its day. */
async function addDemoProposal(
  ctx: SystemContext,
  proposal: DemoProposal,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const { name, purpose, members, savedDaysAgo, note, dismissed, approaches } = proposal;
  const memberIds = members.map((key) => ids.get(key) ?? key);
  const then = onDay(ctx, savedDaysAgo);
  const { proposalId } = changeOf(await saveProposal(then, { question: { purpose }, memberIds }, name));
  if (note !== undefined) changeOf(await noteProposal(then, { id: proposalId, version: 1 }, note));
  if (dismissed) changeOf(await dismissProposal(then, { id: proposalId, version: 1 }, dismissed));
  for (const { business, daysAgo, ...told } of approaches) {
    const day = onDay(ctx, daysAgo);
    const about = { proposalId, businessId: ids.get(business) ?? business };
    changeOf(await noteApproach(day, about, { ...told, outcome: "TALKED", on: day.today() }));
  }
}

async function addVisits(ctx: SystemContext, { visits }: Demo): Promise<void> {
  const ids = await idsByKey(ctx);
  for (const visit of visits) {
    const { business, daysAgo, nextInDays, settled, answers = [], ...told } = visit;
    const then = onDay(ctx, daysAgo);
    const { id, version } = await ctx.em.findOneOrFail(BusinessRecord, { id: ids.get(business) ?? business });
    const nextOn = nextInDays === undefined ? {} : { nextOn: addDays(ctx.today(), nextInDays) };
    const request = { seen: { id, version }, note: { on: then.today(), ...told, ...nextOn }, answers, settles: [] };
    const { visitId } = changeOf(await recordVisit(then, request));
    if (settled) await settleNextStep(ctx, visitId);
  }
}

/** The same context as it would have been some days ago. */
function onDay(ctx: SystemContext, daysAgo: number): SystemContext {
  const day: PlainDate = addDays(ctx.today(), -daysAgo);
  return { ...ctx, today: () => day, now: () => new Date(`${day}T01:00:00Z`) };
}

/** What was decided; a demo that is refused is our fault. */
function changeOf<Change>(decision: Decision<Change, object>): Change {
  if (decision.accepted) return decision.change;
  throw new Error(`The demo was refused: ${JSON.stringify(decision.problems)}`);
}
