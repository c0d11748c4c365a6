import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { PlainDate } from "#domain/calendar.ts";
import type { MemberState } from "#domain/group/member.ts";
import type { GroupStage } from "#domain/group/stage.ts";
import type { GroupEventKind } from "#domain/group/history.ts";
import type { ProposalWithQuestion } from "./stored-answer.ts";

/** One group on its way; where it stands now. How it came there is in its events. */
export const GroupRecord = defineEntity({
  name: "GroupRecord",
  tableName: "business_group",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    name: p.text(),
    purpose: p.string().length(30),
    /** Number of the legal form aimed at (1 business cooperative … A5 company). */
    form: p.string().length(4),
    stage: p.string().length(12).$type<GroupStage>(),
    stageSince: p.date().$type<PlainDate>(),
    /** The analysis it was started with, with its question, as both were then. */
    proposal: p.json<ProposalWithQuestion>().strictNullable(),
    /** The saved candidate it was started from; no other group is. */
    proposalId: p.uuid().strictNullable(),
    /** Names the press of the button that started it: the same again is the same group. */
    startKey: p.string().length(64).strictNullable(),
    startedOn: p.date().$type<PlainDate>(),
    version: p.integer(),
    createdAt: p.datetime(),
  },
});
export type GroupRecord = InferEntity<typeof GroupRecord>;

/** One business in one group. */
export const GroupMemberRecord = defineEntity({
  name: "GroupMemberRecord",
  tableName: "group_member",
  properties: {
    groupId: p.uuid().primary(),
    businessId: p.uuid().primary(),
    federationCode: p.string().length(2),
    state: p.string().length(12).$type<MemberState>(),
    since: p.date().$type<PlainDate>(),
  },
});
export type GroupMemberRecord = InferEntity<typeof GroupMemberRecord>;

/** One thing that happened to a group. Rows are only ever added: the app role may not change or remove them. */
export const GroupEventRecord = defineEntity({
  name: "GroupEventRecord",
  tableName: "group_event",
  properties: {
    id: p.uuid().primary(),
    groupId: p.uuid(),
    federationCode: p.string().length(2),
    /** The group's version that this made: the order of its history, whatever the clocks say. */
    groupVersion: p.integer(),
    kind: p.string().length(20).$type<GroupEventKind>(),
    at: p.datetime(),
    actorId: p.string().length(40),
    actorName: p.text(),
    fromStage: p.string().length(12).$type<GroupStage>().strictNullable(),
    /** Since when it had been in `fromStage`: what undoing goes back to. */
    fromSince: p.date().$type<PlainDate>().strictNullable(),
    toStage: p.string().length(12).$type<GroupStage>().strictNullable(),
    evidenceNote: p.text().strictNullable(),
    evidenceOn: p.date().$type<PlainDate>().strictNullable(),
    overrideReason: p.text().strictNullable(),
    /** The move an undoing takes back. */
    undoneEventId: p.uuid().strictNullable(),
    /** The member an event is about. */
    businessId: p.uuid().strictNullable(),
    /** The state that member came into. */
    memberState: p.string().length(12).$type<MemberState>().strictNullable(),
  },
});
export type GroupEventRecord = InferEntity<typeof GroupEventRecord>;
