import { Migration } from "@mikro-orm/migrations";

/** The answers of a survey are handed in, looked at, taken and taken back as a list of businesses is. */
export class Migration20261121070100 extends Migration {
  override up(): void {
    this.addSql(`alter table business_import add column survey text`);
  }
}
