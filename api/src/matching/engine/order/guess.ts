/** A group as the rough reckoning has it: bearers in order. */
export interface Guess {
  readonly members: readonly number[];
  readonly worth: number;
}

/** Each group once, the best first; of equals the first. */
export function distinct(guesses: readonly Guess[]): readonly Guess[] {
  const byKey = new Map<string, Guess>();
  for (const guess of guesses.toSorted((a, b) => b.worth - a.worth)) {
    const key = guess.members.join();
    if (!byKey.has(key)) byKey.set(key, guess);
  }
  return [...byKey.values()];
}

/** Those that share less than so many percent of their members with each better one among them. @param guesses the best first */
export function unlike(guesses: readonly Guess[], percent: number): readonly Guess[] {
  const chosen: Guess[] = [];
  for (const guess of guesses) {
    const sharedWith = ({ members }: Guess) => guess.members.filter((one) => members.includes(one)).length;
    if (chosen.every((better) => 100 * sharedWith(better) < percent * guess.members.length)) chosen.push(guess);
  }
  return chosen;
}
