interface Named {
  readonly code: string;
  readonly name: string;
}

/** JSIC sections with their divisions, which follow each section in the vocabulary. */
export function industryGroups(
  industries: readonly Named[],
): readonly { readonly section: Named; readonly divisions: readonly Named[] }[] {
  const groups: { section: Named; divisions: Named[] }[] = [];
  for (const industry of industries) {
    if (/^[A-T]$/.test(industry.code)) groups.push({ section: industry, divisions: [] });
    else if (industry.code.length === 2) groups.at(-1)?.divisions.push(industry);
  }
  return groups;
}
