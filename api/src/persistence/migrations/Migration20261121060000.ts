import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/** Visits: every row is one version of one record; a correction, a step done, a withdrawal each add the next. */
export class Migration20261121060000 extends Migration {
  override up(): void {
    this.addSql(`create table visit (
      id uuid primary key,
      visit_id uuid not null,
      visit_version integer not null,
      federation_code varchar(2) not null,
      business_id uuid not null,
      held_on date not null,
      channel varchar(10) not null,
      told text not null,
      impression text not null,
      next_step text not null,
      next_on date,
      minutes integer,
      state varchar(10) not null,
      author_id varchar(40) not null,
      author_name text not null,
      at timestamptz not null,
      unique (visit_id, visit_version),
      foreign key (federation_code, business_id) references business (federation_code, id)
    )`);
    this.addSql(`create index visit_by_business on visit (business_id)`);
    this.addSql(
      `create index visit_next_step on visit (federation_code, author_id, next_on) where next_on is not null`,
    );
    for (const statement of tenantPolicyOf("visit")) this.addSql(statement);
    // What was noted stays: a correction is a row of its own.
    this.addSql(`grant select, insert on visit to musubi_app`);
  }
}
