import { Migration } from "@mikro-orm/migrations";
import { tenantPolicyOf } from "../tenant-table.ts";

/** Pairs of businesses that must never be brought together, as one of them, or its adviser, asked. */
export class Migration20261121110300 extends Migration {
  override up(): void {
    this.addSql(`create table never_together (
      id uuid primary key,
      federation_code varchar(2) not null,
      business_id uuid not null,
      other_id uuid not null,
      reason text not null,
      noted_by text not null,
      noted_at timestamptz not null,
      withdrawn_by text,
      withdrawn_at timestamptz,
      foreign key (federation_code, business_id) references business (federation_code, id),
      foreign key (federation_code, other_id) references business (federation_code, id)
    )`);
    this.addSql(
      `create unique index never_together_standing on never_together (business_id, other_id) where withdrawn_at is null`,
    );
    for (const statement of tenantPolicyOf("never_together")) this.addSql(statement);
    // Withdrawn, never removed: who asked for what stays.
    this.addSql(`grant select, insert, update on never_together to musubi_app`);
  }
}
