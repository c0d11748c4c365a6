import { loadReference } from "#files/seeds/reference.ts";
import { openMatchingBench } from "#jobs/matching-bench.ts";
import type { RankedAnalysis } from "#matching/document.ts";
import type { SearchMode, SearchWishes } from "#matching/search-plan.ts";
import { withoutPairRule } from "#matching/staff-rules.ts";
import { bandText, boundsText } from "#words/analysis.ts";
import { questionProblemText } from "#words/analysis-problem.ts";
import { readMatchingInput, requireAccepted, type AskingOptions } from "./matching-input.ts";
import { decimalNumber, wholeNumber } from "./option-values.ts";
import { UsageError } from "./refusal.ts";

/** How far to look, as it is typed. */
export interface WishOptions {
  readonly top: string;
  readonly min?: string;
  readonly max?: string;
  readonly within?: string;
  readonly without: readonly string[];
}

interface DiscoverOptions extends AskingOptions, WishOptions {
  readonly with: readonly string[];
  readonly apart: readonly string[];
  readonly mode?: string;
  /** The answer is the same whatever the number. */
  readonly threads?: string;
}

/** `musubi discover`: the same search as the screens', on a snapshot file or a federation's businesses. */
export async function runDiscover(options: DiscoverOptions): Promise<void> {
  const { mode, threads } = options;
  const apart = options.apart.map(pairOf);
  const count = threads === undefined ? undefined : threadsOf(threads);
  const wishes = { ...wishesOf(options), ...(mode === undefined ? {} : { mode: modeOf(mode) }) };
  const input = await readMatchingInput(options, loadReference(), options.with);
  const question = {
    ...input.question,
    mustHave: options.with,
    neverTogether: [...apart, ...input.neverTogether],
  };
  const bench = openMatchingBench(count);
  try {
    const task = { ...input.known, question, wishes };
    const found = requireAccepted(await bench.search(task), questionProblemText);
    // What the federation keeps to itself is told only where it was asked for.
    const document = apart.length > 0 ? found : { ...found, proposals: found.proposals.map(withoutPairRule) };
    if (options.json) process.stdout.write(`${JSON.stringify(document)}\n`);
    else process.stdout.write(document.proposals.map(proposalLine).join(""));
    const unplaced = document.unplaced ?? [];
    if (unplaced.length > 0 && !options.json) {
      process.stderr.write(`位置の分からない事業者 / without a place: ${unplaced.join(" ")}\n`);
    }
  } finally {
    await bench.close();
  }
}

/** How far to look, read from the options. */
export function wishesOf({ top, min, max, within, without }: WishOptions): SearchWishes {
  return {
    ...{ top: wholeNumber("--top", top), without },
    ...(min === undefined ? {} : { membersMin: wholeNumber("--min", min) }),
    ...(max === undefined ? {} : { membersMax: wholeNumber("--max", max) }),
    ...(within === undefined ? {} : { withinKm: decimalNumber("--within", within) }),
  };
}

function threadsOf(threads: string): number {
  const count = wholeNumber("--threads", threads);
  if (count > 0) return count;
  throw new UsageError("--threads は1以上の整数です。 / --threads takes a whole number of 1 or more.");
}

function modeOf(mode: string): SearchMode {
  if (mode === "fast" || mode === "quality") return mode;
  throw new UsageError("--mode は fast か quality です。 / --mode is fast or quality.");
}

/** Two ids that must not meet. */
export function pairOf(text: string): readonly [string, string] {
  const [one, other, ...rest] = text.split(",");
  if (one && other && one !== other && rest.length === 0) return [one, other];
  throw new UsageError(`--apart は ID,ID の形です（「${text}」）。 / --apart takes ID,ID ("${text}").`);
}

function proposalLine({ rank, lower, upper, coverage, band, members }: RankedAnalysis): string {
  return `${rank}\t${boundsText({ lower, upper, band })}\t${coverage}‰\t${bandText(band, "ja")}\t${members.join(" ")}\n`;
}
