import { requireAccess } from "#domain/access/decide.ts";
import { NotFoundError } from "#domain/errors.ts";
import { matchingQuestionOf } from "#jobs/search-task.ts";
import { ownerViewOf } from "#matching/owner-view.ts";
import { askQuestion } from "#matching/question.ts";
import { FederationRecord } from "#persistence/federation-record.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import type { ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { ownerPaper, ownerSheetTitle, type SheetMaker } from "#words/owner-sheet.ts";
import type { Paper } from "#words/paper.ts";
import { purposeName } from "#words/purpose.ts";
import { questionSummary } from "#words/question.ts";
import { candidateName, visitPaper, visitSheetTitle, type VisitedMember } from "#words/visit-sheet.ts";
import { findBusinessPages, type BusinessPage } from "./business-pages.ts";
import { globalId } from "./global-id.ts";
import { groupProposalPage } from "./proposal-pages.ts";
import type { ReadingContext } from "./reading-context.ts";
import { loadSnapshot } from "./snapshot.ts";
import { findStoredProposal } from "./stored-proposal.ts";

/** Which candidate: one of a question's answers, or a saved one. */
export type CandidateAsked =
  { readonly discoveryId: string; readonly rank: number } | { readonly savedProposalId: string };

/** Sheets of one candidate: the staff's, or the owners' of all members or of one. */
export interface SheetsAsked {
  /** Absent where the address names none. */
  readonly candidate: CandidateAsked | undefined;
  readonly kind: "visit" | "owners";
  readonly businessId?: string | undefined;
  /** Where the installation is reached: https://musubi.example.jp */
  readonly origin: string;
}

/** Sheets ready to be set, and what their file is called without date and ending. */
export interface CandidateSheets {
  readonly title: string;
  readonly papers: readonly Paper[];
}

interface Candidate extends ProposalWithQuestion {
  readonly name: string;
  /** The path of its page. */
  readonly path: string;
}

/**
 * The sheets of a candidate as they are printed.
 * @throws NotFoundError where there is no such candidate, or the business is not in it
 */
export async function candidateSheets(ctx: ReadingContext, asked: SheetsAsked): Promise<CandidateSheets> {
  requireAccess(ctx.viewer, "proposal.export");
  const candidate = await findCandidate(ctx, asked.candidate);
  const maker = await makerOf(ctx);
  if (asked.kind === "visit") {
    const title = `${visitSheetTitle(ctx.language)}_${candidate.name}`;
    return { title, papers: [await visitSheet(ctx, candidate, { ...asked, maker })] };
  }
  return ownerSheets(ctx, candidate, { ...asked, maker });
}

type Making = SheetsAsked & { readonly maker: SheetMaker };

async function visitSheet(ctx: ReadingContext, candidate: Candidate, { origin, maker }: Making): Promise<Paper> {
  const page = await groupProposalPage(ctx, candidate);
  const labelOf = ctx.reference.labelOf(ctx.language);
  const sheet = {
    ...page,
    members: page.members.map(visitedMember),
    ...{ name: candidate.name, cooperatives: page.existingCooperatives, groups: page.existingGroups },
    summary: questionSummary(candidate.question, { language: ctx.language, labelOf }),
    ...{ maker, address: `${origin}${candidate.path}` },
  };
  return visitPaper(sheet, ctx.language);
}

function visitedMember(page: BusinessPage): VisitedMember {
  const { name, industryName, municipalityName, address, phone, place } = page;
  const [representative, employees] = [page.factOf("representative").text, page.factOf("employees").text];
  return { name, industryName, municipalityName, address, phone, place, representative, employees };
}

async function ownerSheets(
  ctx: ReadingContext,
  candidate: Candidate,
  { businessId, origin, maker }: Making,
): Promise<CandidateSheets> {
  const all = candidate.proposal.members;
  const ids = businessId === undefined ? all : all.filter((id) => id === businessId);
  const businesses = await findBusinessPages(ctx, ids);
  const facts = await loadSnapshot(ctx.em, { today: ctx.today(), ids });
  const write = ownerSheetWriter(ctx, candidate, { origin, maker });
  const papers = ids.flatMap((id) => {
    const [page, own] = [businesses.get(id), facts.find((one) => one.id === id)];
    // Facts of a business that is known no more are not handed to anybody.
    return page && own ? [write(page, own)] : [];
  });
  const [only] = [...businesses.values()];
  if (papers.length === 0 || !only) throw new NotFoundError("business");
  const title = ownerSheetTitle(ctx.language);
  return { title: businessId === undefined ? title : `${title}_${only.name}`, papers };
}

function ownerSheetWriter(
  ctx: ReadingContext,
  { question: asked, proposal }: Candidate,
  { origin, maker }: Pick<Making, "origin" | "maker">,
) {
  const { reference, language } = ctx;
  // Whom a business must not meet is the staff's own: nothing of it may come near an owner's paper.
  const rules = { terms: reference.terms, law: reference.lawOn(ctx.today()), neverTogether: [] };
  const question = askQuestion(matchingQuestionOf(asked, rules));
  if (!question.accepted) throw new Error(`A kept question was refused: ${JSON.stringify(question.problems)}`);
  const kinds = reference.vocabularies.cooperativeBusinesses;
  const reader = {
    ...{ language, labelOf: reference.labelOf(language) },
    jointBusinessName: (code: string) => kinds.find((kind) => kind.code === code)?.[language] ?? code,
  };
  return (page: BusinessPage, own: Parameters<typeof ownerViewOf>[1]) => {
    const view = ownerViewOf(proposal, own, { question: question.change, vocabulary: reference.vocabularies });
    const business = {
      ...{ name: page.name, industryName: page.industryName },
      capabilities: (own.capabilities ?? []).map(([tag]) => tag),
      // Its own record, not the candidate's: two owners who lay their sheets side by side learn nothing by the code.
      address: `${origin}/businesses/${page.id}`,
    };
    return ownerPaper({ purpose: asked.purpose, view, own: business, maker }, reader);
  };
}

async function makerOf({ em, viewer, today }: ReadingContext): Promise<SheetMaker> {
  if (viewer.kind !== "account") throw new Error("Sheets are made by somebody who is signed in.");
  const federation = await em.findOneOrFail(FederationRecord, { code: viewer.federation });
  return { federation: federation.name, coordinator: viewer.name, on: today() };
}

async function findCandidate(ctx: ReadingContext, asked: CandidateAsked | undefined): Promise<Candidate> {
  if (asked === undefined) throw new NotFoundError("proposal");
  if ("savedProposalId" in asked) {
    const saved = await ctx.em.findOne(ProposalRecord, { id: asked.savedProposalId }, { disableIdentityMap: true });
    if (!saved) throw new NotFoundError("proposal");
    return { ...saved.kept, name: saved.name, path: `/proposals/${globalId("SavedProposal", saved.id)}` };
  }
  const found = await findStoredProposal(ctx.em, asked);
  if (!found) throw new NotFoundError("proposal");
  const purpose = purposeName(found.question.purpose, ctx.language);
  return {
    ...found,
    name: candidateName({ purpose, rank: asked.rank }, ctx.language),
    path: `/discover/${globalId("Discovery", asked.discoveryId)}/${asked.rank}`,
  };
}
