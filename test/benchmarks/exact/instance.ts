import { isInside } from "../../../api/src/domain/industry.ts";
import { compareBytes } from "../../../api/src/matching/byte-order.ts";
import { memberOf, type Member } from "../../../api/src/matching/member.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import type { SearchPlan } from "../../../api/src/matching/search-plan.ts";
import type { SnapshotBusiness } from "../../../api/src/matching/snapshot.ts";

/** Everyone who may be in a group, what is asked, and what a group keeps within: all that an exact answer depends on. */
export interface Instance {
  /** In the order of their ids. */
  readonly members: readonly Member[];
  readonly question: Question;
  readonly membersMin: number;
  readonly membersMax: number;
  /** Greatest distance between two members, in decametres. */
  readonly withinDam: number;
}

/** Whether a business may be in a group where nothing but the purpose decides: no district, circle or names are asked for. */
function mayBeProposed({ place, purposes, industry }: Member, { purpose, law }: Question): boolean {
  if (place === undefined || purposes?.includes(purpose) === false) return false;
  const isBarred = law.barredTrades.value.some(
    (trade) => industry !== undefined && isInside(industry, trade) === "yes",
  );
  return purpose !== "YEAR_ROUND_WORK" || !isBarred;
}

/** The instance a search among these businesses is run on. */
export function instanceOf(businesses: readonly SnapshotBusiness[], plan: SearchPlan): Instance {
  const { question, membersMin, membersMax, withinDam } = plan;
  const members = businesses
    .map(memberOf)
    .filter((member) => mayBeProposed(member, question))
    .sort((a, b) => compareBytes(a.id, b.id));
  return { members, question, membersMin, membersMax, withinDam };
}

/** A best lawful group: places in `Instance.members`, and its lower bound. Undefined where no group is lawful. */
export interface Optimum {
  readonly group: readonly number[];
  readonly lower: number;
}
