import { jointBusinessesOf } from "#domain/joint-business.ts";
import type { Analysis } from "#matching/analysis.ts";
import { asidesOf, type Aside } from "#matching/asides.ts";
import { reasonsOf } from "#matching/reasons.ts";
import { yearPictureOf } from "#matching/year-picture.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import type { AnalysisReader } from "#words/analysis.ts";
import { asideText, jointBusinessText } from "#words/aside.ts";
import { otherName } from "#words/score-input.ts";
import { globalId } from "./global-id.ts";
import type { AlreadyThere } from "./already-there.ts";
import type { ReadingContext } from "./reading-context.ts";

/** What is shown beside a score is read from. */
export interface BesideScore {
  readonly asked: AskedQuestion;
  readonly reader: AnalysisReader;
  /** What is known today of the members. */
  readonly members: readonly SnapshotBusiness[];
  readonly alreadyThere: AlreadyThere;
  /** Names for organisations and customers that are noted by number. */
  readonly names: ReadonlyMap<string, string>;
}

/** Organisations and customers that are noted by a number instead of a name. */
export function organisationNumbers(members: readonly SnapshotBusiness[]): string[] {
  const noted = members.flatMap(({ memberships = [], customers = [] }) => [...memberships, ...customers]);
  return noted.filter((one) => /^[\w-]+$/.test(one));
}

function named(aside: Aside, nameOf: (key: string) => string): Aside {
  if (aside.id === "membership") return { ...aside, organisation: nameOf(aside.organisation) };
  return aside.id === "common-customer" ? { ...aside, customer: nameOf(aside.customer) } : aside;
}

/** What stands beside a score: joint businesses it points to, facts no number is made of, what is there already. */
export function besideScorePage(
  { reference }: ReadingContext,
  analysis: Analysis,
  { asked, reader, members, alreadyThere, names }: BesideScore,
) {
  const shared = reasonsOf(analysis).flatMap(({ id, match }) => (id === "shared-need" ? match.evidence.issue : []));
  const cues = { purpose: asked.purpose, issues: shared, trades: members.map(({ industry }) => industry) };
  const compared = members.map(({ municipality, industry }) => ({ municipality, industry }));
  const nameOf = (key: string) => otherName(key, { nameOf: (one) => names.get(one), language: reader.language });
  const cooperatives = alreadyThere.cooperativesOf(compared);
  return {
    jointBusinesses: jointBusinessesOf(cues, reference.vocabularies).map((one) => {
      return { code: one.kind.code, name: one.kind[reader.language], sentence: jointBusinessText(one, reader) };
    }),
    asides: asidesOf(members, asked.purpose).map((aside) => asideText(named(aside, nameOf), reader)),
    existingCooperatives: cooperatives && [...cooperatives],
    year: yearPage(members, asked),
    existingGroups: [...alreadyThere.groupsOf(analysis.members)],
  };
}

function yearPage(members: readonly SnapshotBusiness[], asked: AskedQuestion) {
  const year = yearPictureOf(members, asked);
  if (!year) return null;
  return {
    unit: year.unit === "workers" ? ("WORKERS" as const) : ("UNITS" as const),
    members: year.members.map(({ id, months }) => ({ id: globalId("Business", id), months: [...months] })),
    unknownIds: year.unknown.map((id) => globalId("Business", id)),
    demand: year.demand ? [...year.demand] : null,
  };
}
