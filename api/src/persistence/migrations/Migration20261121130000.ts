import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/** The versions of a federation's own terms. The newest holds; none is ever changed or removed. */
export class Migration20261121130000 extends Migration {
  override up(): void {
    this.addSql(`create table terms_version (
      id uuid primary key,
      federation_code varchar(2) not null references federation (code),
      number integer not null check (number > 0),
      shipped varchar(40) not null,
      own json not null,
      changes json not null,
      restored_from integer,
      reason text not null,
      at timestamptz not null,
      actor_id varchar(40) not null,
      actor_name text not null,
      unique (federation_code, number)
    )`);
    for (const statement of tenantPolicyOf("terms_version")) this.addSql(statement);
    this.addSql(`grant select, insert on terms_version to musubi_app`);
  }
}
