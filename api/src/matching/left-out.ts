import { distanceDam } from "#domain/place.ts";
import { PURPOSES } from "#domain/purpose.ts";
import { KNOWN, type Layout } from "./columns/columns.ts";
import { sharedUint8 } from "./columns/shared.ts";
import type { Question } from "./question.ts";
import { isBarredFromDispatch } from "./rules/barred-trades.ts";
import { isInDistrict } from "./rules/district.ts";
import type { SearchWishes } from "./search-plan.ts";

/** Why a business takes no part in a search; the first that holds is told. */
const LEFT_OUT_REASONS = ["WITHOUT", "PURPOSE", "DISTRICT", "BARRED_TRADE", "PLACE", "CIRCLE"] as const;

/** Why a business asked for cannot be in any group. */
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Who takes part in a search, and who for what reason does not. */
export interface LeftOut {
  /** By candidate: 1 where it takes part. */
  readonly isEligible: Uint8Array;
  /** Candidates left out only for want of a place. */
  readonly unplaced: readonly number[];
  readonly of: (candidate: number) => LeftOutReason | undefined;
}

/** Whether a reason holds of a candidate. What depends on a municipality or trade alone is decided once for each. */
type Test = (candidate: number) => boolean;

function testsOf(
  { columns, words }: Layout,
  question: Question,
  { without, around }: { readonly without: ReadonlySet<number>; readonly around: SearchWishes["around"] },
): Readonly<Record<LeftOutReason, Test>> {
  const { known, purposes, municipality, trade, latMicro, lonMicro } = columns;
  // The first municipality and trade stand for what is not known, and that is no reason.
  const outside = words.municipalities.map((code, at) => at > 0 && !isInDistrict(code, question.districts));
  const isLending = question.purpose === "YEAR_ROUND_WORK";
  const barred = words.trades.map(
    (industry, at) => isLending && at > 0 && isBarredFromDispatch({ industry }, question) === "yes",
  );
  const purpose = 1 << PURPOSES.indexOf(question.purpose);
  return {
    WITHOUT: (one) => without.has(one),
    PURPOSE: (one) => ((known[one] as number) & KNOWN.purposes) !== 0 && ((purposes[one] as number) & purpose) === 0,
    DISTRICT: (one) => outside[municipality[one] as number] === true,
    BARRED_TRADE: (one) => barred[trade[one] as number] === true,
    PLACE: (one) => one >= columns.placed,
    CIRCLE: (one) => {
      if (around === undefined) return false;
      const place = { latMicro: latMicro[one] as number, lonMicro: lonMicro[one] as number };
      return distanceDam(place, around.place) > around.withinDam;
    },
  };
}

/** Finds out who takes part in a search. */
export function leftOutOf(
  layout: Layout,
  question: Question,
  { without, around }: { readonly without: ReadonlySet<number>; readonly around: SearchWishes["around"] },
): LeftOut {
  const { count } = layout.columns;
  const tests = testsOf(layout, question, { without, around });
  const reasonOf = (candidate: number) => LEFT_OUT_REASONS.find((reason) => tests[reason](candidate));
  const isEligible = sharedUint8(count);
  const unplaced: number[] = [];
  for (let candidate = 0; candidate < count; candidate += 1) {
    const reason = reasonOf(candidate);
    if (reason === undefined) isEligible[candidate] = 1;
    else if (reason === "PLACE") unplaced.push(candidate);
  }
  return { isEligible, unplaced, of: reasonOf };
}
