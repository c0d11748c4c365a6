import { Migration } from "@mikro-orm/migrations";
import { searchTextOf } from "#domain/business/search-text.ts";
import type { Facts } from "#domain/business/facts.ts";

/** Finding: what lists are searched, filtered and sorted by stands in narrow columns, and words in an index of pairs of letters. */
export class Migration20261121050000 extends Migration {
  override async up(): Promise<void> {
    await this.foldAnew();
    for (const statement of [...FUNCTIONS, ...COLUMNS, ...FINDING]) this.addSql(statement);
  }

  /** Search texts written so far were folded less, and did not tell names from the rest. */
  private async foldAnew(): Promise<void> {
    const federations = (await this.execute("select code from federation")) as { code: string }[];
    for (const { code } of federations) {
      await this.execute("select set_config('musubi.federation', ?, true)", [code]);
      const rows = (await this.execute(
        "select id, name, name_kana, external_id, corporate_number, facts from business where federation_code = ?",
        [code],
      )) as StoredBusiness[];
      for (const row of rows) {
        await this.execute("update business set search_text = ? where id = ?", [searchTextOfRow(row), row.id]);
      }
    }
  }
}

interface StoredBusiness {
  readonly id: string;
  readonly name: string;
  readonly name_kana: string | null;
  readonly external_id: string | null;
  readonly corporate_number: string | null;
  readonly facts: Facts;
}

function searchTextOfRow({ name, name_kana, external_id, corporate_number, facts }: StoredBusiness): string {
  const identity = {
    name,
    ...(name_kana === null ? {} : { nameKana: name_kana }),
    ...(external_id === null ? {} : { externalId: external_id }),
    ...(corporate_number === null ? {} : { corporateNumber: corporate_number }),
  };
  return searchTextOf(identity, facts);
}

/** Facts by the bit they have in `known_facts`; one that comes later is added at the end. */
const FACT_BITS = [
  ...["kind", "representative", "representativeTitle", "contactPerson", "postalCode", "address", "municipality"],
  ...["place", "industryCode", "industry", "capitalYen", "employees", "established", "ownerAgeBand", "successor"],
  ...["licences", "capabilities", "seeks", "needs", "monthlyLoad", "monthlyWorkers", "monthlyCapacity", "purchases"],
  ...["ties", "memberships", "customers", "purposes", "leader", "adviser", "lastContact", "note", "phone", "fax"],
  ...["email", "source"],
];

const FUNCTIONS = [
  // Pairs of neighbouring letters, each with its federation before it: one federation's search touches no other's.
  `create function search_grams(federation text, folded text) returns text[]
     language sql immutable strict parallel safe as $$
     select array_agg(distinct federation || one || other)
     from (select string_to_array(folded, null) as letters) as split,
          unnest(letters[:cardinality(letters) - 1], letters[2:]) as pair (one, other)
     where one not in (E'\\n', E'\\f') and other not in (E'\\n', E'\\f') $$`,
  // The codes of a fact that is a list: "K02" of ["K02", 3], "kobutsu" of { kind: "kobutsu" }.
  `create function fact_codes(facts jsonb, fact text) returns text[] language sql immutable parallel safe as $$
     select coalesce(array_agg(coalesce(item ->> 'kind', item ->> 0, item #>> '{}')), '{}')
     from jsonb_array_elements(facts #> array[fact, 'value']) as item $$`,
  `create function fact_bit(fact text) returns bigint language sql immutable parallel safe as $$
     select 1::bigint << (array_position('{${FACT_BITS.join(",")}}'::text[], fact) - 1) $$`,
  `create function fact_bits(facts jsonb) returns bigint language sql immutable parallel safe as $$
     select coalesce(bit_or(fact_bit(fact)), 0) from jsonb_object_keys(facts) as fact $$`,
  `create function fact_count(facts jsonb) returns integer language sql immutable parallel safe as $$
     select count(fact_bit(fact))::integer from jsonb_object_keys(facts) as fact $$`,
];

const COLUMNS = [
  // Long facts are kept beside the row, so that a look through a hundred thousand rows reads sixty megabytes, not two hundred.
  `alter table business set (toast_tuple_target = 1024)`,
  `alter table business
     add column names text generated always as (E'\\n' || split_part(search_text, E'\\f', 1) || E'\\n') stored,
     add column sort_key text collate "C"
       generated always as (split_part(split_part(search_text, E'\\f', 1), E'\\n', 1)) stored,
     add column industry text generated always as (facts #>> '{industryCode,value}') stored,
     add column adviser text
       generated always as (regexp_replace(normalize(facts #>> '{adviser,value}', NFKC), '\\s', '', 'g')) stored,
     add column last_contact text generated always as (facts #>> '{lastContact,value}') stored,
     add column needs text[] generated always as (fact_codes(facts, 'needs')) stored,
     add column licence_kinds text[] generated always as (fact_codes(facts, 'licences')) stored,
     add column purposes text[] generated always as (fact_codes(facts, 'purposes')) stored,
     add column known_count integer generated always as (fact_count(facts)) stored,
     add column known_facts bigint generated always as (fact_bits(facts)) stored`,
  // Under row-level security the app role could never use it: LIKE is not leakproof.
  `drop index business_search`,
  `drop index business_by_name`,
  `create index business_by_sort_key on business (federation_code, sort_key, id) where removed_at is null`,
  `create index business_by_grams on business using gin (search_grams(federation_code, search_text))
     with (fastupdate = off) where removed_at is null`,
];

/**
 * The one way in which words are looked up: as the owner, past the row-level policy (which would keep the index from
 * being used), and for the federation of the session alone. It hands out ids; whatever is shown of them is read under
 * row-level security again. Rank: 0 a name is the word, 1 one begins with it, 2 one holds it; 3 more where a word stands in no name.
 */
const FINDING = [
  `create function find_businesses(words text[]) returns table (id uuid, sort_key text, rank integer)
     language plpgsql stable security definer rows 10000
     set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
   declare
     tenant text := current_setting('musubi.federation', true);
     grams text[] := (select array_agg(gram) from unnest(words) as word, unnest(search_grams(tenant, word)) as gram);
     literal text[] := (select array_agg(regexp_replace(word, '([\\\\%_])', '\\\\\\1', 'g')) from unnest(words) as word);
     inside text[] := (select array_agg('%' || word || '%') from unnest(literal) as word);
     heads text[] := (select array_agg(E'%\\n' || word || '%') from unnest(literal) as word);
     wholes text[] := (select array_agg(E'%\\n' || word || E'\\n%') from unnest(literal) as word);
   begin
     if grams is null then -- single letters: they stand in every address, so names alone are looked through
       return query select b.id, b.sort_key,
           case when b.names like any (wholes) then 0 when b.names like any (heads) then 1 else 2 end
         from business as b
         where b.federation_code = tenant and b.removed_at is null and b.names like all (inside);
     else
       return query select b.id, b.sort_key,
           case when b.names like any (wholes) then 0 when b.names like any (heads) then 1 else 2 end
             + case when b.names like all (inside) then 0 else 3 end
         from business as b
         where b.federation_code = tenant and b.removed_at is null
           and search_grams(b.federation_code, b.search_text) @> grams and b.search_text like all (inside);
     end if;
   end $$`,
  `revoke all on function find_businesses(text[]) from public`,
  `grant execute on function find_businesses(text[]) to musubi_app`,
];
