interface WaitingGroup {
  readonly stageSince: string;
  readonly nextStep: { readonly toStageName?: string | null };
}

/** Seven cards at most, two of them kept for the latest question and the list of businesses. */
const GROUP_CARDS_MAX = 5;

/** How many businesses that wait to be spoken with have a card beside the next steps: one at least, and one left for a group. */
export function approachCards(steps: number): number {
  return Math.max(1, GROUP_CARDS_MAX - 1 - steps);
}

/** The groups to look at today beside other cards: those with a step left to take, the longest waiting first. */
export function shownToday<Group extends WaitingGroup>(groups: readonly Group[], others = 0): Group[] {
  const waiting = groups.filter(({ nextStep }) => nextStep.toStageName);
  return waiting
    .toSorted((a, b) => (a.stageSince < b.stageSince ? -1 : 1))
    .slice(0, Math.max(0, GROUP_CARDS_MAX - others));
}
