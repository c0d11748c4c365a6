import { decide, requireAccess } from "#domain/access/decide.ts";
import type { ProposalState } from "#domain/proposal/proposal.ts";
import { GroupRecord } from "#persistence/group-record.ts";
import { ProposalEventRecord, ProposalMemberRecord, ProposalRecord } from "#persistence/proposal-record.ts";
import { bandText } from "#words/analysis.ts";
import { purposeName } from "#words/purpose.ts";
import { questionSummary } from "#words/question.ts";
import { dismissalReasonName, proposalEventSentence, proposalStateName } from "#words/saved-proposal.ts";
import { findBusinessPages, type BusinessPage } from "./business-pages.ts";
import { globalId } from "./global-id.ts";
import { bandsOf } from "./proposal-pages.ts";
import { connectionOf, pageOf, type PageRequest } from "./page.ts";
import { findProposalIds } from "./proposal-search.ts";
import type { ReadingContext } from "./reading-context.ts";
import { termsInForce } from "./terms-in-force.ts";

/** What a list of saved proposals can be in the order of. */
export const PROPOSAL_SORTS = ["NEWEST", "POINTS", "NAME"] as const;
/** One of them. */
export type ProposalSort = (typeof PROPOSAL_SORTS)[number];

/** Which saved proposals, in which order; what is absent is not asked. */
export interface ProposalListRequest {
  readonly state?: ProposalState | undefined;
  readonly purpose?: string | undefined;
  readonly businessId?: string | undefined;
  /** Words of a business's name or the proposal's. */
  readonly search?: string | undefined;
  readonly sort?: ProposalSort | undefined;
}

const ORDERS = {
  NEWEST: { kinds: ["moment", "uuid"], orderBy: { changedAt: "desc", id: "desc" } },
  POINTS: { kinds: ["number", "uuid"], orderBy: { lower: "desc", id: "desc" } },
  NAME: { kinds: ["text", "uuid"], orderBy: { name: "asc", id: "asc" } },
} as const;

/** The federation's saved proposals; those taken back only where they are asked for. */
export async function listSavedProposals(ctx: ReadingContext, request: ProposalListRequest, page: PageRequest) {
  requireAccess(ctx.viewer, "proposal.read");
  const { state, purpose, sort = "NEWEST" } = request;
  const ids = await findProposalIds(ctx.em, request);
  const order = ORDERS[sort];
  const found = await ctx.em.findByCursor(ProposalRecord, {
    where: {
      state: state ?? { $ne: "TAKEN_BACK" },
      ...(purpose === undefined ? {} : { purpose }),
      ...(ids === undefined ? {} : { id: { $in: [...ids] } }),
    },
    ...pageOf(page, order.kinds),
    orderBy: order.orderBy,
  });
  return connectionOf(found, await savedProposalPagesOf(ctx, found.items));
}

/** One saved proposal; null where this viewer has none of that id. */
export async function findSavedProposalPage(ctx: ReadingContext, id: string | undefined) {
  requireAccess(ctx.viewer, "proposal.read");
  const proposal = id === undefined ? null : await ctx.em.findOne(ProposalRecord, { id }, { disableIdentityMap: true });
  return proposal ? ((await savedProposalPagesOf(ctx, [proposal]))[0] ?? null) : null;
}

/** What happened to a saved proposal, newest first. */
export async function listProposalEvents(ctx: ReadingContext, proposalId: string, page: PageRequest) {
  requireAccess(ctx.viewer, "proposal.read");
  const found = await ctx.em.findByCursor(ProposalEventRecord, {
    where: { proposalId },
    ...pageOf(page, ["number"]),
    orderBy: { proposalVersion: "desc" },
  });
  const events = found.items.map((event) => ({
    ...{ id: globalId("ProposalEvent", event.id), kind: event.kind, at: event.at, by: event.actorName },
    sentence: proposalEventSentence(event, ctx.language),
    note: event.note,
  }));
  return connectionOf(found, events);
}

/** Saved proposals with their members, which are read once for all. */
export async function savedProposalPagesOf(ctx: ReadingContext, proposals: readonly ProposalRecord[]) {
  const rows = await ctx.em.find(ProposalMemberRecord, { proposalId: { $in: proposals.map(({ id }) => id) } });
  const businesses = await findBusinessPages(
    ctx,
    rows.map(({ businessId }) => businessId),
  );
  const groups = await ctx.em.find(GroupRecord, { proposalId: { $in: proposals.map(({ id }) => id) } });
  const groupOf = new Map(groups.map(({ id, proposalId }) => [proposalId, id]));
  const { version: termsNow } = await termsInForce(ctx);
  return proposals.map((proposal) => {
    const members = proposal.kept.proposal.members.flatMap((id) => businesses.get(id) ?? []);
    return savedProposalPage(ctx, proposal, { members, groupId: groupOf.get(proposal.id), termsNow });
  });
}

/** What is shown beside a proposal's own row. */
interface Shown {
  readonly members: readonly BusinessPage[];
  /** The group that was started from it. */
  readonly groupId: string | undefined;
  readonly termsNow: string;
}

function savedProposalPage(ctx: ReadingContext, proposal: ProposalRecord, { members, groupId, termsNow }: Shown) {
  const { name, purpose, state, reason, reasonNote, discoveryId, rank, version, kept } = proposal;
  const { question, terms, engine } = kept;
  const { lower, upper, coverage, band } = kept.proposal;
  const labelOf = ctx.reference.labelOf(ctx.language);
  return {
    kind: "SavedProposal" as const,
    ...{ id: globalId("SavedProposal", proposal.id), name, purpose, version, state, reason, reasonNote, rank },
    purposeName: purposeName(purpose, ctx.language),
    stateName: proposalStateName(state, ctx.language),
    reasonName: reason ? dismissalReasonName(reason, ctx.language) : null,
    summary: questionSummary(question, { language: ctx.language, labelOf }),
    formName: labelOf("form", question.form),
    foundersMin: kept.proposal.rules.find((rule) => rule.id === "H1")?.evidence.needed ?? null,
    discoveryId: discoveryId === null ? null : globalId("Discovery", discoveryId),
    ...{ lower, upper, coverage, bands: bandsOf(band), bandName: bandText(band, ctx.language) },
    ...{ terms, engine, termsNow },
    members: [...members],
    memberCount: members.length,
    ...{
      keptBy: proposal.keptBy,
      keptAt: proposal.keptAt,
      changedBy: proposal.changedBy,
      changedAt: proposal.changedAt,
    },
    groupId: groupId === undefined ? null : globalId("Group", groupId),
    stored: kept,
    viewerCanChange: decide(ctx.viewer, "proposal.write", { federation: proposal.federationCode }) === "allow",
  };
}
