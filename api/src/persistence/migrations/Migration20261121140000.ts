import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/**
 * What the matcher weighs of each known business, as text beside the business: a search reads all of a federation, and
 * drawing it out of sixty thousand rows of facts takes longer than reading it. The database keeps it in step.
 */
export class Migration20261121140000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [...TABLE, ...tenantPolicyOf("weighed_business"), ...KEEPING_IN_STEP, ...REVISION])
      await this.execute(statement);
    const federations = (await this.execute("select code from federation")) as { code: string }[];
    for (const { code } of federations) {
      await this.execute("select set_config('musubi.federation', ?, true)", [code]);
      await this.execute(
        `insert into weighed_business (business_id, federation_code, external_id, corporate_number, facts)
         select id, federation_code, external_id, corporate_number, weighed_facts(facts)
         from business where federation_code = ? and removed_at is null`,
        [code],
      );
    }
  }
}

/**
 * What is weighed, and the note, where it stands that a business has closed. They are kept in this order, each as the day
 * it was said on and the value, both null where it is not known: without names it is read in two thirds of the time.
 */
const WEIGHED = [
  ...["place", "municipality", "industryCode", "employees", "capitalYen", "ownerAgeBand", "successor", "leader"],
  ...["capabilities", "seeks", "needs", "licences", "monthlyLoad", "monthlyWorkers", "monthlyCapacity"],
  ...["purchases", "purposes", "ties", "memberships", "customers", "note"],
];

const TABLE = [
  `create table weighed_business (
    business_id uuid primary key references business (id) on delete cascade,
    federation_code varchar(2) not null references federation (code),
    external_id text,
    corporate_number varchar(13),
    facts text not null
  )`,
  `create index weighed_business_in_turn on weighed_business (federation_code, business_id)`,
  `grant select, insert, update, delete on weighed_business to musubi_app`,
];

const KEEPING_IN_STEP = [
  // What holds and what it is worth is decided by those who read it. The facts are unpacked once: without the inner
  // select every one of the forty looks into them would unpack them anew.
  `create function weighed_facts(facts jsonb) returns text language sql immutable parallel safe as $$
     select jsonb_build_array(${WEIGHED.map((key) => `kept #> '{${key},on}', kept #> '{${key},value}'`).join(", ")})::text
     from (select facts || '{}'::jsonb as kept offset 0) as unpacked $$`,
  `create function keep_weighed() returns trigger language plpgsql as $$
   begin
     insert into weighed_business (business_id, federation_code, external_id, corporate_number, facts)
       select id, federation_code, external_id, corporate_number, weighed_facts(facts)
       from changed where removed_at is null
       on conflict (business_id) do update set external_id = excluded.external_id,
         corporate_number = excluded.corporate_number, facts = excluded.facts;
     delete from weighed_business using changed
       where changed.removed_at is not null and weighed_business.business_id = changed.id;
     return null;
   end $$`,
  `create trigger weighed_when_added after insert on business referencing new table as changed
     for each statement execute function keep_weighed()`,
  `create trigger weighed_when_changed after update on business referencing new table as changed
     for each statement execute function keep_weighed()`,
];

/**
 * Versions only ever rise and no business is deleted, so how many there are and the sum of their versions say whether
 * anything changed. Whoever forgets to raise the version has it raised.
 */
const REVISION = [
  `create function raise_version() returns trigger language plpgsql as $$
   begin
     new.version := old.version + 1;
     return new;
   end $$`,
  `create trigger raised_version before update on business for each row
     when (new.version = old.version) execute function raise_version()`,
  `create index business_versions on business (federation_code) include (version)`,
];
