import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/** Businesses that may be one, those that were made one, and those that were judged to be two. */
export class Migration20261121031000 extends Migration {
  override up(): void {
    for (const statement of TABLES) this.addSql(statement);
    for (const table of ["business_merge", "business_duplicate", "business_difference", "business_duplicate_look"]) {
      for (const statement of tenantPolicyOf(table)) this.addSql(statement);
    }
    this.addSql(`grant select, insert, update on business_merge, business_duplicate_look to musubi_app`);
    this.addSql(`grant select, insert, delete on business_duplicate, business_difference to musubi_app`);
    this.addSql(`grant delete on business_duplicate_look to musubi_app`);
    // A place in a group goes over to the business that is kept.
    this.addSql(`grant delete on group_member to musubi_app`);
    this.addSql(`create index business_by_absorbing on business (federation_code, merged_into)
      where merged_into is not null`);
  }
}

const PAIR = `federation_code varchar(2) not null,
    one_id uuid not null,
    other_id uuid not null,
    primary key (federation_code, one_id, other_id),
    check (one_id < other_id),
    foreign key (federation_code, one_id) references business (federation_code, id),
    foreign key (federation_code, other_id) references business (federation_code, id)`;

const TABLES = [
  `create table business_merge (
    id uuid primary key,
    federation_code varchar(2) not null,
    kept_id uuid not null,
    absorbed_id uuid not null,
    kept_before jsonb not null,
    moved_memberships jsonb not null,
    merged_by text not null,
    merged_at timestamptz not null,
    undone_by text,
    undone_at timestamptz,
    undo_left jsonb,
    foreign key (federation_code, kept_id) references business (federation_code, id),
    foreign key (federation_code, absorbed_id) references business (federation_code, id)
  )`,
  `create index business_merge_by_kept on business_merge (federation_code, kept_id)`,
  `create table business_duplicate (
    ${PAIR},
    rank integer not null,
    sureness varchar(10) not null,
    reasons jsonb not null,
    cluster_size integer not null
  )`,
  `create index business_duplicate_by_other on business_duplicate (federation_code, other_id)`,
  `create table business_difference (
    ${PAIR},
    judged_by text not null,
    judged_at timestamptz not null
  )`,
  // What the businesses were like when they were last looked through.
  `create table business_duplicate_look (
    federation_code varchar(2) primary key references federation (code),
    state text not null,
    looked_at timestamptz not null
  )`,
];
