import { distanceDam } from "#domain/place.ts";
import { PURPOSES } from "#domain/purpose.ts";
import { KNOWN, type Layout } from "./columns/columns.ts";
import { sharedUint8 } from "./columns/shared.ts";
import type { Question } from "./question.ts";
import { isBarredFromDispatch } from "./rules/barred-trades.ts";
import { isInDistrict } from "./rules/district.ts";
import type { SearchWishes } from "./search-plan.ts";

/** Why a business asked for takes no part in a search and cannot be in any group; the first that holds is told. */
export type LeftOutReason = "WITHOUT" | "PURPOSE" | "DISTRICT" | "BARRED_TRADE" | "PLACE" | "CIRCLE";

/** Who takes part in a search, and who for what reason does not. */
export interface LeftOut {
  /** By candidate: 1 where it takes part. */
  readonly isEligible: Uint8Array;
  /** Candidates left out only for want of a place. */
  readonly unplaced: readonly number[];
  readonly of: (candidate: number) => LeftOutReason | undefined;
}

/** Says why a candidate takes no part. What depends on a municipality or trade alone is decided once for each. */
function reasonsOf(
  { columns, words }: Layout,
  question: Question,
  { without, around }: { readonly without: ReadonlySet<number>; readonly around: SearchWishes["around"] },
): LeftOut["of"] {
  const { known, purposes, municipality, trade, latMicro, lonMicro, placed } = columns;
  // The first municipality and trade stand for what is not known, and that is no reason.
  const outside = Uint8Array.from(words.municipalities, (code, at) =>
    at > 0 && !isInDistrict(code, question.districts) ? 1 : 0,
  );
  const isLending = question.purpose === "YEAR_ROUND_WORK";
  const barred = Uint8Array.from(words.trades, (industry, at) =>
    isLending && at > 0 && isBarredFromDispatch({ industry }, question) === "yes" ? 1 : 0,
  );
  const purpose = 1 << PURPOSES.indexOf(question.purpose);
  return (one) => {
    if (without.size > 0 && without.has(one)) return "WITHOUT";
    if (((known[one] as number) & KNOWN.purposes) !== 0 && ((purposes[one] as number) & purpose) === 0)
      return "PURPOSE";
    if (outside[municipality[one] as number] === 1) return "DISTRICT";
    if (barred[trade[one] as number] === 1) return "BARRED_TRADE";
    if (one >= placed) return "PLACE";
    if (around === undefined) return undefined;
    const place = { latMicro: latMicro[one] as number, lonMicro: lonMicro[one] as number };
    return distanceDam(place, around.place) > around.withinDam ? "CIRCLE" : undefined;
  };
}

/** Finds out who takes part in a search. */
export function leftOutOf(
  layout: Layout,
  question: Question,
  { without, around }: { readonly without: ReadonlySet<number>; readonly around: SearchWishes["around"] },
): LeftOut {
  const { count } = layout.columns;
  const reasonOf = reasonsOf(layout, question, { without, around });
  const isEligible = sharedUint8(count);
  const unplaced: number[] = [];
  for (let candidate = 0; candidate < count; candidate += 1) {
    const reason = reasonOf(candidate);
    if (reason === undefined) isEligible[candidate] = 1;
    else if (reason === "PLACE") unplaced.push(candidate);
  }
  return { isEligible, unplaced, of: reasonOf };
}
