import { Migration } from "@mikro-orm/migrations";

/** Who answered a survey sheet, when and how, beside what it changed of a business. */
export class Migration20261121090000 extends Migration {
  override up(): void {
    this.addSql(`alter table business_event add column survey jsonb`);
  }
}
