import { compareBytes } from "./byte-order.ts";
import { knownPermille, type Match, type ScoreComponent } from "./component.ts";
import { COMPONENTS } from "./component-registry.ts";
import type { EvidenceOf } from "./evidence.ts";
import type { Group, Member } from "./member.ts";
import type { Question, WeighedComponent } from "./question.ts";
import type { RuleResult } from "./rule.ts";
import { judge } from "./rule-registry.ts";
import type { ComponentId, Terms } from "./terms.ts";
import { sumOf } from "./whole.ts";

/** One component's part in a group's score. */
export interface ComponentResultOf<Id extends ComponentId> {
  readonly id: Id;
  readonly weight: number;
  /** Sum of the points of the matches, 0 to 1000. */
  readonly low: number;
  /** The most it can become when unknown facts are learnt, 0 to 1000. */
  readonly high: number;
  /** Known facts, permille. */
  readonly known: number;
  readonly matches: readonly Match<EvidenceOf[Id]>[];
}

/** One component's part, whichever it is. */
export type ComponentResult = { [Id in ComponentId]: ComponentResultOf<Id> }[ComponentId];

/** How promising a group is, in words' three steps. */
export type Band = "strong" | "possible" | "thin";

/** The score of one group with every reason and verdict. */
export interface Analysis {
  /** Ids sorted as UTF-8 bytes. */
  readonly members: readonly string[];
  /** Σ weight · low, 0 to 100,000. */
  readonly lower: number;
  /** Σ weight · high, 0 to 100,000. */
  readonly upper: number;
  /** Σ weight · known ÷ 100, permille. */
  readonly coverage: number;
  /** The band of the lower bound, or the bands of both where too little is known for a number. */
  readonly band: Band | readonly [Band, Band];
  readonly components: readonly ComponentResult[];
  readonly rules: readonly RuleResult[];
}

/** The band a bound (0 to 100,000) lies in. */
export function bandOf(bound: number, { bands }: Terms): Band {
  if (bound >= bands.strong) return "strong";
  return bound >= bands.possible ? "possible" : "thin";
}

/** What a group comes to: the bounds, how much of it is known, and the band that may be told. */
export type Totals = Pick<Analysis, "lower" | "upper" | "coverage" | "band">;

/** Adds up weighed parts: the one place where components become a score. */
export function totalsOf(
  parts: readonly Pick<ComponentResult, "weight" | "low" | "high" | "known">[],
  terms: Terms,
): Totals {
  const total = (column: "low" | "high" | "known") => sumOf(parts.map((part) => part.weight * part[column]));
  const [lower, upper, coverage] = [total("low"), total("high"), Math.floor(total("known") / 100)];
  const bands = [bandOf(lower, terms), bandOf(upper, terms)] as const;
  return { lower, upper, coverage, band: coverage >= terms.coverageShownMin ? bands[0] : bands };
}

function partOf<Id extends ComponentId>(
  component: ScoreComponent<Id>,
  weight: number,
  { group, question }: { readonly group: Group; readonly question: Question },
): ComponentResultOf<Id> {
  const matches = component.matches(group, question);
  const low = sumOf(matches.map(({ points }) => points));
  return {
    id: component.id,
    weight,
    low,
    high: component.high(group, question, low),
    known: knownPermille(component.facts(group, question)),
    matches,
  };
}

function resultOf({ id, weight }: WeighedComponent, group: Group, question: Question): ComponentResult {
  const component = COMPONENTS[id] as ScoreComponent<ComponentId>;
  return partOf(component, weight, { group, question }) as ComponentResult;
}

/** Members in the order of their ids, each once. */
export function groupOf(members: readonly Member[]): Group {
  const sorted = members.toSorted((a, b) => compareBytes(a.id, b.id));
  return sorted.filter((member, index) => member.id !== sorted[index - 1]?.id);
}

/** Scores and judges one group, by every component and rule the question asks for: slow, obvious, and what all else must equal. */
export function analyse(members: readonly Member[], question: Question): Analysis {
  const group = groupOf(members);
  const components = question.weighed.map((weighed) => resultOf(weighed, group, question));
  return {
    members: group.map(({ id }) => id),
    ...totalsOf(components, question.terms),
    components,
    rules: judge(group, question),
  };
}
