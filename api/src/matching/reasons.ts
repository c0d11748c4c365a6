import type { Analysis, ComponentResult } from "./analysis.ts";
import type { Match } from "./component.ts";
import type { EvidenceOf } from "./evidence.ts";
import type { Group, Member } from "./member.ts";
import type { Question } from "./question.ts";
import type { RuleResult } from "./rule.ts";
import type { ComponentId } from "./terms.ts";
import { isFullTrade } from "./trade-distance.ts";

/** One match with the component it belongs to, so that it can be put into words. */
export type Reason = {
  readonly [Id in ComponentId]: {
    readonly id: Id;
    readonly weight: number;
    readonly match: Match<EvidenceOf[Id]>;
  };
}[ComponentId];

/** Reasons told first; more are on the full list. */
const BEST_REASONS = 3;

/** Points (of 1000) under which a fully known component speaks against a group. */
export const WEAK_UNDER = 334;

/** Every match of an analysis, in the order of the components. */
export function reasonsOf({ components }: Pick<Analysis, "components">): readonly Reason[] {
  return components.flatMap(({ id, weight, matches }) => matches.map((match) => ({ id, weight, match }) as Reason));
}

/**
 * The reasons for the components that bring most, weight times all their points, one of each; of equals the component
 * shown first. What many members bring a little of counts by what it comes to, not by each one's part. None is of a
 * component that speaks against the group, and none says that something is short, or that one alone can do it.
 */
export function bestReasons({ components }: Pick<Analysis, "components">): readonly Reason[] {
  return components
    .filter(({ weight, low, high }) => weight * low > 0 && high >= WEAK_UNDER)
    .sort((a, b) => b.weight * b.low - a.weight * a.low)
    .flatMap((component) => tellingReason(component) ?? [])
    .filter(speaksFor)
    .slice(0, BEST_REASONS);
}

/** The reason that stands for a component: of an order's months the tightest, else what brings most, else the first that illustrates. */
export function tellingReason(component: ComponentResult): Reason | undefined {
  const reasons = reasonsOf({ components: [component] });
  const tightest = tightestMonth(reasons);
  if (tightest !== undefined) return tightest;
  const [most] = reasons.toSorted((a, b) => b.match.points - a.match.points);
  return most !== undefined && most.match.points > 0 ? (itemInCommon(reasons) ?? most) : reasons[0];
}

/** Of an order's months the one whose amount is met least: that others fit says little. */
function tightestMonth(reasons: readonly Reason[]): Reason | undefined {
  const asked = reasons.filter((one) => one.id === "capacity-fit").filter(({ match }) => match.evidence.demand > 0);
  const fit = ({ match: { evidence } }: (typeof asked)[number]) => evidence.supply / evidence.demand;
  return asked.toSorted((a, b) => fit(a) - fit(b))[0];
}

/** Whether an order asks something of a month, and all of it is known to be free. */
const isMet = ({ supply, demand }: EvidenceOf["capacity-fit"]): boolean => demand > 0 && supply >= demand;

/**
 * What an order asks and nobody is known to meet, and the month of which least is met, where nothing is left to learn of
 * its months: what loses most of the weight first.
 */
export function unmetReasons(analysis: Pick<Analysis, "components">): readonly Reason[] {
  const asked = reasonsOf(analysis).filter(({ id }) => id === "coverage" || id === "area-coverage");
  const lacking = asked
    .filter(({ match }) => match.points === 0 && match.members.length === 0)
    .map((reason) => ({ reason, loss: reason.weight / asked.filter(({ id }) => id === reason.id).length }));
  const capacity = analysis.components.filter(({ id, low, high }) => id === "capacity-fit" && low === high);
  const short = capacity.flatMap((component) => {
    const reason = tightestMonth(reasonsOf({ components: [component] }));
    const isShort = reason?.id === "capacity-fit" && !isMet(reason.match.evidence);
    return isShort ? [{ reason, loss: (component.weight * (1000 - component.high)) / 1000 }] : [];
  });
  return [...lacking, ...short].sort((a, b) => b.loss - a.loss).map(({ reason }) => reason);
}

/** Whether a reason is good news, whatever points it brings. */
function speaksFor({ id, match }: Reason): boolean {
  if (id === "capacity-fit") return isMet(match.evidence);
  return id !== "redundancy" || match.members.length > 1;
}

/** Of purchases the item most is spent on is told, with all its buyers: it says more than what one member spends. */
function itemInCommon(reasons: readonly Reason[]): Reason | undefined {
  return reasons.find((one) => one.id === "purchase-overlap" && "item" in one.match.evidence);
}

/** Components that stay weak whatever is still learnt, the heaviest loss first. */
export function weakComponents({ components }: Pick<Analysis, "components">): readonly ComponentResult[] {
  const loss = ({ weight, high }: ComponentResult) => weight * (1000 - high);
  return components.filter(({ high }) => high < WEAK_UNDER).sort((a, b) => loss(b) - loss(a));
}

/** Rules that fail, or pass with a caution. */
export function speakingRules({ rules }: Pick<Analysis, "rules">): readonly RuleResult[] {
  return rules.filter(({ verdict, evidence }) => verdict === "fail" || "caution" in evidence);
}

/** A fact someone could be asked for. */
export type AskedFact = Exclude<keyof Member, "id" | "purposes">;

/** A fact that is missing, whom to ask, and how much it could raise the lower bound at most (0 to 100,000). */
export interface FactToAsk {
  readonly fact: AskedFact;
  readonly members: readonly string[];
  readonly gain: number;
}

/** The facts of members each component is read from. */
export const FACTS_OF: Readonly<Record<ComponentId, readonly AskedFact[]>> = {
  "shared-need": ["needs"],
  complementarity: ["seeks", "capabilities"],
  coverage: ["capabilities", "licences"],
  redundancy: ["capabilities", "licences"],
  "area-coverage": ["place", "capabilities", "licences"],
  "capacity-fit": ["monthlyCapacity", "capabilities", "licences"],
  "load-smoothing": ["monthlyLoad"],
  "year-round": ["monthlyWorkers"],
  nearness: ["place"],
  leader: ["leader"],
  "second-leader": ["leader"],
  "size-likeness": ["employees"],
  ties: ["ties"],
  "low-rivalry": ["industry", "municipality"],
  "useful-distance": ["industry"],
  "purchase-overlap": ["purchases"],
  "group-size": [],
};

/** The facts the rules miss, with the members who can tell. */
function factsOfRules(rules: readonly RuleResult[]): readonly (readonly [AskedFact, string])[] {
  return rules.flatMap((rule): (readonly [AskedFact, string])[] => {
    if (rule.verdict !== "unknown") return [];
    if (rule.id === "H2")
      return rule.evidence.unknown.flatMap(({ member, missing }) => missing.map((fact) => [fact, member] as const));
    if (rule.id === "H3") return rule.evidence.unknown.map((member) => ["municipality", member] as const);
    if (rule.id === "H12") return rule.evidence.unknown.map((member) => ["industry", member] as const);
    return rule.id === "H5" ? rule.evidence.unknown.map((member) => ["licences", member] as const) : [];
  });
}

/** Components that need a trade to its four digits, and so ask where it is known less far. */
const FULL_TRADE: readonly ComponentId[] = ["low-rivalry", "useful-distance"];

function isUnknown(member: Member, fact: AskedFact, id: ComponentId): boolean {
  if (fact === "industry" && FULL_TRADE.includes(id)) return !isFullTrade(member.industry);
  return member[fact] === undefined;
}

function isAsked(fact: AskedFact, { demand }: Question): boolean {
  if (fact === "capabilities") return demand.capabilities.length > 0;
  return fact === "licences" ? demand.licences.length > 0 : true;
}

/** What is unknown and whom to ask, the fact that could raise the lower bound most first. */
export function factsToAsk(analysis: Analysis, group: Group, question: Question): readonly FactToAsk[] {
  const wanted = new Map<AskedFact, { gain: number; members: Set<string> }>();
  const of = (fact: AskedFact) => {
    const known = wanted.get(fact) ?? { gain: 0, members: new Set<string>() };
    wanted.set(fact, known);
    return known;
  };
  for (const { id, weight, low, high } of analysis.components) {
    if (high === low) continue;
    for (const fact of FACTS_OF[id]) {
      const unknown = group.filter((member) => isUnknown(member, fact, id));
      if (unknown.length === 0 || (id !== "complementarity" && !isAsked(fact, question))) continue;
      of(fact).gain += weight * (high - low);
      unknown.forEach((member) => of(fact).members.add(member.id));
    }
  }
  for (const [fact, member] of factsOfRules(analysis.rules)) of(fact).members.add(member);
  return [...wanted]
    .map(([fact, { gain, members }]) => ({
      fact,
      gain,
      members: group.map(({ id }) => id).filter((id) => members.has(id)),
    }))
    .sort((a, b) => b.gain - a.gain);
}
