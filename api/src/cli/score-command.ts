import { loadReference } from "#files/seeds/reference.ts";
import { answerDocument } from "#matching/document.ts";
import { memberReader } from "#matching/columns/find-candidate.ts";
import type { Member } from "#matching/member.ts";
import { askQuestion, type Question } from "#matching/question.ts";
import { readGroups } from "#matching/read-groups.ts";
import { scoreGroup, type ScoredGroup } from "#matching/score.ts";
import { bandText, boundsText } from "#words/analysis.ts";
import { questionProblemText } from "#words/analysis-problem.ts";
import { inputProblemText } from "#words/snapshot-problem.ts";
import { readMatchingInput, readText, requireAccepted, type AskingOptions } from "./matching-input.ts";

interface ScoreOptions extends AskingOptions {
  readonly groups: string;
  readonly jsonl?: boolean;
}

/** `musubi score`: the analysis of groups that are handed in, in their order; failing rules are told. */
export async function runScore(options: ScoreOptions): Promise<void> {
  const begun = performance.now();
  const { neverTogether, ...input } = await readMatchingInput(options, loadReference());
  const question = requireAccepted(askQuestion({ ...input.question, neverTogether }), questionProblemText);
  const { layout, mark } = input.known;
  const find = memberReader(layout);
  const isKnown = (id: string) => find(id) !== undefined;
  const groups = requireAccepted(readGroups(await readText(options.groups), isKnown), inputProblemText);

  if (options.jsonl) {
    for (const ids of groups) await write(`${JSON.stringify(scored(ids, find, question))}\n`);
    return;
  }
  const proposals = groups.map((ids) => scored(ids, find, question));
  const elapsedMs = Math.round(performance.now() - begun);
  const course = { examined: groups.length, elapsedMs, cutShort: false };
  const document = answerDocument(question, mark, { course, proposals });
  await write(options.json ? `${JSON.stringify(document)}\n` : proposals.map(scoreLine).join(""));
}

function scored(ids: readonly string[], find: (id: string) => Member | undefined, question: Question): ScoredGroup {
  return scoreGroup(
    ids.flatMap((id) => find(id) ?? []),
    question,
  );
}

/** Waits while the reader is slower: 100,000 analyses are hundreds of megabytes. */
function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return Promise.resolve();
  return new Promise((resolve) => process.stdout.once("drain", resolve));
}

function scoreLine({ lower, upper, coverage, band, members, rules }: ScoredGroup): string {
  const failing = rules.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
  const fails = failing.length === 0 ? "" : `\t不適合 ${failing.join(" ")}`;
  return `${boundsText({ lower, upper, band })}\t${coverage}‰\t${bandText(band, "ja")}\t${members.join(" ")}${fails}\n`;
}
