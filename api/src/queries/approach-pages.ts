import { decide, requireAccess } from "#domain/access/decide.ts";
import { approachClock, approachState, decideUndoApproach, standingApproaches } from "#domain/proposal/approach.ts";
import { ApproachRecord } from "#persistence/approach-record.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import { approachChannelName, approachClockText, approachOutcomeName, approachStateName } from "#words/approach.ts";
import { IDS_OF_BUSINESS } from "./absorbing-businesses.ts";
import { findBusinessPages, type BusinessPage } from "./business-pages.ts";
import type { ReadingContext } from "./reading-context.ts";
import { savedProposalPagesOf } from "./saved-proposal-pages.ts";
import { approachOf } from "./stored-approach.ts";

/** How far each business of a candidate was approached, in the order of the analysis. */
export async function listApproaches(ctx: ReadingContext, proposalId: string, memberIds: readonly string[]) {
  requireAccess(ctx.viewer, "proposal.read");
  const rows = await ctx.em.find(ApproachRecord, { proposalId }, { disableIdentityMap: true });
  const businesses = await findBusinessPages(ctx, memberIds);
  return memberIds.flatMap((id) => {
    const business = businesses.get(id);
    return business
      ? [
          lineOf(
            ctx,
            business,
            rows.filter(({ businessId }) => businessId === id),
          ),
        ]
      : [];
  });
}

/** The candidates a business is in that are worked on or became a group, with how far it was approached about each. */
export async function listApproachesOfBusiness(ctx: ReadingContext, businessId: string) {
  requireAccess(ctx.viewer, "proposal.read");
  const ids: { proposal_id: string; business_id: string }[] = await ctx.em.execute(
    `select proposal_id, business_id from proposal_member where business_id in ${IDS_OF_BUSINESS}`,
    [businessId],
  );
  const memberOf = new Map(ids.map((row) => [row.proposal_id, row.business_id]));
  const proposals = await ctx.em.find(
    ProposalRecord,
    { id: { $in: [...memberOf.keys()] }, state: { $ne: "TAKEN_BACK" } },
    { orderBy: { changedAt: "desc" }, disableIdentityMap: true },
  );
  const rows = await ctx.em.find(ApproachRecord, { businessId: { $in: [...memberOf.values()] } });
  const pages = await savedProposalPagesOf(ctx, proposals);
  const businesses = await findBusinessPages(ctx, [...memberOf.values()]);
  return proposals.flatMap(({ id }, index) => {
    const [proposal, business] = [pages[index], businesses.get(memberOf.get(id) ?? "")];
    const own = rows.filter((row) => row.proposalId === id && row.businessId === memberOf.get(id));
    return proposal && business ? [{ proposal, line: lineOf(ctx, business, own) }] : [];
  });
}

/** Who was asked and has not been spoken with for days, over all saved candidates; the longest first. */
export async function listDueApproaches(ctx: ReadingContext) {
  requireAccess(ctx.viewer, "proposal.read");
  const proposals = await ctx.em.find(ProposalRecord, { state: "SAVED" }, { disableIdentityMap: true });
  const rows = await ctx.em.find(ApproachRecord, { proposalId: { $in: proposals.map(({ id }) => id) } });
  const about = new Map<string, ApproachRecord[]>();
  for (const row of rows) {
    const key = `${row.proposalId} ${row.businessId}`;
    about.set(key, [...(about.get(key) ?? []), row]);
  }
  const due = [...about.values()].flatMap((own) => {
    const clock = approachClock(own.map(approachOf), calendarOf(ctx));
    return clock && clock.urgency !== "IN_TIME" && own[0] ? [{ own, days: clock.days, first: own[0] }] : [];
  });
  due.sort((a, b) => b.days - a.days);
  const shown = proposals.filter(({ id }) => due.some(({ first }) => first.proposalId === id));
  const pages = await savedProposalPagesOf(ctx, shown);
  const businesses = await findBusinessPages(
    ctx,
    due.map(({ first }) => first.businessId),
  );
  return due.flatMap(({ own, first }) => {
    const proposal = pages[shown.findIndex(({ id }) => id === first.proposalId)];
    const business = businesses.get(first.businessId);
    return proposal && business ? [{ proposal, line: lineOf(ctx, business, own) }] : [];
  });
}

function calendarOf(ctx: ReadingContext) {
  return { today: ctx.today(), holidays: ctx.reference.holidays };
}

function lineOf(ctx: ReadingContext, business: BusinessPage, rows: readonly ApproachRecord[]) {
  const approaches = rows.map(approachOf);
  const state = approachState(approaches);
  const clock = approachClock(approaches, calendarOf(ctx));
  const { viewer, language } = ctx;
  const mayWrite = decide(viewer, "proposal.write") === "allow";
  const accountId = viewer.kind === "account" ? viewer.accountId : viewer.kind;
  return {
    business,
    ...{ state, stateName: approachStateName(state, language) },
    urgency: clock?.urgency ?? null,
    clockText: clock ? approachClockText(clock, language) : null,
    history: standingApproaches(approaches).map((one) => ({
      ...{ on: one.on, note: one.note, by: one.actorName, state: one.state, outcome: one.outcome },
      stateName: approachStateName(one.state, language),
      channelName: approachChannelName(one.channel, language),
      outcomeName: approachOutcomeName(one.outcome, language),
    })),
    viewerCanUndo: mayWrite && decideUndoApproach(approaches, accountId).accepted,
  };
}
