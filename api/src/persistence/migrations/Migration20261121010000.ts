import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/** What happened to what is known of a business, and businesses that are no longer among the known ones. */
export class Migration20261121010000 extends Migration {
  override up(): void {
    this.addSql(`alter table business add column removed_at timestamptz, add column merged_into uuid`);
    this.addSql(
      `alter table business add foreign key (federation_code, merged_into) references business (federation_code, id)`,
    );
    // A key is free again once its business is no longer known.
    this.addSql(`alter table business drop constraint business_federation_code_external_id_key`);
    this.addSql(
      `create unique index business_by_key on business (federation_code, external_id) where removed_at is null`,
    );
    this.addSql(`create table business_event (
      id uuid primary key,
      federation_code varchar(2) not null,
      business_id uuid not null,
      business_version integer not null,
      kind varchar(20) not null,
      cause_id uuid,
      at timestamptz not null,
      actor_id varchar(40) not null,
      actor_name text not null,
      changes jsonb not null,
      unique (business_id, business_version),
      foreign key (federation_code, business_id) references business (federation_code, id)
    )`);
    this.addSql(`create index business_event_by_cause on business_event (cause_id)`);
    for (const statement of tenantPolicyOf("business_event")) this.addSql(statement);
    // History is append-only: no update, no delete.
    this.addSql(`grant select, insert on business_event to musubi_app`);
  }
}
