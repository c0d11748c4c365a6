import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/** Views of the list of businesses that somebody keeps under a name. */
export class Migration20261121051000 extends Migration {
  override up(): void {
    this.addSql(`create table saved_view (
      id uuid primary key,
      federation_code varchar(2) not null,
      account_id uuid not null,
      name varchar(60) not null,
      query text not null,
      shared boolean not null,
      created_at timestamptz not null,
      removed_at timestamptz,
      foreign key (federation_code, account_id) references account (federation_code, id)
    )`);
    for (const statement of tenantPolicyOf("saved_view")) this.addSql(statement);
    this.addSql(`create index saved_view_by_account on saved_view (federation_code, account_id)`);
    this.addSql(`grant select, insert, update on saved_view to musubi_app`);
  }
}
