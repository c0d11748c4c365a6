/** A registered cooperative as far as it can be told whether it does what a group would. */
export interface RegisteredCooperative {
  /** Corporate number. */
  readonly number: string;
  readonly name: string;
  /** Five digits. */
  readonly municipality: string;
  /** JSIC division its name speaks of; undefined where the name does not tell. */
  readonly division: string | undefined;
}

/** The part of a group existing cooperatives are compared with. Undefined is unknown. */
export interface ComparedMember {
  readonly municipality: string | undefined;
  readonly industry: string | undefined;
}

/** Cooperatives told for one group. */
const TOLD_MAX = 5;

/** Words every cooperative's name may hold and that tell nothing of its trade. 水道 is no prefecture and 市場 no city. */
const COMMON_WORDS =
  /事業協同組合|協同組合|商工業|同業組合|連合会|組合|^(?:北海道|東京都|京都府|大阪府|.{2,3}県)|^.+?(?:市(?!場)|[町村])(?=.)/gu;

/** What a cooperative's name says of its trade: without its prefecture or town and the words of its form. */
export function tradeWordsOf(name: string): string {
  return name.replace(COMMON_WORDS, "");
}

/** Divisions (two digits) at least two members are of: one alone says little about a group. */
function commonDivisions(members: readonly ComparedMember[]): ReadonlySet<string> {
  const divisions = members.flatMap(({ industry }) =>
    industry !== undefined && /^\d{2}/.test(industry) ? [industry.slice(0, 2)] : [],
  );
  return new Set(divisions.filter((division, at) => divisions.indexOf(division) !== at));
}

/** By name, of the same name by number, so that the order is the same whatever they are read from. */
function compareNames(a: RegisteredCooperative, b: RegisteredCooperative): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.number < b.number ? -1 : 1;
}

/**
 * Cooperatives that may already do what a group would: registered in its members' prefecture, of a trade at least two
 * members are of as far as a name tells; those in a member's municipality first, then by name. A register holds names
 * and addresses only, so this is a hint to look, never a finding.
 */
export function cooperativesLike(
  members: readonly ComparedMember[],
  cooperatives: readonly RegisteredCooperative[],
): readonly RegisteredCooperative[] {
  const divisions = commonDivisions(members);
  const towns = new Set(members.flatMap(({ municipality }) => municipality ?? []));
  const prefectures = new Set([...towns].map((town) => town.slice(0, 2)));
  const near = ({ municipality }: RegisteredCooperative) => Number(towns.has(municipality));
  return cooperatives
    .filter(
      ({ division, municipality }) =>
        division !== undefined && divisions.has(division) && prefectures.has(municipality.slice(0, 2)),
    )
    .sort((a, b) => near(b) - near(a) || compareNames(a, b))
    .slice(0, TOLD_MAX);
}
