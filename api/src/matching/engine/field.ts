import { compareBytes } from "../byte-order.ts";
import { serves } from "../components/area-coverage.ts";
import { sizeClassOf } from "../components/size-likeness.ts";
import { meets, meetsAny } from "../demand.ts";
import type { Group, Member } from "../member.ts";
import type { Question } from "../question.ts";
import { sumOf } from "../whole.ts";
import { listColumn, TagNumbers, type AmountColumn, type ListColumn, type TagColumn } from "./columns.ts";
import { tradeColumn, type TradeColumn } from "./trades.ts";

/** Stands for an unknown number in a column. */
export const UNKNOWN = -1;

/** Everyone a search may propose, as columns of numbers made once a search; a candidate is its place in the order of ids. */
export interface Field {
  readonly members: Group;
  /** Places in microdegrees. */
  readonly latMicro: Int32Array;
  readonly lonMicro: Int32Array;
  readonly needs: TagColumn;
  /** For each numbered issue, the permille of it that a joint business can answer. */
  readonly needAnswers: Int32Array;
  readonly seeks: TagColumn;
  readonly offers: TagColumn;
  readonly skillCount: number;
  /** The adviser's judgement 0 to 3, or UNKNOWN. */
  readonly leader: Int8Array;
  /** Size class from 0, or UNKNOWN. */
  readonly sizeClass: Int8Array;
  /** Number of each candidate's trade and municipality among those there are; equal only where all that is known is. */
  readonly trade: TradeColumn;
  /** Yen a month by item; nothing where purchases are not known. */
  readonly purchases: AmountColumn;
  /** Yen a month on everything, 0 where purchases are not known. */
  readonly spendYen: Float64Array;
  /** Tied candidates, named by either side. */
  readonly ties: ListColumn;
  /** Requirements each candidate is known to meet, by their place in the demand. */
  readonly met: ListColumn;
  /** Demanded areas each candidate is known to serve, by their place in the demand. */
  readonly served: ListColumn;
  /** 1 where the candidate is known to meet at least one requirement, or none is asked. */
  readonly able: Uint8Array;
}

function tieLists(members: Group): readonly (readonly number[])[] {
  const indexOf = new Map(members.map(({ id }, index) => [id, index]));
  const tied = members.map(() => new Set<number>());
  members.forEach(({ ties }, from) => {
    for (const id of ties ?? []) {
      const to = indexOf.get(id);
      if (to === undefined || to === from) continue;
      tied[from]?.add(to);
      tied[to]?.add(from);
    }
  });
  return tied.map((set) => [...set].sort((a, b) => a - b));
}

const placesWhere = <T>(items: readonly T[], holds: (item: T) => boolean): number[] =>
  items.flatMap((item, index) => (holds(item) ? [index] : []));

/** Prepares the columns of everyone who may be proposed. */
export function fieldOf(eligible: readonly Member[], question: Question): Field {
  const { demand, terms } = question;
  const members = eligible.toSorted((a, b) => compareBytes(a.id, b.id));
  const issues = new TagNumbers();
  const skills = new TagNumbers();
  const requirements = demand.requirements ?? [];
  const needs = issues.columnOf(members.map((member) => member.needs));
  const seeks = skills.columnOf(members.map((member) => member.seeks));
  const offers = skills.columnOf(members.map((member) => member.capabilities));
  const answer = (issue: string) =>
    Object.hasOwn(terms.jointAnswers, issue) ? (terms.jointAnswers[issue] ?? 1000) : 1000;
  return {
    members,
    latMicro: Int32Array.from(members, ({ place }) => place?.latMicro ?? 0),
    lonMicro: Int32Array.from(members, ({ place }) => place?.lonMicro ?? 0),
    needs,
    needAnswers: Int32Array.from(issues.tags, answer),
    seeks,
    offers,
    skillCount: skills.count,
    leader: Int8Array.from(members, ({ leader }) => leader ?? UNKNOWN),
    sizeClass: Int8Array.from(members, ({ employees }) =>
      employees === undefined ? UNKNOWN : sizeClassOf(employees, terms),
    ),
    trade: tradeColumn(members),
    purchases: new TagNumbers().amountsOf(members.map((member) => member.purchases)),
    spendYen: Float64Array.from(members, ({ purchases }) => sumOf([...(purchases?.values() ?? [])])),
    ties: listColumn(tieLists(members)),
    met: listColumn(members.map((member) => placesWhere(requirements, (one) => meets(member, one) === "yes"))),
    served: listColumn(
      members.map((member) => placesWhere(demand.areas ?? [], (area) => serves(member, area, question) === "yes")),
    ),
    able: Uint8Array.from(members, (member) => (meetsAny(member, requirements) === "yes" ? 1 : 0)),
  };
}
