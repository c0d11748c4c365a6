import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/** Candidates somebody works on, who is in them, and what happened to them. */
export class Migration20261121110000 extends Migration {
  override up(): void {
    this.addSql(`create table proposal (
      id uuid primary key,
      federation_code varchar(2) not null references federation (code),
      name text not null,
      purpose varchar(30) not null,
      member_key text not null,
      kept json not null,
      lower integer not null,
      state varchar(12) not null,
      reason varchar(20),
      reason_note text,
      discovery_id uuid references discovery (id),
      rank integer,
      kept_by text not null,
      kept_at timestamptz not null,
      changed_by text not null,
      changed_at timestamptz not null,
      version integer not null,
      unique (federation_code, id)
    )`);
    // Fifty ids are longer than an index row likes; their digest tells the same.
    this.addSql(`create unique index proposal_of_members on proposal (federation_code, purpose, (md5(member_key)))`);
    this.addSql(`create index proposal_by_state on proposal (federation_code, state, changed_at desc)`);
    this.addSql(`create table proposal_member (
      proposal_id uuid not null,
      business_id uuid not null,
      federation_code varchar(2) not null,
      primary key (proposal_id, business_id),
      foreign key (federation_code, proposal_id) references proposal (federation_code, id),
      foreign key (federation_code, business_id) references business (federation_code, id)
    )`);
    this.addSql(`create index proposal_member_by_business on proposal_member (business_id)`);
    this.addSql(`create table proposal_event (
      id uuid primary key,
      proposal_id uuid not null,
      federation_code varchar(2) not null,
      proposal_version integer not null,
      kind varchar(12) not null,
      at timestamptz not null,
      actor_id varchar(40) not null,
      actor_name text not null,
      from_state varchar(12),
      name text,
      reason varchar(20),
      note text,
      unique (proposal_id, proposal_version),
      foreign key (federation_code, proposal_id) references proposal (federation_code, id)
    )`);
    for (const table of ["proposal", "proposal_member", "proposal_event"]) {
      for (const statement of tenantPolicyOf(table)) this.addSql(statement);
    }
    this.addSql(`grant select, insert, update on proposal to musubi_app`);
    // Who is in a proposal never changes, and what happened to it stays.
    this.addSql(`grant select, insert on proposal_member, proposal_event to musubi_app`);
  }
}
