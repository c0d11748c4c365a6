import type { ComponentId } from "../terms.ts";
import type { Field } from "./field.ts";
import type { WeighedPart } from "./part.ts";
import { leaderPart } from "./parts/leader-part.ts";
import { capacityPart, loadsPart, yearPart } from "./parts/month-parts.ts";
import { NeedsPart } from "./parts/needs-part.ts";
import { differencePart, likenessPart, nearnessPart } from "./parts/pair-parts.ts";
import { PurchasesPart } from "./parts/purchases-part.ts";
import { RivalsPart } from "./parts/rivals-part.ts";
import { sizePart } from "./parts/size-part.ts";
import { TiesPart, type AreNear } from "./parts/ties-part.ts";
import { WantsPart } from "./parts/wants-part.ts";
import { wishesPart } from "./parts/wishes-part.ts";
import { Trades } from "./trades.ts";

/** What parts are made of. */
export interface PartSources {
  readonly field: Field;
  /** Members of a group at most. */
  readonly membersMax: number;
  /** Whether two candidates lie near enough to be in one group. */
  readonly areNear: AreNear;
}

/** The part of each component, by its weight. */
const MAKERS: { readonly [Id in ComponentId]: (sources: PartSources, weight: number) => WeighedPart } = {
  "shared-need": ({ field }, weight) => new NeedsPart(field, weight),
  complementarity: ({ field }, weight) => new WantsPart(field.columns, weight),
  coverage: ({ field, membersMax }, weight) =>
    wishesPart({ ...field.met, asked: field.question.demand.requirements, places: 1, membersMax }, weight),
  redundancy: ({ field, membersMax }, weight) =>
    wishesPart({ ...field.met, asked: field.question.demand.requirements, places: 2, membersMax }, weight),
  "area-coverage": ({ field, membersMax }, weight) =>
    wishesPart({ ...field.served, asked: field.question.demand.areas, places: 1, membersMax }, weight),
  "capacity-fit": ({ field }, weight) =>
    capacityPart(field, { unitsPerMonth: field.question.demand.unitsPerMonth, weight }),
  "load-smoothing": ({ field }, weight) => loadsPart(field, weight),
  "year-round": ({ field }, weight) => yearPart(field, weight),
  nearness: ({ field }, weight) => nearnessPart(field.question.nearnessDam, weight),
  leader: ({ field }, weight) => leaderPart(field, { rank: 1, weight }),
  "second-leader": ({ field }, weight) => leaderPart(field, { rank: 2, weight }),
  "size-likeness": ({ field }, weight) => likenessPart(field, weight),
  ties: ({ field, areNear }, weight) => new TiesPart(field, areNear, weight),
  "low-rivalry": ({ field }, weight) => new RivalsPart(field.columns, new Trades(field.columns, field.trades), weight),
  "useful-distance": ({ field }, weight) => differencePart(new Trades(field.columns, field.trades), weight),
  "purchase-overlap": ({ field }, weight) => new PurchasesPart(field.columns, weight),
  "group-size": (_sources, weight) => sizePart(weight),
};

/** The parts of the components a question weighs. */
export function partsOf(sources: PartSources): readonly WeighedPart[] {
  return sources.field.question.weighed.map(({ id, weight }) => MAKERS[id](sources, weight));
}
