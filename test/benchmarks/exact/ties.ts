import type { Sheet } from "./sheet.ts";

/** Sets of tied members beyond which listing them is given up: the ties of an instance are too dense. */
const SETS_MAX = 500_000;

/** Every set of two to so many members that ties connect and that may meet, each once, as members in order. */
export function connectedSets(sheet: Sheet, membersMax: number): readonly (readonly number[])[] {
  const sets: (readonly number[])[] = [];
  let last: (readonly number[])[] = sheet.tied.map((_, one) => [one]);
  for (let size = 2; size <= membersMax; size += 1) {
    last = [...new Map(last.flatMap((set) => grownBy(sheet, set)).map((set) => [set.join(), set])).values()];
    sets.push(...last);
    if (sets.length > SETS_MAX) throw new Error(`More than ${SETS_MAX} sets of tied members`);
  }
  return sets;
}

/** A set with each one more who is tied to a member and may meet them all. */
function grownBy({ tied, isApart, count }: Sheet, set: readonly number[]): readonly (readonly number[])[] {
  return [...new Set(set.flatMap((member) => tied[member] ?? []))]
    .filter((one) => !set.includes(one) && set.every((member) => isApart[member * count + one] !== 1))
    .map((one) => [...set, one].sort((a, b) => a - b));
}
