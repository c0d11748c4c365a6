import { Migration } from "@mikro-orm/migrations";

/** Under which keys businesses are named is read before all else; an index holds it, so that the facts beside it are not. */
export class Migration20261121141000 extends Migration {
  override up(): void {
    this.addSql(`create index weighed_business_keys on weighed_business (federation_code, business_id)
      include (external_id, corporate_number)`);
    this.addSql(`drop index weighed_business_in_turn`);
  }
}
