import { Migration } from "@mikro-orm/migrations";

/** Reference data of other publishers: everyone reads, the owner alone writes. */
const TABLES = [
  `create table reference_source (
    id varchar(30) primary key,
    name_ja text not null,
    name_en text not null,
    licence_ja text not null,
    licence_en text not null,
    rows integer not null,
    digest varchar(64) not null,
    loaded_at timestamptz not null
  )`,
  `create table reference_industry (
    revision smallint not null,
    code varchar(4) not null,
    name text not null,
    english text,
    examples jsonb not null,
    primary key (revision, code)
  )`,
  `create table reference_municipality (
    code varchar(5) primary key,
    name text not null,
    kana text not null,
    lat double precision not null,
    lon double precision not null
  )`,
  `create table reference_town (
    municipality varchar(5) not null,
    name text not null,
    lat double precision not null,
    lon double precision not null,
    primary key (municipality, name)
  )`,
  `create table reference_boundary (code varchar(5) primary key, name text not null, geometry jsonb not null)`,
  `create table reference_cooperative (
    number varchar(13) primary key,
    name text not null,
    kana text,
    kind text not null,
    municipality varchar(5) not null,
    address text not null,
    postcode varchar(7),
    since date not null,
    until date
  )`,
  `create index reference_cooperative_by_place on reference_cooperative (municipality, name)`,
];

const NAMES = [
  "reference_source",
  "reference_industry",
  "reference_municipality",
  "reference_town",
  "reference_boundary",
  "reference_cooperative",
] as const;

/** Publishers' data sets, each with its source and licence. */
export class Migration20261121040000 extends Migration {
  override up(): void {
    for (const statement of TABLES) this.addSql(statement);
    for (const name of NAMES) {
      this.addSql(`alter table ${name} enable row level security`);
      this.addSql(`alter table ${name} force row level security`);
      this.addSql(`create policy everyone_reads on ${name} for select using (true)`);
      this.addSql(`create policy owner_writes on ${name} to current_user using (true) with check (true)`);
      this.addSql(`grant select on ${name} to musubi_app`);
    }
  }
}
