import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Member } from "../../../api/src/matching/member.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import { openEmbeddedDatabase } from "../../../api/src/server/embedded-database.ts";
import { dataDirectory } from "../../served-installation.ts";
import { kilometresOf, likenessesOf } from "./likeness.ts";

/** Neighbours of each business that groups are drawn from, itself left out. */
export const NEIGHBOURS = 48;

/** Of those who offer what a business wants, the nearest so many for each want. */
const SUPPLIERS_A_WANT = 3;

/** Side of the squares the rows are laid out by, in kilometres: those near each other lie near each other on the disk, too. */
const SQUARE_KM = 2;

/** The columns a table is filled with. */
type Column = readonly [type: string, values: readonly unknown[]];

const TABLES = `
  create extension if not exists cube;
  create extension if not exists btree_gist;
  create unlogged table asking (no int, place point, looks_for cube);
  create unlogged table found (no int, place point, is_found cube);
  create unlogged table tie (no int, other int);
  create unlogged table want (no int, tag int);
  create unlogged table offer (no int, tag int, place point);`;

const INDEXES = `
  create index on found using gist (place);
  create index on found (no) include (place);
  create index on offer using gist (tag, place);
  vacuum analyze;`;

/** Both cores work on one statement: the one who asks, and one beside it. */
const SETTINGS = `
  set jit = off;
  set max_parallel_workers_per_gather = 1;
  set parallel_setup_cost = 0;
  set parallel_tuple_cost = 0;
  set min_parallel_table_scan_size = 0;`;

/** The nearest points of the likeness among those near on the ground, one statement for all. */
const ALIKE = `
  select a.no, (
    select string_agg(no::text, ',') from (
      select b.no from found b
      where b.place <@ circle(a.place, $1) and b.no <> a.no
      order by a.looks_for <-> b.is_found limit $2) best)
  from asking a`;

/** Whoever is tied, named by either side, and near. */
const TIED = `
  select tie.no, tie.other from tie
  join found a on a.no = tie.no join found b on b.no = tie.other
  where b.place <@ circle(a.place, $1) and a.no <> b.no`;

/** The nearest who offer what a business wants. */
const SUPPLYING = `
  select w.no, s.no from want w join asking a using (no)
  cross join lateral (
    select o.no from offer o
    where o.tag = w.tag and o.place <@ circle(a.place, $1) and o.no <> w.no
    order by o.place <-> a.place limit $2) s`;

/** The neighbours of each business by its number, in the order they are liked. */
export interface Neighbours {
  readonly neighboursOf: readonly Int32Array[];
  readonly sqlSeconds: number;
  /** What PostgreSQL calls itself. */
  readonly server: string;
}

/** Opens an embedded PostgreSQL, lays the businesses out in it, and asks it for everyone's neighbours: only this is timed. */
export async function findNeighbours(
  members: readonly Member[],
  question: Question,
  withinKm: number,
): Promise<Neighbours> {
  const directory = dataDirectory();
  const database = await openEmbeddedDatabase(join(directory, "postgres"));
  const client = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await client.connect();
    await lay(client, members, question);
    await client.query(SETTINGS);
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    const begun = performance.now();
    const neighboursOf = await ask(client, members.length, withinKm);
    const sqlSeconds = (performance.now() - begun) / 1000;
    return { neighboursOf, sqlSeconds, server: `PostgreSQL ${rows[0]?.server_version}` };
  } finally {
    await client.end();
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function ask(client: pg.Client, count: number, withinKm: number): Promise<readonly Int32Array[]> {
  const first = Array.from({ length: count }, () => new Set<number>());
  const pairs = async (statement: string, values: readonly number[]) =>
    (await client.query<[number, number]>({ text: statement, values: [...values], rowMode: "array" })).rows;
  for (const [no, other] of await pairs(TIED, [withinKm])) {
    first[no]?.add(other);
    first[other]?.add(no);
  }
  for (const [no, other] of await pairs(SUPPLYING, [withinKm, SUPPLIERS_A_WANT])) first[no]?.add(other);
  const alike = await client.query<[number, string | null]>({
    ...{ text: ALIKE, values: [withinKm, NEIGHBOURS] },
    rowMode: "array",
  });
  for (const [no, list] of alike.rows) {
    const chosen = first[no] as Set<number>;
    for (const other of list?.split(",") ?? []) if (chosen.size < NEIGHBOURS) chosen.add(Number(other));
  }
  return first.map((chosen) => Int32Array.from(chosen));
}

/** Businesses by square of the ground, row by row. */
function orderBySquare(spots: readonly (readonly number[])[]): readonly number[] {
  const squares = spots.map((spot) => spot.map((km) => Math.floor(km / SQUARE_KM)));
  const [EAST, NORTH] = [0, 1];
  const by = (axis: number, a: number, b: number) => (squares[a]?.[axis] ?? 0) - (squares[b]?.[axis] ?? 0);
  return spots.map((_, at) => at).sort((a, b) => by(NORTH, a, b) || by(EAST, a, b));
}

/** Numbers for words, from 0. */
function numbering(): (word: string) => number {
  const numbers = new Map<string, number>();
  return (word) => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
}

async function lay(client: pg.Client, members: readonly Member[], question: Question): Promise<void> {
  await client.query(TABLES);
  const spots = members.map(kilometresOf);
  const order = orderBySquare(spots);
  const pointOf = (no: number) => `(${spots[no]?.join()})`;
  const likenesses = likenessesOf(members, question);
  const cube = (values: readonly number[] = []) => `(${values.join()})`;
  const placed: readonly Column[] = [
    ["int", order],
    ["point", order.map(pointOf)],
  ];
  await fill(client, "asking", [...placed, ["cube", order.map((no) => cube(likenesses[no]?.looksFor))]]);
  await fill(client, "found", [...placed, ["cube", order.map((no) => cube(likenesses[no]?.isFound))]]);
  const numberOf = new Map(members.map(({ id }, no) => [id, no]));
  const tagNumber = numbering();
  const ties = members.flatMap(({ ties = [] }, no) => ties.map((id) => [no, numberOf.get(id) ?? no]));
  const wants = members.flatMap(({ seeks }, no) => [...(seeks?.keys() ?? [])].map((tag) => [no, tagNumber(tag)]));
  const offers = order.flatMap((no) =>
    [...(members[no]?.capabilities?.keys() ?? [])].map((tag) => [no, tagNumber(tag), pointOf(no)]),
  );
  await fill(client, "tie", columnsOf(ties, ["int", "int"]));
  await fill(client, "want", columnsOf(wants, ["int", "int"]));
  await fill(client, "offer", columnsOf(offers, ["int", "int", "point"]));
  for (const statement of INDEXES.split(";")) if (statement.trim() !== "") await client.query(statement);
}

const columnsOf = (rows: readonly (readonly unknown[])[], types: readonly string[]): readonly Column[] =>
  types.map((type, at) => [type, rows.map((row) => row[at])]);

async function fill(client: pg.Client, table: string, columns: readonly Column[]): Promise<void> {
  const lists = columns.map(([type], at) => `$${at + 1}::text[]::${type}[]`);
  const values = columns.map(([, values]) => values.map(String));
  await client.query(`insert into ${table} select * from unnest(${lists.join()})`, values);
}
