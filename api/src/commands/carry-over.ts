import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import { stateCarriedOver } from "#domain/group/carry-over.ts";
import type { MemberState } from "#domain/group/member.ts";
import { approachState, standingApproaches } from "#domain/proposal/approach.ts";
import { ApproachRecord } from "#persistence/approach-record.ts";
import { findAbsorbing } from "#queries/absorbing-businesses.ts";
import { approachOf } from "#queries/stored-approach.ts";

/** What a business brings into a group from being approached about the candidate. */
export interface CarriedOver {
  readonly state: MemberState;
  /** The last word noted; null where none was. */
  readonly note: string | null;
  readonly on: PlainDate;
}

/** What each business that was approached about a candidate brings along, by its id of today. */
export async function carriedOver(
  em: EntityManager,
  proposalId: string | undefined,
): Promise<ReadonlyMap<string, CarriedOver>> {
  if (proposalId === undefined) return new Map();
  const rows = await em.find(ApproachRecord, { proposalId }, { disableIdentityMap: true });
  const ids = [...new Set(rows.map(({ businessId }) => businessId))];
  const absorbing = await findAbsorbing(em, ids);
  const carried = ids.flatMap((id): [string, CarriedOver][] => {
    const own = rows.filter(({ businessId }) => businessId === id).map(approachOf);
    const standing = standingApproaches(own);
    const last = standing.at(-1);
    if (last === undefined) return [];
    const note = standing.findLast((one) => one.note !== "")?.note ?? null;
    return [[absorbing.get(id) ?? id, { state: stateCarriedOver(approachState(own)), note, on: last.on }]];
  });
  return new Map(carried);
}
