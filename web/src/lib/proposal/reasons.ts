import type { ShownComponent } from "./proposal.ts";

/** What else a component rests on than the reason told first, each sentence once, in the api's order. */
export function otherReasons({ sentence, matches = [] }: Pick<ShownComponent, "sentence" | "matches">): string[] {
  return [...new Set(matches.map((match) => match.sentence))].filter((one) => one !== "" && one !== sentence);
}
