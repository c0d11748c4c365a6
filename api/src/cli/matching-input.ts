import { readFile } from "node:fs/promises";
import { areaCodeOf } from "#domain/municipality-code.ts";
import type { Decision } from "#domain/decision.ts";
import { isPurpose, PURPOSES, type Purpose } from "#domain/purpose.ts";
import type { Reference } from "#files/seeds/reference.ts";
import type { MatchingQuestion } from "#jobs/matching-task.ts";
import { markOf } from "#files/snapshot-mark.ts";
import { candidateFinder } from "#matching/columns/find-candidate.ts";
import { layoutOf } from "#matching/columns/layout-writer.ts";
import { readDemand } from "#matching/read-demand.ts";
import { readSnapshot } from "#matching/read-snapshot.ts";
import { readTerms } from "#matching/read-terms.ts";
import type { Demand } from "#matching/demand.ts";
import type { Terms } from "#matching/terms.ts";
import { loadPairs } from "#queries/never-together.ts";
import { loadLayout, type LoadedLayout } from "#queries/layout.ts";
import { termsInForce } from "#queries/terms-in-force.ts";
import { clock } from "#server/clock.ts";
import { questionProblemText } from "#words/analysis-problem.ts";
import { inputProblemText } from "#words/snapshot-problem.ts";
import { Refusal, UsageError } from "./refusal.ts";
import { actingContext, withInstallation, type ActingOptions } from "./with-installation.ts";

/** What both commands that ask the matcher take. */
export interface AskingOptions extends ActingOptions {
  readonly purpose: string;
  readonly snapshot?: string;
  readonly form?: string;
  readonly district: readonly string[];
  readonly demand?: string;
  readonly terms?: string;
  readonly json?: boolean;
}

/** What the matcher is asked: the question, the businesses in columns, and who of them must not meet. */
export interface MatchingInput {
  readonly question: MatchingQuestion;
  readonly known: Pick<LoadedLayout, "layout" | "mark">;
  readonly neverTogether: readonly (readonly [string, string])[];
}

/**
 * The question of the options and whom it is asked of: a file by the shipped terms, or what a federation knows now by
 * its own. Terms of a file go before both.
 * @param named ids the question names: of a federation they are looked at also where they have closed
 */
export async function readMatchingInput(
  options: AskingOptions,
  reference: Reference,
  named: readonly string[] = [],
): Promise<MatchingInput> {
  if ((options.snapshot === undefined) === (options.federation === undefined)) {
    throw new UsageError(
      "--snapshot か --federation のどちらか一つを指定してください。 / Give either --snapshot or --federation.",
    );
  }
  const question = await readQuestion(options, reference);
  if (options.snapshot !== undefined) {
    return { question, known: laidOut(await readText(options.snapshot)), neverTogether: [] };
  }
  return withInstallation(async (installation) => {
    const { em } = await actingContext(installation, options, "discovery.run");
    const terms = options.terms === undefined ? await termsInForce({ em, reference }) : question.terms;
    const known = await loadLayout(em, { today: clock.today(), mustHave: named });
    const find = candidateFinder(known.layout);
    const pairs = await loadPairs(em);
    return {
      question: { ...question, terms },
      known,
      neverTogether: pairs.filter((pair) => pair.every((id) => find(id) !== undefined)),
    };
  });
}

/** The businesses of a snapshot's text, or a refusal with every problem of it. */
function laidOut(text: string): MatchingInput["known"] {
  const snapshot = requireAccepted(readSnapshot(text), inputProblemText);
  return { layout: layoutOf(snapshot.businesses), mark: markOf(snapshot) };
}

async function readQuestion(options: AskingOptions, reference: Reference): Promise<MatchingQuestion> {
  const demand = options.demand === undefined ? undefined : await readDemandFile(options.demand);
  return {
    purpose: purposeOf(options.purpose),
    terms: options.terms === undefined ? reference.terms : await readTermsFile(options.terms, reference.terms),
    law: reference.lawOn(clock.today()),
    districts: options.district.map(districtOf),
    ...(options.form === undefined ? {} : { form: options.form }),
    ...(demand === undefined ? {} : { demand }),
  };
}

/** The text of a file the person named. */
export function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${file} を開けません（${error.code}）。 / Cannot open ${file} (${error.code}).`);
  });
}

/** What was decided, or a refusal with every problem on a line of its own. */
export function requireAccepted<Change, Problem>(
  decision: Decision<Change, Problem>,
  wording: (problem: Problem, language: "ja" | "en") => string,
): Change {
  if (decision.accepted) return decision.change;
  throw new Refusal(
    decision.problems.map((problem) => `${wording(problem, "ja")} / ${wording(problem, "en")}`).join("\n"),
  );
}

function districtOf(text: string): string {
  const code = areaCodeOf(text);
  if (code !== undefined) return code;
  throw new UsageError(
    `--district は都道府県（2桁）か市区町村（5桁か6桁）のコードです（「${text}」）。 / --district takes a code of 2, 5 or 6 digits ("${text}").`,
  );
}

function purposeOf(word: string): Purpose {
  if (isPurpose(word)) return word;
  throw new UsageError(
    `--purpose は ${PURPOSES.join("、")} のどれかです。 / --purpose is one of ${PURPOSES.join(", ")}.`,
  );
}

async function readDemandFile(file: string): Promise<Demand> {
  return requireAccepted(readDemand(await readText(file)), inputProblemText);
}

async function readTermsFile(file: string, shipped: Terms): Promise<Terms> {
  return requireAccepted(readTerms(await readText(file), shipped), questionProblemText);
}
