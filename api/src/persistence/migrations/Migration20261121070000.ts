import { Migration } from "@mikro-orm/migrations";

/** A list is written by a job: how far that is, on whose behalf, and with which wishes. */
export class Migration20261121070000 extends Migration {
  override up(): void {
    this.addSql(`alter table business_import
      add column job_status varchar(12),
      add column job_asked jsonb,
      add column job_done integer not null default 0,
      add column job_total integer,
      add column fault_id text`);
    // The app role may put this kind of job into the queue too, for an import it can see.
    this.addSql(`create function enqueue_import(import_id uuid) returns void language plpgsql security definer
      set search_path = pg_catalog, public as $$
      declare tenant text := current_setting('musubi.federation', true);
      begin
        if not exists (select from public.business_import where id = import_id and federation_code = tenant) then
          raise exception 'no such import';
        end if;
        perform graphile_worker.add_job('writeImport',
          json_build_object('importId', import_id, 'federation', tenant), max_attempts => 3);
      end $$`);
    this.addSql(`revoke all on function enqueue_import(uuid) from public`);
    this.addSql(`grant execute on function enqueue_import(uuid) to musubi_app`);
  }
}
