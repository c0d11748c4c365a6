import { Migration } from "@mikro-orm/migrations";

/** Parts of the classes' descriptions. Classes loaded before have none, so they are no longer taken for the same files. */
export class Migration20261121041000 extends Migration {
  override up(): void {
    this.addSql(`alter table reference_industry add column phrases jsonb not null default '[]'`);
    this.addSql(`delete from reference_source where id = 'industries-14'`);
  }
}
