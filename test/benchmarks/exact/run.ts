import { parseArgs } from "node:util";
import { PURPOSES } from "../../../api/src/domain/purpose.ts";
import { measureOrders, solveOrders } from "./large-orders.ts";
import { measureNearness, solveSmallSearches } from "./measure.ts";

/**
 * `pnpm bench:exact [--solve] [--missed] [purpose | --orders [--highs] [first]]`: how near searches come to the best groups there are. `--solve`
 * works the optima out anew, `--missed` names the searches that fall short; `--orders` asks for large orders instead, and to
 * solve from one of these on; `--highs` asks HiGHS alone for better groups.
 */

const { values, positionals } = parseArgs({
  options: {
    solve: { type: "boolean" },
    missed: { type: "boolean" },
    orders: { type: "boolean" },
    highs: { type: "boolean" },
  },
  allowPositionals: true,
});
const MODES = ["quality", "fast"] as const;
const say = (line: string) => console.log(line);
const percent = (gap: number) => `${gap.toFixed(3)} %`;

function sayNearness(nameStart: string): void {
  for (const mode of MODES) {
    for (const purpose of PURPOSES.filter((one) => nameStart.startsWith(one) || one.startsWith(nameStart))) {
      const { instances, leftOut, optimal, worstGap, meanGap, shortfalls } = measureNearness(
        mode,
        nameStart.startsWith(purpose) ? nameStart : purpose,
      );
      const gaps = `worst gap ${percent(worstGap)}, mean ${percent(meanGap)}`;
      say(`${mode} ${purpose}: ${optimal} of ${instances} optimal, ${gaps}; ${leftOut} left out`);
      if (values.missed !== true) continue;
      for (const { name, best, found, bestMembers, foundMembers } of shortfalls)
        say(`  ${name}: ${found} of ${best}; best ${bestMembers.join(" ")}; found ${foundMembers.join(" ")}`);
    }
  }
}

/** Of so many businesses every search is fast. */
function sayOrders(): void {
  const nearness = measureOrders("fast");
  const { orders, best, worstGap, meanGap, worstGapToHighs, worstGapToBound, shortfalls } = nearness;
  const gaps = `worst gap ${percent(worstGap)}, mean ${percent(meanGap)}, to HiGHS ${percent(worstGapToHighs)}`;
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  say(`orders: ${best} of ${orders} as good as known, ${gaps}, to the bound ${percent(worstGapToBound)}`);
  for (const [asking, { median, p99 }] of Object.entries(nearness.times))
    say(`  ${asking}: median ${ms(median)}, p99 ${ms(p99)}`);
  if (values.missed === true)
    for (const { order, best: most, found } of shortfalls) say(`  order ${order}: ${found} of ${most}`);
}

const [nameStart = ""] = positionals;
if (values.orders === true) {
  if (values.solve === true) await solveOrders(Number(nameStart), values.highs === true ? "HiGHS" : "both", say);
  sayOrders();
} else {
  if (values.solve === true) solveSmallSearches(nameStart, say);
  sayNearness(nameStart);
}
