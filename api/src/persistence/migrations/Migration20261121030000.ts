import { Migration } from "@mikro-orm/migrations";

/** Which of the rows a list sets aside are taken all the same. */
export class Migration20261121030000 extends Migration {
  override up(): void {
    this.addSql(`alter table business_import add column brought_back jsonb not null default '[]'`);
  }
}
