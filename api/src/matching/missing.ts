import { serves } from "./components/area-coverage.ts";
import { meets, type DemandedArea, type Requirement } from "./demand.ts";
import type { Group, Member } from "./member.ts";
import type { Question } from "./question.ts";

/** One thing a demand asks that some member has to meet for sure. */
export type Wish =
  | { readonly kind: "requirement"; readonly requirement: Requirement }
  | { readonly kind: "area"; readonly area: DemandedArea };

/** What a group lacks of what is asked of it. */
export interface Missing {
  /** Further legal persons the form needs; 0 where there are enough, null where no figure is known for the form. */
  readonly members: number | null;
  /** Wishes nobody is known to meet, in the demand's order. */
  readonly wishes: readonly Wish[];
}

/** Municipalities demanded whose place nobody knows: whether anyone is near enough to serve them cannot be told. */
export function unplacedAreas({ demand }: Question): readonly string[] {
  return (demand.areas ?? []).flatMap(({ municipality, place }) => (place === undefined ? [municipality] : []));
}

/** Everything a demand asks that can be told, requirements first. */
export function wishesOf({ demand }: Question): readonly Wish[] {
  return [
    ...(demand.requirements ?? []).map((requirement): Wish => ({ kind: "requirement", requirement })),
    ...(demand.areas ?? []).flatMap((area): Wish[] => (area.place === undefined ? [] : [{ kind: "area", area }])),
  ];
}

/** Whether a member is known to meet a wish; unknown is not enough to rely on. */
export function fulfils(member: Member, wish: Wish, question: Question): boolean {
  if (wish.kind === "requirement") return meets(member, wish.requirement) === "yes";
  return serves(member, wish.area, question) === "yes";
}

/** What a group lacks: legal persons for its form, and wishes of the demand nobody in it meets. */
export function missingIn(group: Group, question: Question): Missing {
  const needed = question.law.membersMin[question.form]?.value;
  return {
    members: needed === undefined ? null : Math.max(0, needed - group.length),
    wishes: wishesOf(question).filter((wish) => !group.some((member) => fulfils(member, wish, question))),
  };
}
