import { Migration } from "@mikro-orm/migrations";

/** From which saved candidate a group was started, and by which press of a button: one press is one group. */
export class Migration20261121110200 extends Migration {
  override up(): void {
    this.addSql(`alter table business_group
      add column proposal_id uuid references proposal (id),
      add column start_key varchar(64)`);
    this.addSql(`create unique index business_group_of_proposal on business_group (proposal_id)`);
    this.addSql(`create unique index business_group_of_press on business_group (federation_code, start_key)`);
    this.addSql(`alter table proposal_event add column group_id uuid`);
  }
}
