import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { BusinessState, StateChange } from "#domain/business/history.ts";
import type { MemberState } from "#domain/group/member.ts";
import type { PlainDate } from "#domain/calendar.ts";

/** A place in a group that went from the absorbed business to the kept one. */
export interface MovedMembership {
  readonly groupId: string;
  readonly state: MemberState;
  readonly since: PlainDate;
  /** Where both were in the group: how far the kept one had come; the absorbed one's place went then. */
  readonly kept?: { readonly state: MemberState; readonly since: PlainDate };
}

/** What stays as it is although a merge was taken back. */
export interface MergeLeft {
  /** What of the kept business somebody has changed since. */
  readonly keys: readonly StateChange["key"][];
  /** Groups in which something happened to the member since. */
  readonly groupIds: readonly string[];
  /** Another business has the absorbed one's key now. */
  readonly keyTaken: boolean;
}

/** Two businesses that were made one, with what is needed to take that back. */
export const BusinessMergeRecord = defineEntity({
  name: "BusinessMergeRecord",
  tableName: "business_merge",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    keptId: p.uuid(),
    absorbedId: p.uuid(),
    /** What was known of the kept one before: a list that goes on saying so brings no news. */
    keptBefore: p.json<BusinessState>(),
    movedMemberships: p.json<readonly MovedMembership[]>(),
    mergedBy: p.text(),
    mergedAt: p.datetime(),
    undoneBy: p.text().strictNullable(),
    undoneAt: p.datetime().strictNullable(),
    /** What taking it back left as it was. */
    undoLeft: p.json<MergeLeft>().strictNullable(),
  },
});
export type BusinessMergeRecord = InferEntity<typeof BusinessMergeRecord>;
