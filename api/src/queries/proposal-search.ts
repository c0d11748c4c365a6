import type { EntityManager } from "@mikro-orm/postgresql";
import { soughtWords } from "#domain/business/search-text.ts";
import { IDS_OF_BUSINESS } from "./absorbing-businesses.ts";

/** What narrows a list of saved proposals beyond what stands in their own rows. */
interface Sought {
  readonly businessId?: string | undefined;
  readonly search?: string | undefined;
}

/** The ids of the proposals that a business is in and that the words find; undefined where neither is asked. */
export async function findProposalIds(
  em: EntityManager,
  { businessId, search = "" }: Sought,
): Promise<readonly string[] | undefined> {
  const { strict } = soughtWords(search);
  if (businessId === undefined && strict.length === 0) return undefined;
  const conditions: string[] = [];
  const values: unknown[] = [];
  if (businessId !== undefined) {
    conditions.push(
      `exists (select from proposal_member member where member.proposal_id = proposal.id and member.business_id in ${IDS_OF_BUSINESS})`,
    );
    values.push(businessId);
  }
  if (strict.length > 0) {
    conditions.push(
      `(proposal.name ilike ? or exists (
        select from proposal_member member
        join find_businesses(array(select jsonb_array_elements_text(?::jsonb))) found on found.id = member.business_id
        where member.proposal_id = proposal.id))`,
    );
    values.push(`%${search.trim().replace(/[\\%_]/g, "\\$&")}%`, JSON.stringify(strict));
  }
  const rows: { id: string }[] = await em.execute(`select id from proposal where ${conditions.join(" and ")}`, values);
  return rows.map(({ id }) => id);
}
