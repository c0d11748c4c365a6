import type { Question } from "../question.ts";
import type { Field } from "./field.ts";
import type { ComponentId } from "../terms.ts";
import type { Ground } from "./ground.ts";
import type { WeighedPart } from "./part.ts";
import { leaderPart } from "./parts/leader-part.ts";
import { capacityPart, loadsPart, yearPart } from "./parts/month-parts.ts";
import { NeedsPart } from "./parts/needs-part.ts";
import { differencePart, likenessPart, nearnessPart } from "./parts/pair-parts.ts";
import { PurchasesPart } from "./parts/purchases-part.ts";
import { rivalsPart } from "./parts/rivals-part.ts";
import { sizePart } from "./parts/size-part.ts";
import { TiesPart, type AreNear } from "./parts/ties-part.ts";
import { WantsPart } from "./parts/wants-part.ts";
import { wishesPart } from "./parts/wishes-part.ts";

/** What parts are made of. */
export interface PartSources {
  readonly field: Field;
  readonly ground: Ground;
  readonly question: Question;
  /** Members of a group at most. */
  readonly membersMax: number;
  /** Whether two candidates lie near enough to be in one group. */
  readonly areNear: AreNear;
}

/** The part of each component, by its weight. */
const MAKERS: { readonly [Id in ComponentId]: (sources: PartSources, weight: number) => WeighedPart } = {
  "shared-need": ({ field, ground }, weight) => new NeedsPart(field, ground, weight),
  complementarity: ({ field, ground }, weight) => new WantsPart(field, ground, weight),
  coverage: ({ field, ground, membersMax, question: { demand } }, weight) =>
    wishesPart({ able: field.met, asked: demand.requirements, places: 1, membersMax }, ground, weight),
  redundancy: ({ field, ground, membersMax, question: { demand } }, weight) =>
    wishesPart({ able: field.met, asked: demand.requirements, places: 2, membersMax }, ground, weight),
  "area-coverage": ({ field, ground, membersMax, question: { demand } }, weight) =>
    wishesPart({ able: field.served, asked: demand.areas, places: 1, membersMax }, ground, weight),
  "capacity-fit": ({ field, question: { demand } }, weight) =>
    capacityPart(field, { unitsPerMonth: demand.unitsPerMonth, weight }),
  "load-smoothing": ({ field }, weight) => loadsPart(field, weight),
  "year-round": ({ field, ground }, weight) => yearPart(field, ground, weight),
  nearness: ({ question }, weight) => nearnessPart(question.nearnessDam, weight),
  leader: ({ field, question: { terms } }, weight) =>
    leaderPart(field, { leaderPoints: terms.leaderPoints, rank: 1, weight }),
  "second-leader": ({ field, question: { terms } }, weight) =>
    leaderPart(field, { leaderPoints: terms.leaderPoints, rank: 2, weight }),
  "size-likeness": ({ field }, weight) => likenessPart(field, weight),
  ties: ({ field, areNear }, weight) => new TiesPart(field, areNear, weight),
  "low-rivalry": ({ field }, weight) => rivalsPart(field, weight),
  "useful-distance": ({ field }, weight) => differencePart(field, weight),
  "purchase-overlap": ({ field, ground }, weight) => new PurchasesPart(field, ground, weight),
  "group-size": (_sources, weight) => sizePart(weight),
};

/** The parts of the components a question weighs. */
export function partsOf(sources: PartSources): readonly WeighedPart[] {
  return sources.question.weighed.map(({ id, weight }) => MAKERS[id](sources, weight));
}
