import { PURPOSES } from "#domain/purpose.ts";
import { shortfallOf } from "./search-shortfall.ts";

/** `pnpm bench:search [populations]`: each purpose's search against trying every group, on populations of sixteen. */

const POPULATIONS = Number(process.argv[2] ?? 100);
const ONE_PER_CENT = 10;

for (const purpose of PURPOSES) {
  const began = performance.now();
  const all = Array.from({ length: POPULATIONS }, (_, index) => shortfallOf(purpose, 1000 + index));
  const possible = all.filter(({ best }) => best !== undefined);
  const exact = possible.filter(({ permille }) => permille === 0).length;
  const worst = possible.toSorted((a, b) => b.permille - a.permille)[0];
  const missed = possible.filter(({ permille }) => permille > ONE_PER_CENT).map(({ seed }) => seed);
  console.log(
    `${purpose.padEnd(18)} ${possible.length} of ${POPULATIONS} with a lawful group; best found in ${exact}; ` +
      `worst ${(worst?.permille ?? 0) / 10} % short (population ${worst?.seed ?? "–"}); ` +
      `over 1 %: ${missed.length === 0 ? "none" : missed.join(", ")}; ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
}
