import { Migration } from "@mikro-orm/migrations";

/** Tables that belong to a federation: forced row-level security lets a row be seen and written by its own only. */
const TENANT_TABLES = [
  "account",
  "session",
  "business",
  "business_import",
  "discovery",
  "business_group",
  "group_member",
  "group_event",
] as const;

const OWN_ROWS = "federation_code = current_setting('musubi.federation', true)";

/** The house: federations, people and their sessions, businesses, questions asked, groups and their history. */
export class Migration20261121000000 extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists pg_trgm`);
    for (const statement of TABLES) this.addSql(statement);
    for (const table of TENANT_TABLES) this.addTenantPolicy(table);
    for (const statement of BESIDES_TENANCY) this.addSql(statement);
  }

  private addTenantPolicy(table: string): void {
    this.addSql(`alter table ${table} enable row level security`);
    this.addSql(`alter table ${table} force row level security`);
    this.addSql(`create policy own_federation on ${table} using (${OWN_ROWS}) with check (${OWN_ROWS})`);
  }
}

const TABLES = [
  `create table federation (code varchar(2) primary key, name varchar(100) not null)`,
  `create table account (
    id uuid primary key,
    federation_code varchar(2) not null references federation (code),
    email varchar(254) not null unique check (email = lower(email)),
    name varchar(100) not null,
    role varchar(20) not null check (role in ('coordinator', 'manager', 'national', 'operator')),
    password_hash text not null,
    demo boolean not null,
    disabled_at timestamptz,
    created_at timestamptz not null,
    unique (federation_code, id)
  )`,
  `create table session (
    token_hash varchar(64) primary key,
    account_id uuid not null,
    federation_code varchar(2) not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    foreign key (federation_code, account_id) references account (federation_code, id) on delete cascade
  )`,
  `create table sign_in_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
  `create table business (
    id uuid primary key,
    federation_code varchar(2) not null references federation (code),
    external_id text,
    corporate_number varchar(13),
    name text not null,
    name_kana text,
    facts jsonb not null,
    search_text text not null,
    municipality varchar(5) generated always as (facts #>> '{municipality,value}') stored,
    version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (federation_code, id),
    unique (federation_code, external_id)
  )`,
  `create index business_by_name on business (federation_code, name, id)`,
  `create index business_by_municipality on business (federation_code, municipality)`,
  `create index business_search on business using gin (search_text gin_trgm_ops)`,
  `create table business_import (
    id uuid primary key,
    federation_code varchar(2) not null references federation (code),
    file_name text not null,
    content bytea not null,
    sheet text,
    header_row integer,
    preview jsonb not null,
    asked_by text not null,
    created_at timestamptz not null,
    applied_at timestamptz
  )`,
  `create table discovery (
    id uuid primary key,
    federation_code varchar(2) not null references federation (code),
    question jsonb not null,
    status varchar(12) not null,
    progress_permille integer not null,
    answer json,
    fault_id text,
    asked_by text not null,
    asked_at timestamptz not null,
    finished_at timestamptz
  )`,
  `create index discovery_newest on discovery (federation_code, asked_at desc, id)`,
  `create table business_group (
    id uuid primary key,
    federation_code varchar(2) not null references federation (code),
    name text not null,
    purpose varchar(30) not null,
    form varchar(4) not null,
    stage varchar(12) not null,
    stage_since date not null,
    proposal json,
    started_on date not null,
    version integer not null,
    created_at timestamptz not null,
    unique (federation_code, id)
  )`,
  `create table group_member (
    group_id uuid not null,
    business_id uuid not null,
    federation_code varchar(2) not null,
    state varchar(12) not null,
    since date not null,
    primary key (group_id, business_id),
    foreign key (federation_code, group_id) references business_group (federation_code, id),
    foreign key (federation_code, business_id) references business (federation_code, id)
  )`,
  `create index group_member_by_business on group_member (business_id)`,
  `create table group_event (
    id uuid primary key,
    group_id uuid not null,
    federation_code varchar(2) not null,
    group_version integer not null,
    kind varchar(20) not null,
    at timestamptz not null,
    actor_id varchar(40) not null,
    actor_name text not null,
    from_stage varchar(12),
    from_since date,
    to_stage varchar(12),
    evidence_note text,
    evidence_on date,
    override_reason text,
    undone_event_id uuid,
    business_id uuid,
    member_state varchar(12),
    unique (group_id, group_version),
    foreign key (federation_code, group_id) references business_group (federation_code, id)
  )`,
];

const BESIDES_TENANCY = [
  // Reference data: everyone reads, the owner alone writes.
  `alter table federation enable row level security`,
  `alter table federation force row level security`,
  `create policy everyone_reads on federation for select using (true)`,
  `create policy owner_writes on federation to current_user using (true) with check (true)`,
  // Counters of failed sign-ins: keys are hashes, there is no federation yet.
  `alter table sign_in_limit enable row level security`,
  `alter table sign_in_limit force row level security`,
  `create policy counters on sign_in_limit using (true) with check (true)`,
  // Before a federation is known, a row opens to whoever already holds its key: the e-mail, or the session's token.
  `create policy signing_in on account for select using (email = current_setting('musubi.sign_in_email', true))`,
  `create policy token_holder on session using (token_hash = current_setting('musubi.session_token', true))`,
  `grant select on federation to musubi_app`,
  `grant select, insert, update on account to musubi_app`,
  `grant select, insert, update, delete on session, sign_in_limit to musubi_app`,
  // A list that nobody took is forgotten.
  `grant delete on business_import to musubi_app`,
  `grant select, insert, update on business, business_import, discovery, business_group, group_member to musubi_app`,
  // History is append-only: no update, no delete.
  `grant select, insert on group_event to musubi_app`,
  // The app role may put this one kind of job into the queue, for a discovery it can see, and nothing else.
  `create function enqueue_discovery(discovery_id uuid) returns void language plpgsql security definer
    set search_path = pg_catalog, public as $$
    declare tenant text := current_setting('musubi.federation', true);
    begin
      if not exists (select from public.discovery where id = discovery_id and federation_code = tenant) then
        raise exception 'no such discovery';
      end if;
      perform graphile_worker.add_job('discover',
        json_build_object('discoveryId', discovery_id, 'federation', tenant), max_attempts => 3);
    end $$`,
  `revoke all on function enqueue_discovery(uuid) from public`,
  `grant execute on function enqueue_discovery(uuid) to musubi_app`,
];
