import { placeOf, type Place } from "#domain/place.ts";
import { highestLevels, type Member } from "./member.ts";
import type { ComponentId } from "./terms.ts";
import type { Levelled, LicenceFact, Months } from "./snapshot.ts";

/** An order as it is written down. An absent key is not asked. */
export interface DemandText {
  readonly capabilities?: readonly Levelled[];
  readonly licences?: readonly LicenceFact[];
  readonly areas?: readonly { readonly municipality: string; readonly lat?: number; readonly lon?: number }[];
  /** Units wanted each month, twelve numbers from January. */
  readonly unitsPerMonth?: Months;
}

/** A capability wanted at a level (1 to 3). */
export interface CapabilityWish {
  readonly kind: "capability";
  readonly tag: string;
  readonly level: number;
}

/** A licence wanted for an area, or for any where it names none. */
export interface LicenceWish {
  readonly kind: "licence";
  readonly licence: string;
  readonly area?: string;
}

/** One thing an order requires of some member. */
export type Requirement = CapabilityWish | LicenceWish;

/** A municipality to be served, with its place where it is known. */
export interface DemandedArea {
  readonly municipality: string;
  readonly place: Place | undefined;
}

/** An order as the components read it. Undefined is not asked; an empty list is asked and met. */
export interface Demand {
  readonly capabilities: readonly CapabilityWish[];
  readonly licences: readonly LicenceWish[];
  /** Capabilities, then licences, twins once; undefined where neither key was given. */
  readonly requirements: readonly Requirement[] | undefined;
  readonly areas: readonly DemandedArea[] | undefined;
  readonly unitsPerMonth: Months | undefined;
}

function licenceWishes(licences: readonly LicenceFact[]): LicenceWish[] {
  const seen = new Set<string>();
  return licences.flatMap(([kind, area]): LicenceWish[] => {
    const key = JSON.stringify([kind, area ?? null]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind: "licence", licence: kind, ...(area === undefined ? {} : { area }) }];
  });
}

/** Prepares an order: each capability once at its highest level, each licence (with its area) once, in the order given; places of work as given. */
export function demandOf(text: DemandText): Demand {
  const capabilities = [...highestLevels(text.capabilities ?? [])].map(([tag, level]): CapabilityWish => ({
    kind: "capability",
    tag,
    level,
  }));
  const licences = licenceWishes(text.licences ?? []);
  const asked = text.capabilities !== undefined || text.licences !== undefined;
  return {
    capabilities,
    licences,
    requirements: asked ? [...capabilities, ...licences] : undefined,
    areas: text.areas?.map(({ municipality, lat, lon }) => ({
      municipality,
      place: lat === undefined || lon === undefined ? undefined : placeOf(lat, lon),
    })),
    unitsPerMonth: text.unitsPerMonth,
  };
}

/** Answer about a member where a fact may be missing. */
export type Ability = "yes" | "no" | "maybe";

/** Whether a licence held covers an area: held everywhere, or for a code that begins the area's. */
export function holdsFor(held: LicenceFact, licence: string, area: string): boolean {
  return held[0] === licence && (held[1] === undefined || area.startsWith(held[1]));
}

/** Whether a member holds a licence; a wish without an area takes one for any area. */
export function holds(member: { readonly licences?: Member["licences"] }, wish: LicenceWish): Ability {
  if (member.licences === undefined) return "maybe";
  const { licence, area } = wish;
  const held = member.licences.some((one) => (area === undefined ? one[0] === licence : holdsFor(one, licence, area)));
  return held ? "yes" : "no";
}

/** Whether a member meets a requirement: a capability at its level or above, a licence for its area. */
export function meets(member: Member, requirement: Requirement): Ability {
  if (requirement.kind === "licence") return holds(member, requirement);
  if (member.capabilities === undefined) return "maybe";
  return (member.capabilities.get(requirement.tag) ?? 0) >= requirement.level ? "yes" : "no";
}

/** Whether a member meets at least one of the requirements; asked for nothing, everyone does. */
export function meetsAny(member: Member, requirements: readonly Requirement[]): Ability {
  if (requirements.length === 0) return "yes";
  const answers = requirements.map((requirement) => meets(member, requirement));
  if (answers.includes("yes")) return "yes";
  return answers.includes("maybe") ? "maybe" : "no";
}

/** The licences an order wants that bear on a municipality: those without an area or with a code that begins it. */
export function licencesFor(demand: Demand, municipality: string): readonly LicenceWish[] {
  return demand.licences.filter(({ area }) => area === undefined || municipality.startsWith(area));
}

/** Whether a component has nothing to go by, because the order leaves out what it is measured against. */
export function isUnasked(id: ComponentId, { requirements, areas, unitsPerMonth }: Demand): boolean {
  if (id === "coverage" || id === "redundancy") return requirements === undefined;
  if (id === "area-coverage") return areas === undefined;
  return id === "capacity-fit" && unitsPerMonth === undefined;
}
