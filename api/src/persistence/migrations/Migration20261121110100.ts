import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/** How businesses were approached about a candidate: every row is one approach, or takes one back. */
export class Migration20261121110100 extends Migration {
  override up(): void {
    this.addSql(`create table proposal_approach (
      id uuid primary key,
      proposal_id uuid not null,
      business_id uuid not null,
      federation_code varchar(2) not null,
      number integer not null,
      state varchar(12) not null,
      channel varchar(10) not null,
      outcome varchar(12) not null,
      held_on date not null,
      note text not null,
      takes_back uuid references proposal_approach (id),
      actor_id varchar(40) not null,
      actor_name text not null,
      at timestamptz not null,
      unique (proposal_id, business_id, number),
      foreign key (proposal_id, business_id) references proposal_member (proposal_id, business_id),
      foreign key (federation_code, proposal_id) references proposal (federation_code, id)
    )`);
    for (const statement of tenantPolicyOf("proposal_approach")) this.addSql(statement);
    // What was said stays: what is taken back is a row of its own.
    this.addSql(`grant select, insert on proposal_approach to musubi_app`);
  }
}
