import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/** How a list is to be read and where it comes from, and what is remembered of both for the next list of its shape. */
export class Migration20261121021000 extends Migration {
  override up(): void {
    this.addSql(`alter table business_import
      add column choice jsonb not null default '{}',
      add column shape varchar(40),
      add column remembered jsonb,
      add column provenance jsonb`);
    this.addSql(`create table list_shape (
      federation_code varchar(2) not null references federation (code),
      shape varchar(40) not null,
      choice jsonb not null,
      provenance jsonb not null,
      used_at timestamptz not null,
      primary key (federation_code, shape)
    )`);
    for (const statement of tenantPolicyOf("list_shape")) this.addSql(statement);
    this.addSql(`grant select, insert, update on list_shape to musubi_app`);
  }
}
