import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import {
  cooperativesLike,
  tradeWordsOf,
  type ComparedMember,
  type RegisteredCooperative,
} from "#domain/existing-cooperative.ts";
import { tradeProposer, type TradeProposer } from "#domain/trade/propose.ts";
import type { Reference } from "#files/seeds/reference.ts";
import type { GroupStage } from "#domain/group/stage.ts";
import { stageName } from "#words/group.ts";
import { globalId } from "./global-id.ts";
import { shippedDivisions } from "./industry-proposals.ts";
import type { ReadingContext } from "./reading-context.ts";

/** What may do already what a group would: registered cooperatives, and groups on their way. */
export interface AlreadyThere {
  /** Cooperatives of a trade of these members near them; null where no register is loaded, for then nothing is known. */
  readonly cooperativesOf: (members: readonly ComparedMember[]) => readonly CooperativeLike[] | null;
  /** Groups that share at least two of these businesses, those that share most first. */
  readonly groupsOf: (memberIds: readonly string[]) => readonly GroupLike[];
}

/** A registered cooperative as a candidate shows it. */
export interface CooperativeLike {
  readonly corporateNumber: string;
  readonly name: string;
  readonly municipalityName: string;
}

/** A group that shares members with a candidate. */
export interface GroupLike {
  readonly id: string;
  readonly name: string;
  readonly stageName: string;
  readonly sharedCount: number;
}

/** Groups told for one candidate. */
const GROUPS_TOLD_MAX = 3;

/** One business in common is no likeness. */
const SHARED_MIN = 2;

/** Reads at once what may be there already for several groups of the viewer's federation. */
export async function loadAlreadyThere(
  ctx: ReadingContext,
  { memberIds, municipalities }: { readonly memberIds: readonly string[]; readonly municipalities: readonly string[] },
): Promise<AlreadyThere> {
  requireAccess(ctx.viewer, "group.read");
  const cooperatives = await loadCooperatives(ctx, municipalities);
  const memberships = await loadMemberships(ctx.em, memberIds);
  const labelOf = ctx.reference.labelOf(ctx.language);
  return {
    cooperativesOf: (members) =>
      cooperatives &&
      cooperativesLike(members, cooperatives).map(({ number, name, municipality }) => ({
        ...{ corporateNumber: number, name, municipalityName: labelOf("municipality", municipality) },
      })),
    groupsOf: (ids) => groupsSharing(ids, memberships, ctx),
  };
}

interface CooperativeRow {
  readonly number: string;
  readonly name: string;
  readonly municipality: string;
}

/** The open cooperatives of these places' prefectures with what their names tell; null where none are loaded at all. */
async function loadCooperatives(
  { em, reference }: ReadingContext,
  municipalities: readonly string[],
): Promise<readonly RegisteredCooperative[] | null> {
  const loaded: unknown[] = await em.execute("select 1 from reference_source where id = 'cooperatives'");
  if (loaded.length === 0) return null;
  const prefectures = [...new Set(municipalities.map((code) => code.slice(0, 2)))];
  const rows: CooperativeRow[] = await em.execute(
    `select number, name, municipality from reference_cooperative
     where until is null and left(municipality, 2) = any(string_to_array(?, ','))`,
    [prefectures.join(",")],
  );
  const propose = nameReader(reference);
  return rows.map((row) => {
    const best = propose(tradeWordsOf(row.name))[0];
    return { ...row, division: best === undefined || best.sureness === "guess" ? undefined : best.code };
  });
}

const nameReaders = new WeakMap<Reference, TradeProposer>();

/** Reads the trade out of a cooperative's name by divisions alone, which is quick and as much as a name tells. */
function nameReader(reference: Reference): TradeProposer {
  const known = nameReaders.get(reference);
  if (known) return known;
  const reader = tradeProposer({ ...reference.tradeWords, classes: [], divisions: shippedDivisions(reference) });
  nameReaders.set(reference, reader);
  return reader;
}

interface MembershipRow {
  readonly id: string;
  readonly name: string;
  readonly stage: GroupStage;
  readonly business_id: string;
}

async function loadMemberships(em: EntityManager, memberIds: readonly string[]): Promise<readonly MembershipRow[]> {
  return await em.execute(
    `select g.id, g.name, g.stage, m.business_id from group_member m join business_group g on g.id = m.group_id
     where m.business_id = any(string_to_array(?, ',')::uuid[]) and m.state <> 'LEFT' order by g.created_at desc, g.id`,
    [[...new Set(memberIds)].join(",")],
  );
}

function groupsSharing(
  ids: readonly string[],
  rows: readonly MembershipRow[],
  { language }: ReadingContext,
): readonly GroupLike[] {
  const shared = new Map<string, MembershipRow[]>();
  for (const row of rows) {
    if (ids.includes(row.business_id)) shared.set(row.id, [...(shared.get(row.id) ?? []), row]);
  }
  return [...shared.values()]
    .filter(({ length }) => length >= SHARED_MIN)
    .sort((a, b) => b.length - a.length)
    .slice(0, GROUPS_TOLD_MAX)
    .map((members) => {
      const { id, name, stage } = members[0] as MembershipRow;
      return {
        ...{ id: globalId("Group", id), name },
        stageName: stageName(stage, language),
        sharedCount: members.length,
      };
    });
}
