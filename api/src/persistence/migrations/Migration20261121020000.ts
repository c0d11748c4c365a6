import { Migration } from "@mikro-orm/migrations";

/** Imports that can be taken back, and what a list of them shows. */
export class Migration20261121020000 extends Migration {
  override up(): void {
    this.addSql(`alter table business_import
      add column counts jsonb generated always as (preview -> 'counts') stored,
      add column applied_by text,
      add column undone_at timestamptz,
      add column undone_by text,
      add column undo_outcome jsonb`);
    // Filled for the rows there are by the rewrite, which sees every federation's; written by the app from now on.
    this.addSql(`alter table business_import alter column counts drop expression`);
    this.addSql(`alter table business_import alter column counts set not null`);
    this.addSql(`create index business_import_newest on business_import (federation_code, created_at desc, id desc)`);
  }
}
