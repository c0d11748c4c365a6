/** A candidate by its name, and who is in it. */
interface Named {
  readonly name: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The name proposed for a group of those chosen: where the candidate bears its usual name, the usual one of these, so
 * that it counts nobody who is left out. A name somebody gave stays, and so does any where nobody is chosen.
 */
export function nameOfChosen(
  { name, members }: Named,
  chosen: readonly string[],
  usualName: (members: Named["members"]) => string,
): string {
  const taken = members.filter(({ id }) => chosen.includes(id));
  return taken.length > 0 && name === usualName(members) ? usualName(taken) : name;
}
