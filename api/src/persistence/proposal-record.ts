import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { DismissalReason, ProposalEventKind, ProposalState } from "#domain/proposal/proposal.ts";
import type { ProposalWithQuestion } from "./stored-answer.ts";

/** A candidate somebody works on, with the analysis and the question it was found by, as both were then. */
export const ProposalRecord = defineEntity({
  name: "ProposalRecord",
  tableName: "proposal",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    name: p.text(),
    purpose: p.string().length(30),
    /** The members' ids, sorted as bytes and joined: the same businesses for the same purpose are one proposal. */
    memberKey: p.text(),
    /** The analysis with its question, terms and engine. */
    kept: p.json<ProposalWithQuestion>(),
    /** The lower bound in it, to sort by. */
    lower: p.integer(),
    state: p.string().length(12).$type<ProposalState>(),
    /** Why it was dismissed; null where it is not. */
    reason: p.string().length(20).$type<DismissalReason>().strictNullable(),
    reasonNote: p.text().strictNullable(),
    /** The run it was found in; null for one that was handed in with its question. */
    discoveryId: p.uuid().strictNullable(),
    /** Its place there; null for one put together from what was found. */
    rank: p.integer().strictNullable(),
    keptBy: p.text(),
    keptAt: p.datetime(),
    /** When it came into its state, and by whom. */
    changedBy: p.text(),
    changedAt: p.datetime(),
    version: p.integer(),
  },
});
export type ProposalRecord = InferEntity<typeof ProposalRecord>;

/** One business in one proposal. */
export const ProposalMemberRecord = defineEntity({
  name: "ProposalMemberRecord",
  tableName: "proposal_member",
  properties: {
    proposalId: p.uuid().primary(),
    businessId: p.uuid().primary(),
    federationCode: p.string().length(2),
  },
});
export type ProposalMemberRecord = InferEntity<typeof ProposalMemberRecord>;

/** One thing that happened to a proposal. Rows are only ever added: the app role may not change or remove them. */
export const ProposalEventRecord = defineEntity({
  name: "ProposalEventRecord",
  tableName: "proposal_event",
  properties: {
    id: p.uuid().primary(),
    proposalId: p.uuid(),
    federationCode: p.string().length(2),
    /** The proposal's version that this made: the order of its history, whatever the clocks say. */
    proposalVersion: p.integer(),
    kind: p.string().length(12).$type<ProposalEventKind>(),
    at: p.datetime(),
    actorId: p.string().length(40),
    actorName: p.text(),
    /** The state it left; null for a candidate that was found and never kept. */
    fromState: p.string().length(12).$type<ProposalState>().strictNullable(),
    /** Its new name. */
    name: p.text().strictNullable(),
    reason: p.string().length(20).$type<DismissalReason>().strictNullable(),
    note: p.text().strictNullable(),
    /** The group that was started from it. */
    groupId: p.uuid().strictNullable(),
  },
});
export type ProposalEventRecord = InferEntity<typeof ProposalEventRecord>;
