import { loadReference } from "#files/seeds/reference.ts";
import { openMatchingBench } from "#jobs/matching-bench.ts";
import type { CompletionDocument, RankedCompletion } from "#matching/completion-document.ts";
import { withoutPairRule } from "#matching/staff-rules.ts";
import { bandText, boundsText } from "#words/analysis.ts";
import { questionProblemText } from "#words/analysis-problem.ts";
import { ruleText } from "#words/analysis-rules.ts";
import { missingTexts } from "#words/missing.ts";
import { pairOf, wishesOf, type WishOptions } from "./discover-command.ts";
import { readMatchingInput, requireAccepted, type AskingOptions } from "./matching-input.ts";
import { UsageError } from "./refusal.ts";

interface CompleteOptions extends AskingOptions, WishOptions {
  readonly group: string;
  readonly apart: readonly string[];
}

/** `musubi complete`: who is missing in a group that is handed in, the smallest sets of further members first. */
export async function runComplete(options: CompleteOptions): Promise<void> {
  const reference = loadReference();
  const group = idsIn(options.group);
  const apart = options.apart.map(pairOf);
  const wishes = wishesOf(options);
  const input = await readMatchingInput(options, reference, group);
  const question = { ...input.question, neverTogether: [...apart, ...input.neverTogether] };
  const bench = openMatchingBench();
  try {
    const task = { ...input.known, question, wishes, group };
    const found = requireAccepted(await bench.complete(task), questionProblemText);
    // What the federation keeps to itself is told only where it was asked for.
    const isAsked = options.apart.length > 0;
    const document = isAsked ? found : { ...found, completions: found.completions.map(withoutPairRule) };
    if (options.json) process.stdout.write(`${JSON.stringify(document)}\n`);
    else
      process.stdout.write(
        `${lackingLines(document, reference.labelOf("ja"))}${document.completions.map(completionLine).join("")}`,
      );
  } finally {
    await bench.close();
  }
}

function idsIn(text: string): readonly string[] {
  const ids = text.split(",").map((id) => id.trim());
  if (ids.every((id) => id !== "") && new Set(ids).size === ids.length) return ids;
  throw new UsageError(`--group は ID,ID,… の形です（「${text}」）。 / --group takes ID,ID,… ("${text}").`);
}

function lackingLines(
  document: CompletionDocument,
  labelOf: ReturnType<ReturnType<typeof loadReference>["labelOf"]>,
): string {
  const reader = { language: "ja", labelOf, nameOf: (id: string) => id } as const;
  const lines = [...missingTexts(document, reader), ...document.failing.map((rule) => ruleText(rule, reader))];
  return lines.map((line) => `${line}\n`).join("");
}

function completionLine({ rank, added, lower, upper, coverage, band }: RankedCompletion): string {
  return `${rank}\t+ ${added.join(" ")}\t${boundsText({ lower, upper, band })}\t${coverage}‰\t${bandText(band, "ja")}\n`;
}
