import { PURPOSES } from "#domain/purpose.ts";
import { compareGroups } from "./score-comparison.ts";

/** `pnpm bench:score [groups]`: the score kept while searching against the definition, on so many random groups of each purpose. */

const GROUPS = Number(process.argv[2] ?? 50_000);

for (const purpose of PURPOSES) {
  const began = performance.now();
  const compared = compareGroups(purpose, GROUPS);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${purpose.padEnd(18)} ${compared} groups: all as defined, none above its members' bounds; ${seconds} s`);
}
