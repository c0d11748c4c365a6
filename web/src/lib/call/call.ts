import { controlOf } from "#lib/business/entry.ts";
import type { ShownFact } from "#lib/business/fact.ts";
import type { ApproachedLine } from "#lib/saved-proposal/approach.ts";
import type { FormProblem } from "#lib/ui/problem.ts";

/** Whom to call or visit and what to ask, as the api tells it. */
export interface ShownCall {
  readonly business: {
    readonly id: string;
    readonly name: string;
    readonly phone?: string | null;
    readonly address?: string | null;
    readonly version: number;
    readonly municipalityName?: string | null;
    readonly industryName?: string | null;
    readonly viewerCanWrite: boolean;
  };
  readonly questions: readonly ShownCallQuestion[];
}

export interface ShownCallQuestion {
  readonly fact: string;
  readonly name: string;
  readonly text: string;
  readonly reason: string;
  readonly isSurveyed: boolean;
  readonly answerKind: "TAP" | "TICKS" | "AMOUNTS" | "WRITTEN";
  readonly answers: readonly { readonly name: string; readonly text: string }[];
  readonly written: ShownFact;
}

/** A candidate a business is called about, with how far it was approached. */
export interface CalledAbout {
  readonly proposal: { readonly id: string; readonly name: string; readonly viewerCanChange: boolean };
  readonly line: ApproachedLine;
}

/** A card of the list: whom, what to ask, and about which candidates. */
export interface CallEntry {
  readonly call: ShownCall;
  readonly about: readonly CalledAbout[];
}

/** What was typed to one question and refused. */
export interface RefusedAnswer {
  readonly businessId: string;
  readonly fact: string;
  readonly text: string;
  readonly problems: readonly FormProblem[];
}

/** What can be noted of a call with one tap: what was said, or that nobody was spoken with. */
export const SAID = ["INTERESTED", "ASKED", "DECLINED"] as const;
export const NOT_SPOKEN = ["NOBODY_THERE", "CALLS_BACK"] as const;

/** Whether a question is answered in one line, and so asks for no more room. */
export function isShort({ answerKind, written }: ShownCallQuestion): boolean {
  return answerKind === "WRITTEN" && ["line", "select"].includes(controlOf(written));
}

/** Whether the offered answers are all there are. */
export function isClosedChoice({ fact, answers }: ShownCallQuestion): boolean {
  return answers.length > 0 && ["leader", "purposes"].includes(fact);
}

/** Lists of calls by municipality, for a round of visits: the place with most to visit first, the unknown place last. */
export function byMunicipality(
  entries: readonly CallEntry[],
): { readonly place: string | null; readonly entries: CallEntry[] }[] {
  const places = new Map<string | null, CallEntry[]>();
  for (const entry of entries) {
    const place = entry.call.business.municipalityName ?? null;
    places.set(place, [...(places.get(place) ?? []), entry]);
  }
  const grouped = [...places].map(([place, inPlace]) => ({ place, entries: inPlace }));
  return grouped.sort(
    (a, b) => Number(a.place === null) - Number(b.place === null) || b.entries.length - a.entries.length,
  );
}

/** Items with an amount beside them as one entry, a line each; an item without an amount is not bought. */
export function amountsEntry(items: readonly string[], amounts: readonly string[]): string {
  const lines = items.map((item, index) => [item, amounts[index]?.trim() ?? ""] as const);
  return lines.flatMap(([item, amount]) => (amount === "" ? [] : [`${item}:${amount}`])).join("\n");
}
